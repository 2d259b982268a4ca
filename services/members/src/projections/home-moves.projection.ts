import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, put, type Change, type Changes, type Recorded } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';

/**
 * Somebody came to a branch or left it. The members of a branch on a day are those who had come and not left by then: nothing has
 * to be closed afterwards, so a fact of an earlier day changes no row.
 */
export interface HomeMoveRow {
  readonly organizationId: string;
  readonly personId: string;
  readonly move: 'in' | 'out';
  readonly on: string;
  readonly version: number;
  readonly recordedAt: string;
}

/** Stands for the city's whole membership, whatever the home. */
export const everywhere = '*';

interface Move extends Pick<HomeMoveRow, 'organizationId' | 'move' | 'on'> {
  readonly event: Recorded<MemberEvent>;
}

function moved({ organizationId, move, on, event }: Move): Change<HomeMoveRow> {
  const { version, recordedAt } = event;
  const { personId } = event.data;
  return put(`${personId}.${version}.${move}.${organizationId}`, { organizationId, personId, move, on, version, recordedAt });
}

function moves(event: Recorded<MemberEvent>): Changes<HomeMoveRow> {
  switch (event.type) {
    case 'MemberRegistered':
      return moved({ organizationId: everywhere, move: 'in', on: shanghaiDate(event.occurredAt), event });
    case 'BranchAssigned': {
      const { branchId, fromBranchId, assignedOn: on } = event.data;
      const arrived = moved({ organizationId: branchId, move: 'in', on, event });
      return fromBranchId === undefined ? arrived : [moved({ organizationId: fromBranchId, move: 'out', on, event }), arrived];
    }
    case 'MembershipEnded': {
      const { fromBranchId, endedOn: on } = event.data;
      return [fromBranchId, everywhere].map((organizationId) => moved({ organizationId, move: 'out', on, event }));
    }
    default:
      return [];
  }
}

/** R-03 by date: one row a coming and a leaving. */
export const homeMoves = defineProjection<HomeMoveRow, ServiceEnv>({
  name: 'home-moves',
  version: 1,
  indexes: [
    ['organizationId', 'move', 'on'],
    ['organizationId', 'on'],
    ['organizationId', 'recordedAt'],
  ],
  sources: [fromEvery<MemberEvent>(aggregates.members.member)<HomeMoveRow, ServiceEnv>(moves)],
});
