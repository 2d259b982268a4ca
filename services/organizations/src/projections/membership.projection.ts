import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromSome, type Changes, type Recorded } from '@zhitong/eventing';
import type { EventOf } from '@zhitong/kernel';
import type { MemberEvents } from '@zhitong/contracts/events/zhitong/members/v1/member_events.ts';

/** What this service needs to know of a member; public events of the members service only. */
export type MembershipEvent = Extract<
  EventOf<MemberEvents>,
  {
    readonly type:
      'MemberRegistered' | 'BranchAssigned' | 'MembershipSuspended' | 'MembershipRestored' | 'MembershipEnded' | 'MemberAttached' | 'MemberDetached';
  }
>;

export interface MembershipRow {
  readonly personId: string;
  readonly kind: 'full' | 'provisional' | 'none';
  readonly suspended: boolean;
  readonly ended: boolean;
  /** Home branch; a branch may be known before the membership and the other way round. */
  readonly branchId: string | null;
  readonly fullFromOn: string | null;
}

export type Standing = 'full' | 'provisional' | 'suspended' | 'none';
export const standingOf = (row: MembershipRow | undefined): Standing => {
  if (row === undefined || row.ended) return 'none';
  return row.suspended ? 'suspended' : row.kind;
};

/** What ends posts and places in reserve, if something did; who is not known yet has lost nothing. */
export const lossOf = (row: MembershipRow | undefined): 'membershipEnded' | 'membershipSuspended' | undefined =>
  row?.ended === true ? 'membershipEnded' : row?.suspended === true ? 'membershipSuspended' : undefined;

export const membersKey = (organizationId: string): string => `members/${organizationId}`;

/** Members of every standing that a tally counts; a missing one counts none. */
export const membersIn = (tally: Readonly<Record<string, number>> = {}): number => Object.values(tally).reduce((sum, amount) => sum + amount, 0);

const kindOf = (kind: string): MembershipRow['kind'] => (kind === 'full' || kind === 'provisional' ? kind : 'none');
const onPerson = (event: Recorded<MembershipEvent>, fields: Partial<MembershipRow>): Changes<MembershipRow> => ({
  key: event.data.personId,
  fold: (row) => ({ personId: event.data.personId, kind: 'none', suspended: false, ended: false, branchId: null, fullFromOn: null, ...row, ...fields }),
});

/** Members by home branch, from the members service; tallies full, provisional, suspended per organization. */
export const membership = defineProjection<MembershipRow>({
  name: 'membership',
  version: 1,
  indexes: [['branchId']],
  sources: [
    fromSome<MembershipEvent>(aggregates.members.member)({
      MemberRegistered: (event) =>
        onPerson(event, { kind: kindOf(event.data.kind), fullFromOn: event.data.fullFromOn ?? null, suspended: false, ended: false }),
      BranchAssigned: (event) => onPerson(event, { branchId: event.data.branchId, ended: false }),
      MembershipSuspended: (event) => onPerson(event, { suspended: true }),
      MembershipRestored: (event) => onPerson(event, { suspended: false }),
      MembershipEnded: (event) => onPerson(event, { ended: true, suspended: false, branchId: null }),
    }),
  ],
  tallies: (row) => {
    const standing = standingOf(row);
    return row.branchId === null || standing === 'none' ? [] : [{ key: membersKey(row.branchId), amounts: { [standing]: 1 } }];
  },
});
