import { isBranchKind, isCommitteeKind, isWorking, type OrganizationKind, type OrganizationState, type Sector, type TalkKind } from '@zhitong/catalogue';
import type { TalkEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/talk_events.ts';
import { ensure, ensureFiled, type Decider, type EventOf, type Filing } from '@zhitong/kernel';

export type TalkEvent = EventOf<TalkEvents>;

/** What somebody was on the day of the talk. */
export interface Participant {
  readonly personId: string;
  readonly secretary: boolean;
  /** Sat in the committee. */
  readonly committee: boolean;
  /** At home in the organization, and not suspended. */
  readonly member: boolean;
  /** Secretary of the branch that a two-way talk names. */
  readonly branchSecretary: boolean;
}
export interface RecordTalk {
  readonly type: 'RecordTalk';
  readonly talkId: string;
  readonly organization: { readonly id: string; readonly kind: OrganizationKind; readonly sector: Sector; readonly state: OrganizationState };
  /** The branch of a two-way talk, and whether it is below the organization. */
  readonly branch: { readonly id: string; readonly kind: OrganizationKind; readonly below: boolean } | null;
  readonly kind: TalkKind;
  readonly participants: readonly [Participant, Participant];
  readonly heldOn: string;
  readonly filing: Filing;
  readonly byId: string;
}

type Role = (participant: Participant) => boolean;
const pairs: Readonly<Record<TalkKind, readonly [Role, Role]>> = {
  secretaryCommittee: [({ secretary }) => secretary, ({ committee }) => committee],
  committeeMember: [({ committee }) => committee, ({ member }) => member],
  memberMember: [({ member }) => member, ({ member }) => member],
  twoWay: [({ secretary }) => secretary, ({ branchSecretary }) => branchSecretary],
};

/** Two-way talks are those of an agency's committee with its branches (A12). */
export const holdsTwoWayTalks = ({ kind, sector }: { readonly kind: OrganizationKind; readonly sector: Sector }): boolean =>
  isCommitteeKind(kind) && sector === 'agency';

function ensureBranch({ kind, organization, branch }: RecordTalk): void {
  ensure((kind === 'twoWay') === (branch !== null), 'TALK_BRANCH_MISMATCH', 'A two-way talk names the branch, another talk none.', { field: 'branchId' });
  if (branch === null) return;
  const has = holdsTwoWayTalks(organization) && branch.below && isBranchKind(branch.kind);
  ensure(has, 'TALK_PAIR_WRONG', 'Two-way talks are those of the committee of an agency with the branches below it.', { kind });
}

/** ORG-41: the two stand to each other on the day as the kind asks, whichever is named first. */
function decide(recorded: boolean, command: RecordTalk): readonly TalkEvent[] {
  if (recorded) return [];
  const { talkId, organization, branch, kind, participants, heldOn, filing, byId } = command;
  const [one, other] = participants;
  ensure(isWorking(organization.state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organization.state });
  ensureFiled(heldOn, filing);
  ensureBranch(command);
  const [first, second] = pairs[kind];
  const stand = one.personId !== other.personId && ((first(one) && second(other)) || (first(other) && second(one)));
  ensure(stand, 'TALK_PAIR_WRONG', 'The two did not stand to each other on that day as this kind of talk asks.', { kind });
  const who = { talkId, organizationId: organization.id, kindCode: kind, participantIds: [one.personId, other.personId], branchId: branch?.id };
  return [{ type: 'TalkRecorded', data: { ...who, heldOn, recordedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** One talk between two (ORG-41). */
export const talkDecider: Decider<boolean, RecordTalk, TalkEvent> = { initial: false, decide, evolve: () => true };
