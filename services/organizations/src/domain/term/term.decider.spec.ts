import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import {
  approveElection,
  ballot,
  call,
  called,
  enter,
  organ,
  overdue,
  passed,
  record,
  reminded,
  runoff,
  shift,
  shifted,
  shiftRequested,
  started,
} from './term.samples.ts';
import { termDecider } from './term.decider.ts';
import { termOf } from './term-length.ts';
import { stateOf, type TermEvent } from './term-state.ts';

const state = (...events: TermEvent[]) => stateOf(given(termDecider, ...events).state());
/** What a command records, as the past of the next one. */
const after = (past: readonly TermEvent[], command: Parameters<typeof termDecider.decide>[1]): TermEvent[] => [
  ...past,
  ...termDecider.decide(given(termDecider, ...past).state(), command),
];

describe('ORG-16 terms', () => {
  it('ORG-16 five years for a committee, three for branches, five for all in a community', () => {
    const years = (kind: typeof organ.kind, ofCommunity = false) => termOf({ ...organ, kind, ofCommunity }, '2024-02-29').expiresOn;
    expect([years('committee'), years('branch'), years('jointBranch'), years('generalBranch'), years('branch', true), years('committee', true)]).toEqual([
      '2029-02-28',
      '2027-02-28',
      '2027-02-28',
      '2027-02-28',
      '2029-02-28',
      '2029-02-28',
    ]);
  });
  it('ORG-16 one term at a time, none for who is appointed or temporary', () => {
    given(termDecider).when(enter()).then(started());
    given(termDecider, started()).when(enter()).then();
    given(termDecider, started())
      .when(enter({ termId: 'trm_2' }))
      .thenRejected('TERM_EXISTS');
    for (const kind of ['workCommittee', 'leadingGroup'] as const) given(termDecider).when(enter({ kind })).thenRejected('NO_TERM_KIND');
    given(termDecider)
      .when(enter({ kind: 'temporaryBranch' }))
      .thenRejected('TEMPORARY_BRANCH');
    given(termDecider)
      .when(enter({ organizationState: 'merging' }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(termDecider)
      .when(enter({ startsOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(termDecider)
      .when(enter({ filing: { at: '2026-03-02T01:00:00.000Z', backdateDays: 90, fromAbove: false } }))
      .thenRejected('BACKDATE_TOO_FAR');
  });
});

it('ORG-16 a new organization owes its first election by a day, once, and not where nobody is elected', () => {
  const expected = (kind: typeof organ.kind = 'branch') => ({ type: 'ExpectFirst', organizationId: 'org_1', kind, dueOn: '2026-05-31' }) as const;
  const first: TermEvent = { type: 'FirstElectionExpected', data: { organizationId: 'org_1', dueOn: '2026-05-31' } };
  given(termDecider).when(expected()).then(first);
  given(termDecider, first).when(expected()).then();
  given(termDecider, started()).when(expected()).then();
  given(termDecider).when(expected('workCommittee')).then();
  expect(state(first)).toBe('awaitingFirst');
  given(termDecider, first).when(call()).thenTypes('ElectionCalled');
});

describe('ORG-17 the ladder before the end', () => {
  it('ORG-17 each rung once, and the day after the end', () => {
    given(termDecider, started()).when(passed(180)).then(reminded());
    given(termDecider, started(), reminded()).when(passed(180)).then();
    given(termDecider, started(), reminded()).when(passed(90)).then(reminded(90));
    given(termDecider, started()).when(passed(null)).then(overdue());
    given(termDecider, started(), overdue()).when(passed(null)).then();
    expect([state(started()), state(started(), reminded()), state(started(), reminded(), overdue()), state()]).toEqual(['running', 'dueSoon', 'overdue', null]);
  });
  it('ORG-17 not before its time, not for another term, another expiry, or once a result is recorded', () => {
    given(termDecider, started())
      .when(passed(180, { scheduledAt: '2026-03-02T01:00:00.001Z' }))
      .then();
    given(termDecider, started())
      .when(passed(180, { termId: 'trm_0' }))
      .then();
    given(termDecider, started(), shiftRequested(), shifted()).when(passed(0)).then();
    given(termDecider, started(), shiftRequested(), shifted())
      .when(passed(180, { expiresOn: '2026-09-10' }))
      .thenTypes('TermExpiryReminderIssued');
    const recorded = after([started(), reminded(), called()], record(ballot([9, 8, 7, 2])));
    given(termDecider, ...recorded)
      .when(passed(0))
      .then();
    given(termDecider, ...recorded)
      .when(passed(null))
      .then();
  });
  it('ORG-17 the organization above confirms the first rung by letter or phone, once, not ahead', () => {
    const confirm = (confirmedOn: string) =>
      ({ type: 'ConfirmReminder', organizationId: 'org_1', means: 'letter', confirmedOn, at: '2026-03-02T01:00:00.000Z', byId: 'per_up' }) as const;
    given(termDecider, started()).when(confirm('2026-03-02')).thenRejected('STATE_NOT_ALLOWED');
    given(termDecider, started(), reminded()).when(confirm('2026-03-03')).thenRejected('FUTURE_DATED');
    const once = after([started(), reminded(), reminded(90)], confirm('2026-03-02'));
    expect(once.at(-1)).toMatchObject({ type: 'ReminderConfirmed', data: { daysBefore: 180, meansCode: 'letter' } });
    given(termDecider, ...once)
      .when(confirm('2026-03-02'))
      .then();
  });
});

describe('ORG-18 an earlier or later election', () => {
  it.each([
    ['2027-03-10', 'TermShiftRequested'],
    ['2027-03-11', 'SHIFT_OVER_1_YEAR'],
    ['2026-03-02', 'TermShiftRequested'],
    ['2026-03-01', 'DATE_PASSED'],
  ])('ORG-18 from 2026-03-10 to %s: %s', (toOn, outcome) => {
    const asked = given(termDecider, started()).when(shift(toOn));
    if (outcome === 'TermShiftRequested') asked.thenTypes(outcome);
    else asked.thenRejected(outcome);
  });
  it('ORG-18 earlier by a year at most', () => {
    const late = started({ expiresOn: '2028-02-29' });
    given(termDecider, late).when(shift('2027-02-28')).thenTypes('TermShiftRequested');
    given(termDecider, late).when(shift('2027-02-27')).thenRejected('SHIFT_OVER_1_YEAR', { earliest: '2027-02-28', latest: '2029-02-28' });
  });
  it('ORG-18 once a term, not after its end, approved by somebody else', () => {
    const approve = (byId: string, at = '2026-03-02T01:00:00.000Z') => ({ type: 'ApproveShift', organizationId: 'org_1', at, byId }) as const;
    given(termDecider, started()).when(approve('per_up')).thenRejected('STATE_NOT_ALLOWED');
    given(termDecider, started(), shiftRequested()).when(approve('per_secretary')).thenRejected('SELF_APPROVAL');
    given(termDecider, started(), shiftRequested()).when(approve('per_up')).then(shifted());
    given(termDecider, started(), shiftRequested(), shifted()).when(shift('2026-12-01')).thenRejected('ALREADY_SHIFTED');
    const dayAfter = '2026-03-10T16:00:00.000Z';
    given(termDecider, started(), reminded())
      .when(shift('2026-12-01', { at: '2026-03-10T15:59:59.999Z' }))
      .thenTypes('TermShiftRequested');
    given(termDecider, started())
      .when(shift('2026-12-01', { at: dayAfter }))
      .thenRejected('TERM_ALREADY_OVERDUE');
    given(termDecider, started(), shiftRequested()).when(approve('per_up', dayAfter)).thenRejected('TERM_ALREADY_OVERDUE');
    expect(state(started(), reminded(), shiftRequested())).toBe('dueSoon');
  });
});

describe('ORG-19 calling an election', () => {
  const due = [started(), reminded()];
  const outcome = (fields: Parameters<typeof call>[0]) => {
    try {
      return termDecider
        .decide(given(termDecider, ...due).state(), call(fields))
        .flatMap((event) => (event.type === 'ElectionCalled' ? [event.data.warnings.join() || 'ok'] : []))[0];
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error;
    }
  };
  const people = (count: number) => Array.from({ length: count }, (_, index) => `per_${index + 1}`);

  it('ORG-19 a branch of six elects a secretary and at most a deputy, one of seven a committee', () => {
    expect([1, 2, 3].map((seats) => outcome({ fullMembers: 6, seats, deputies: seats - 1, candidateIds: people(3) }))).toEqual([
      'ok',
      'ok',
      'SEATS_OUT_OF_RANGE',
    ]);
    expect(outcome({ fullMembers: 6, seats: 2, deputies: 1, candidateIds: people(1) })).toBe('TOO_FEW_CANDIDATES');
    expect(outcome({ fullMembers: 7, seats: 1, deputies: 0, candidateIds: people(3) })).toBe('SEATS_OUT_OF_RANGE');
  });
  it.each([
    ['branch', [2, 3, 4, 5, 6, 7, 8], ['SEATS_OUT_OF_RANGE', 'ok', 'EVEN_SEATS', 'ok', 'REASON_REQUIRED', 'REASON_REQUIRED', 'SEATS_OUT_OF_RANGE']],
    ['generalBranch', [4, 5, 7, 8, 9, 10], ['SEATS_OUT_OF_RANGE', 'ok', 'ok', 'REASON_REQUIRED', 'REASON_REQUIRED', 'SEATS_OUT_OF_RANGE']],
    ['committee', [4, 5, 9, 10], ['SEATS_OUT_OF_RANGE', 'ok', 'ok', 'SEATS_OUT_OF_RANGE']],
  ] as const)('ORG-19 seats of a %s', (kind, seats, expected) => {
    expect(seats.map((count) => outcome({ organ: { ...organ, kind }, seats: count, candidateIds: people(15) }))).toEqual(expected);
    expect(outcome({ seats: 7, candidateIds: people(15), reasonCode: 'manyMembers' })).toBe('ok');
  });
  it('ORG-19 a fifth more candidates than seats: 3 seats 4, 5 seats 6, 7 seats 9', () => {
    const least = (seats: number) =>
      [...people(15).keys()]
        .map((count) => count + 1)
        .find((count) => outcome({ seats, candidateIds: people(count), reasonCode: 'manyMembers' }) !== 'TOO_FEW_CANDIDATES');
    expect([3, 5, 7].map(least)).toEqual([4, 6, 9]);
    expect(outcome({ candidateIds: [...people(3), 'per_1'] })).toBe('TOO_FEW_CANDIDATES');
    expect(outcome({ unfitIds: ['per_2'] })).toBe('NOT_FULL_MEMBER');
  });
  it('ORG-19 delegates from 500 members on, or where they are scattered', () => {
    expect([499, 500].map((members) => outcome({ form: 'delegates', members }))).toEqual(['DELEGATES_NOT_ALLOWED', 'ok']);
    expect(outcome({ form: 'delegates', members: 60, scattered: true })).toBe('ok');
  });
  it('ORG-19 when it is due or overdue, the first one, or an earlier one that was approved; not in the past', () => {
    given(termDecider, started()).when(call()).thenRejected('STATE_NOT_ALLOWED', { state: 'running' });
    for (const past of [[], [started(), overdue()], [started(), shiftRequested(), shifted()]])
      given(termDecider, ...past)
        .when(call())
        .thenTypes('ElectionCalled');
    given(termDecider, ...due, called())
      .when(call({ electionId: 'elc_2' }))
      .thenRejected('STATE_NOT_ALLOWED', { state: 'electionCalled' });
    given(termDecider, ...due, called())
      .when(call())
      .then();
    expect(outcome({ ballotOn: '2026-03-01' })).toBe('DATE_PASSED');
    expect(outcome({ organ: { ...organ, kind: 'temporaryBranch' } })).toBe('TEMPORARY_BRANCH');
  });
});

describe('ORG-20 the result of a secret ballot', () => {
  const past = [started(), reminded(), called()];

  it('ORG-20 of ten entitled eight have to be present', () => {
    const few = (present: number) => record(ballot([6, 6, 6, 0], { present, issued: 7, returned: 7 }));
    given(termDecider, ...past)
      .when(few(7))
      .thenRejected('QUORUM_NOT_MET', { entitled: 10, present: 7, needed: 8 });
    given(termDecider, ...past)
      .when(few(8))
      .thenTypes('ElectionResultRecorded');
  });
  it('ORG-20 the figures add up: returned, issued, present; no more votes than papers, no more than seats on a paper', () => {
    for (const wrong of [{ issued: 11 }, { returned: 11 }, { issued: 8, returned: 9 }])
      given(termDecider, ...past)
        .when(record(ballot([9, 8, 7, 0], wrong)))
        .thenRejected('BALLOT_COUNT_WRONG');
    given(termDecider, ...past)
      .when(record(ballot([10, 10, 10, 0])))
      .thenTypes('ElectionResultRecorded');
    given(termDecider, ...past)
      .when(record(ballot([10, 10, 10, 1])))
      .thenRejected('BALLOT_COUNT_WRONG');
    given(termDecider, ...past)
      .when(record(ballot([9, 8, 0, 0], { returned: 8 })))
      .thenRejected('BALLOT_COUNT_WRONG');
    const twice = { ...ballot([9]), votes: [1, 2].map(() => ({ personId: 'per_1', yes: 5 })) };
    given(termDecider, ...past)
      .when(record(twice))
      .thenRejected('BALLOT_COUNT_WRONG');
  });
  it('ORG-20 elected is who has more than half of those present, the most votes first', () => {
    const [result] = after(past, record(ballot([6, 9, 5, 7]))).slice(-1);
    expect(result).toMatchObject({
      type: 'ElectionResultRecorded',
      data: { round: 1, electedIds: ['per_2', 'per_4', 'per_1'], openSeats: 0, secretaryId: 'per_1' },
    });
    expect(after(past, record(ballot([6, 5, 5, 7], { present: 10 }))).at(-1)).toMatchObject({ data: { electedIds: ['per_4', 'per_1'], openSeats: 1 } });
  });
  it('ORG-20 equal votes at the cut: refused, kept as ordered runoff, decided between those', () => {
    const tie = ballot([9, 8, 6, 6]);
    given(termDecider, ...past)
      .when(record(tie))
      .thenRejected('TIE_RUNOFF_NEEDED', { personIds: ['per_3', 'per_4'], openSeats: 1 });
    given(termDecider, ...past)
      .when(runoff(ballot([9, 8, 7, 6])))
      .thenRejected('STATE_NOT_ALLOWED');
    const ordered = after(past, runoff(tie));
    expect(ordered.at(-1)).toMatchObject({ type: 'RunoffOrdered', data: { electedIds: ['per_1', 'per_2'], tiedIds: ['per_3', 'per_4'], openSeats: 1 } });
    given(termDecider, ...ordered)
      .when(record(ballot([6, 4])))
      .thenRejected('BALLOT_COUNT_WRONG');
    const between = {
      ...ballot([]),
      votes: [
        { personId: 'per_3', yes: 4 },
        { personId: 'per_4', yes: 6 },
      ],
    };
    const decided = after(ordered, record(between, { secretaryId: 'per_1', deputyIds: ['per_4'] }));
    expect(decided.at(-1)).toMatchObject({ data: { round: 2, electedIds: ['per_1', 'per_2', 'per_4'], openSeats: 0, deputyIds: ['per_4'] } });
    given(termDecider, ...ordered)
      .when(approveElection())
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-20 three above the half of equal votes for two seats, with a clear first', () => {
    const two = [started(), reminded(), called({ seats: 2, deputies: 1 })];
    given(termDecider, ...two)
      .when(record(ballot([6, 6, 6, 0], { present: 10 })))
      .thenRejected('TIE_RUNOFF_NEEDED', { personIds: ['per_1', 'per_2', 'per_3'], openSeats: 2 });
  });
  it('ORG-20 seats that stay open: a further round, or fewer with the reason of the organization above', () => {
    const open = after(past, record(ballot([9, 8, 2, 2])));
    given(termDecider, ...open)
      .when(approveElection())
      .thenRejected('REASON_REQUIRED', { openSeats: 1 });
    given(termDecider, ...open)
      .when(approveElection({ reasonCode: 'noneSuitable' }))
      .thenTypes('TermStarted', 'ElectionApproved');
    const round = { ...ballot([]), votes: [{ personId: 'per_4', yes: 8 }] };
    expect(after(open, record(round)).at(-1)).toMatchObject({ data: { round: 2, electedIds: ['per_1', 'per_2', 'per_4'], openSeats: 0 } });
    given(termDecider, ...open)
      .when(record({ ...round, votes: [{ personId: 'per_1', yes: 8 }] }))
      .thenRejected('BALLOT_COUNT_WRONG');
  });
  it('ORG-20 secretary and deputies are among the elected, each once; with every seat taken there is one', () => {
    const counts = ballot([9, 8, 7, 1]);
    for (const fields of [{ secretaryId: 'per_4' }, { deputyIds: ['per_4'] }, { deputyIds: ['per_1'] }, { deputyIds: ['per_2', 'per_3'] }])
      given(termDecider, ...past)
        .when(record(counts, fields))
        .thenRejected('NOT_ELECTED');
    given(termDecider, ...past)
      .when(record(counts, { secretaryId: undefined }))
      .thenRejected('SECRETARY_REQUIRED');
  });
  it('ORG-20 approved by another person, once: the old term ends and the new one starts on the day of the ballot', () => {
    const done = after([started(), overdue(), called()], record(ballot([9, 8, 7, 1]), { deputyIds: ['per_2'] }));
    given(termDecider, ...done)
      .when(approveElection({ byId: 'per_secretary' }))
      .thenRejected('SELF_APPROVAL');
    const approved = after(done, approveElection());
    expect(approved.slice(-2)).toMatchObject([
      { type: 'TermStarted', data: { termId: 'trm_2', startsOn: '2026-03-02', expiresOn: '2029-03-02', years: 3, electionId: 'elc_1' } },
      {
        type: 'ElectionApproved',
        data: { ballotOn: '2026-03-02', electedIds: ['per_1', 'per_2', 'per_3'], secretaryId: 'per_1', deputyIds: ['per_2'], approvedById: 'per_up' },
      },
    ]);
    expect(state(...approved)).toBe('running');
    given(termDecider, ...approved)
      .when(approveElection())
      .then();
    given(termDecider, ...approved)
      .when(record(ballot([9])))
      .thenRejected('NOT_FOUND');
  });
});
