import { addDays, startOfDay } from '@zhitong/kernel';
import type { HomeCandidate } from './home-branch.ts';
import type { RequestTransfer, TransferSettings } from './transfer.commands.ts';
import type { MemberEvent, MemberFact } from './member-event.ts';

/** Facts and commands that the specifications of this context share. */
export const per = 'per_1';
export const trf = 'trf_1.a';
export const day = '2026-03-02';
export const at = '2026-03-02T01:00:00.000Z';
export const dayPlus = (n: number) => addDays(day, n);
export const atDay = (n: number) => startOfDay(dayPlus(n));

export const settings: TransferSettings = {
  branchDays: 5,
  approveDays: 7,
  acceptDays: 10,
  assignDays: 7,
  lapseDays: 30,
  letterDays: 90,
  letterMaxDays: 90,
  outOfProvinceMaxDays: 180,
  maxReissue: 2,
  stubYears: 10,
};

export const branch = (organizationId: string, change: Partial<HomeCandidate> = {}): HomeCandidate => ({
  organizationId,
  kind: 'branch',
  state: 'active',
  ...change,
});

export const registered: readonly MemberEvent[] = [
  { type: 'MemberRegistered', data: { personId: per, sourceCode: 'initialLoad', kind: 'full', joinedOn: '2015-06-01', fullFromOn: '2016-06-01' } },
  { type: 'BranchAssigned', data: { personId: per, branchId: 'org_a', causeCode: 'registration', assignedOn: '2026-01-01' } },
];

export const asked: RequestTransfer = {
  type: 'RequestTransfer',
  held: false,
  personId: per,
  transferId: trf,
  at,
  settings,
  kind: 'withinCity',
  origin: 'member',
  byPersonId: per,
  fromCommitteeId: 'org_sender',
  receiver: { organizationId: 'org_receiver', active: true, approvesMembers: true },
};

export const requested = (change: Partial<MemberFact<'TransferRequested'>['data']> = {}): MemberEvent => ({
  type: 'TransferRequested',
  data: {
    personId: per,
    transferId: trf,
    kind: 'withinCity',
    originCode: 'member',
    fromBranchId: 'org_a',
    fromCommitteeId: 'org_sender',
    toCommitteeId: 'org_receiver',
    requestedById: per,
    requestedAt: at,
    branchDueOn: dayPlus(5),
    ...change,
  },
});
export const word: MemberEvent = {
  type: 'TransferBranchConfirmed',
  data: { personId: per, transferId: trf, duesPaidTo: '2026-02', confirmedAt: at, approveDueOn: dayPlus(7), warnings: [] },
};
export const approved: MemberEvent = { type: 'TransferApproved', data: { personId: per, transferId: trf, approvedById: 'per_9', approvedAt: at } };
export const letter = (change: Partial<MemberFact<'LetterIssued'>['data']> = {}): MemberEvent => ({
  type: 'LetterIssued',
  data: {
    personId: per,
    transferId: trf,
    letterNumber: '2026-AAAA-BBBB-CCCC',
    issuerId: 'org_sender',
    issuedOn: day,
    validUntilOn: dayPlus(90),
    acceptDueOn: dayPlus(10),
    stubUntilOn: '2036-03-02',
    duesPaidTo: '2026-02',
    ...change,
  },
});
export const accepted: MemberEvent = {
  type: 'TransferAccepted',
  data: { personId: per, transferId: trf, committeeId: 'org_receiver', acceptedAt: at, assignDueOn: dayPlus(7), lapseDueOn: dayPlus(30) },
};
export const named = (branchId: string): MemberEvent => ({ type: 'TransferBranchNamed', data: { personId: per, transferId: trf, branchId, namedAt: at } });
export const expired: MemberEvent = { type: 'LetterExpired', data: { personId: per, transferId: trf, expiredOn: dayPlus(91), backDueOn: dayPlus(106) } };

/** Up to the named step, from the registration on. */
export const upTo = {
  requested: [...registered, requested()],
  confirmed: [...registered, requested(), word],
  letterIssued: [...registered, requested(), word, approved, letter()],
  accepted: [...registered, requested(), word, approved, letter(), accepted],
  named: [...registered, requested(), word, approved, letter(), accepted, named('org_b')],
} as const;
