import { authorisedFlags, type AuthorisedFlag, type MembershipState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, fromEvery, type Change, type Contribution } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { FlagEvent } from '../domain/flags/flag-event.ts';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { evolveMember } from '../domain/member/member.evolve.ts';
import { isOpen, stranger, type Member, type Standing } from '../domain/member/member.state.ts';
import { isEntitled } from '../domain/member/membership.ts';

/** One person as lists show it; without names: those live in the vault. */
export interface MemberListRow {
  readonly personId: string;
  /** Home branch; the last one of somebody who is no member any more; absent for somebody who has not arrived yet. */
  readonly branchId?: string;
  readonly kind?: 'full' | 'provisional';
  readonly state?: MembershipState;
  readonly joinedOn?: string;
  readonly fullFromOn?: string;
  /** Codes alone: who holds them since when stands in the projection of the flags. */
  readonly flags: readonly AuthorisedFlag[];
  readonly entitled: boolean;
  readonly openTransferId: string | null;
  readonly erased: boolean;
  /** The state of the stream, so that one fold serves the decision and the list. */
  readonly member: Member;
}

const stateOf = (standing: Exclude<Standing, { status: 'unknown' }>): MembershipState => {
  if (standing.status === 'ended') return 'ended';
  return standing.status === 'member' && standing.suspended ? 'suspended' : standing.kind;
};

function membership({ standing }: Member): Pick<MemberListRow, 'branchId' | 'kind' | 'state' | 'joinedOn' | 'fullFromOn'> {
  if (standing.status === 'unknown') return {};
  const { kind, joinedOn, fullFromOn } = standing;
  const branchId = standing.status === 'member' ? standing.branchId : standing.status === 'ended' ? standing.lastBranchId : undefined;
  return { kind, joinedOn, state: stateOf(standing), ...(fullFromOn === null ? {} : { fullFromOn }), ...(branchId === undefined ? {} : { branchId }) };
}

/** What the list shows of a state. */
export const rowOf = (personId: string, member: Member, flags: readonly AuthorisedFlag[]): MemberListRow => ({
  personId,
  ...membership(member),
  flags,
  entitled: isEntitled(member, flags),
  openTransferId: isOpen(member.transfer) ? member.transfer.transferId : null,
  erased: member.erasure.status === 'erased',
  member,
});

const change = (personId: string, event: MemberEvent): Change<MemberListRow> => ({
  key: personId,
  fold: (row) => rowOf(personId, evolveMember(row?.member ?? stranger, event), row?.flags ?? []),
});

const flagged = ({ type, data: { personId, flagCode } }: FlagEvent): Change<MemberListRow> => ({
  key: personId,
  fold: (row) => {
    const flag = authorisedFlags.parse(flagCode);
    const others = (row?.flags ?? []).filter((one) => one !== flag);
    return rowOf(personId, row?.member ?? stranger, type === 'AuthorisedFlagSet' ? [...others, flag] : others);
  },
});

/** Full, provisional and suspended members of a branch; the ended count nowhere. */
export const contributionsOf = ({ branchId, state }: MemberListRow): readonly Contribution[] =>
  branchId === undefined || state === undefined || state === 'ended' ? [] : [{ key: branchId, amounts: { [state]: 1, total: 1 } }];

/** One row per person with the counts of each branch. */
export const memberList = defineProjection<MemberListRow, ServiceEnv>({
  name: 'member-list',
  version: 3,
  indexes: [
    ['branchId', 'joinedOn'],
    ['branchId', 'entitled', 'joinedOn'],
    ['branchId', 'state', 'joinedOn'],
    ['branchId', 'kind', 'joinedOn'],
    ['branchId', 'state', 'kind', 'joinedOn'],
  ],
  sources: [
    fromEvery<MemberEvent>(aggregates.members.member)<MemberListRow, ServiceEnv>((event) => change(event.data.personId, event)),
    from<FlagEvent>(aggregates.members.flags)<MemberListRow, ServiceEnv>({ AuthorisedFlagSet: flagged, AuthorisedFlagCleared: flagged }),
  ],
  tallies: contributionsOf,
  announce: ({ branchId }, key) => [`member:${key}`, ...(branchId === undefined ? [] : [`members:${branchId}`, `metric:${branchId}`])],
});
