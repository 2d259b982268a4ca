import type { Ballot } from './ballot.ts';
import type { ApproveElection, CallElection, EnterTerm, OrderRunoff, PassTermMoment, RecordResult, RequestShift } from './term.commands.ts';
import type { Organ } from './term-length.ts';
import type { TermEvent } from './term-state.ts';

const organizationId = 'org_1';
export const organ: Organ = { organizationId, kind: 'branch', ofCommunity: false, years: { committee: 5, branch: 3, community: 5 } };
const at = '2026-03-02T01:00:00.000Z';
const filing = { at, backdateDays: 90, fromAbove: true, reasonRef: 'txt_1' } as const;
const by = { at, byId: 'per_up' } as const;

export const enter = (fields: Partial<EnterTerm> = {}): EnterTerm => ({
  type: 'EnterTerm',
  ...organ,
  organizationState: 'active',
  termId: 'trm_1',
  startsOn: '2023-03-10',
  filing,
  ...by,
  ...fields,
});
export const started = (fields: Partial<Extract<TermEvent, { type: 'TermStarted' }>['data']> = {}): TermEvent => ({
  type: 'TermStarted',
  data: {
    organizationId,
    termId: 'trm_1',
    startsOn: '2023-03-10',
    expiresOn: '2026-03-10',
    years: 3,
    startedById: 'per_up',
    lateReasonRef: 'txt_1',
    ...fields,
  },
});
export const passed = (daysBefore: number | null, fields: Partial<PassTermMoment> = {}): PassTermMoment => ({
  type: 'PassTermMoment',
  organizationId,
  termId: 'trm_1',
  expiresOn: '2026-03-10',
  daysBefore,
  scheduledAt: at,
  at,
  ...fields,
});
export const reminded = (daysBefore = 180): TermEvent => ({
  type: 'TermExpiryReminderIssued',
  data: { organizationId, termId: 'trm_1', expiresOn: '2026-03-10', daysBefore, scheduledAt: at },
});
export const overdue = (): TermEvent => ({ type: 'TermOverdue', data: { organizationId, termId: 'trm_1', expiredOn: '2026-03-10' } });
export const shift = (toOn: string, fields: Partial<RequestShift> = {}): RequestShift => ({
  type: 'RequestShift',
  organizationId,
  toOn,
  reasonCode: 'manyAway',
  maxShiftMonths: 12,
  at,
  byId: 'per_secretary',
  ...fields,
});
export const shiftRequested = (toOn = '2026-09-10'): TermEvent => ({
  type: 'TermShiftRequested',
  data: { organizationId, termId: 'trm_1', toOn, reasonCode: 'manyAway', requestedById: 'per_secretary' },
});
export const shifted = (toOn = '2026-09-10'): TermEvent => ({
  type: 'TermShiftApproved',
  data: { organizationId, termId: 'trm_1', fromOn: '2026-03-10', toOn, approvedById: 'per_up' },
});

const people = (count: number) => Array.from({ length: count }, (_, index) => `per_${index + 1}`);
export const call = (fields: Partial<CallElection> = {}): CallElection => ({
  type: 'CallElection',
  organ,
  organizationState: 'active',
  electionId: 'elc_1',
  ballotOn: '2026-03-08',
  form: 'members',
  members: 12,
  scattered: false,
  fullMembers: 10,
  committeeFrom: 7,
  seats: 3,
  deputies: 1,
  candidateIds: people(4),
  unfitIds: [],
  ...by,
  ...fields,
});
export const called = (fields: Partial<Extract<TermEvent, { type: 'ElectionCalled' }>['data']> = {}): TermEvent => ({
  type: 'ElectionCalled',
  data: {
    organizationId,
    electionId: 'elc_1',
    termId: 'trm_1',
    ballotOn: '2026-03-02',
    formCode: 'members',
    seats: 3,
    deputies: 1,
    candidateIds: people(4),
    calledById: 'per_up',
    warnings: [],
    ...fields,
  },
});
/** Ten entitled, all present, a paper each; the yes votes of per_1, per_2 and so on. */
export const ballot = (yes: readonly number[], fields: Partial<Ballot> = {}): Ballot => ({
  ballotOn: '2026-03-02',
  entitled: 10,
  present: 10,
  issued: 10,
  returned: 10,
  votes: yes.map((count, index) => ({ personId: `per_${index + 1}`, yes: count })),
  ...fields,
});
const counted = { organizationId, electionId: 'elc_1', filing, at, byId: 'per_secretary' } as const;
export const record = (counts: Ballot, fields: Partial<RecordResult> = {}): RecordResult => ({
  type: 'RecordResult',
  ballot: counts,
  secretaryId: 'per_1',
  deputyIds: [],
  ...counted,
  ...fields,
});
export const runoff = (counts: Ballot): OrderRunoff => ({ type: 'OrderRunoff', ballot: counts, ...counted });
export const approveElection = (fields: Partial<ApproveElection> = {}): ApproveElection => ({
  type: 'ApproveElection',
  organ,
  electionId: 'elc_1',
  termId: 'trm_2',
  ...by,
  ...fields,
});
