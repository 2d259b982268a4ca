import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromSome, ignore, put, type Contribution, type Recorded } from '@zhitong/eventing';
import type { MembershipEvent } from './membership.projection.ts';

/** One coming or leaving, as the members service said it. */
export interface MemberMoveRow {
  readonly toId: string | null;
  readonly fromId: string | null;
}

export const movesKey = (organizationId: string): string => `moves/${organizationId}`;

const moved = ({ data: { personId }, version }: Recorded<MembershipEvent>, row: MemberMoveRow) => put(`${personId}.${version}`, row);

const contribution = (organizationId: string | null, by: number): readonly Contribution[] =>
  organizationId === null ? [] : [{ key: movesKey(organizationId), amounts: { members: by } }];

/**
 * Members by branch, reckoned without any state: comings less leavings. The other half of X-02's nightly comparison with `membership`,
 * which has to know of each person whether and where it is a member.
 */
export const memberMoves = defineProjection<MemberMoveRow>({
  name: 'member-moves',
  version: 1,
  indexes: [],
  sources: [
    fromSome<MembershipEvent>(aggregates.members.member)({
      MemberRegistered: ignore,
      BranchAssigned: (event) => moved(event, { toId: event.data.branchId, fromId: event.data.fromBranchId ?? null }),
      MembershipSuspended: ignore,
      MembershipRestored: ignore,
      MembershipEnded: (event) => moved(event, { toId: null, fromId: event.data.fromBranchId }),
    }),
  ],
  tallies: ({ toId, fromId }) => [...contribution(toId, 1), ...contribution(fromId, -1)],
});
