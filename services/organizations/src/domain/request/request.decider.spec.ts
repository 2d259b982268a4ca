import { describe, expect, it } from '@jest/globals';
import type { RequestState, RequestTopic } from '@zhitong/catalogue';
import { fold } from '@zhitong/kernel';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import type { SubmitRequest } from './ask-request.ts';
import type { RequestSettings } from './request-clock.ts';
import { requestDecider, type RequestCommand } from './request.decider.ts';
import type { Holder } from './request-routing.ts';
import type { RequestEvent, Submitted } from './request-state.ts';

const at = '2026-03-02T02:00:00.000Z'; // Monday
const settings: RequestSettings = {
  acceptWorkdays: 2,
  answerWorkdays: 10,
  urgentWorkdays: 3,
  escalatedWorkdays: 5,
  reopenWorkdays: 5,
  confirmDays: 7,
  maxReroutes: 2,
  maxReopen: 2,
  maxPauseWorkdays: 10,
  calendar: [],
};
const topic: RequestTopic = { topicCode: 'dues', office: 'funding', view: 'place', minLevel: 'street', maxLevel: 'district' };
const street: Holder = { organizationId: 'org_s1', office: 'funding', level: 'street' };
const other: Holder = { organizationId: 'org_s2', office: 'funding', level: 'street' };
const district: Holder = { organizationId: 'org_d1', office: 'funding', level: 'district' };
const above = () => district;
const top = () => undefined;

const submit = (change: Partial<SubmitRequest> = {}): SubmitRequest => ({
  type: 'SubmitRequest',
  requestId: 'req_1',
  submitterId: 'org_b1',
  actorId: 'per_a',
  topic,
  textRef: 'txt_1',
  urgent: false,
  anotherIsOpen: false,
  route: { holder: street, view: 'place', informedIds: ['org_c1'], gap: false },
  treeVersion: 7,
  at,
  settings,
  ...change,
});
const accept = (when = at): RequestCommand => ({ type: 'AcceptRequest', at: when, officerId: 'per_o' });
const answer = (when = at): RequestCommand => ({ type: 'AnswerRequest', at: when, answer: 'done', textRef: 'txt_2', settings });
const plan = (plannedOn = '2026-03-20', when = at): RequestCommand => ({
  type: 'AnswerRequest',
  at: when,
  answer: 'planned',
  plannedOn,
  textRef: 'txt_2',
  settings,
});
const reroute = (to: Holder | undefined = other): RequestCommand => ({
  type: 'RerouteRequest',
  at,
  to,
  reasonRef: 'txt_3',
  commonSuperiorId: 'org_d1',
  settings,
});
const pause = (when = at): RequestCommand => ({ type: 'PauseRequest', at: when, reasonRef: 'txt_4', settings });
const resume = (when: string): RequestCommand => ({ type: 'ResumeRequest', at: when, settings });
const confirm = (when = at): RequestCommand => ({ type: 'ConfirmRequest', at: when });
const reopen = (when = at): RequestCommand => ({ type: 'ReopenRequest', at: when, reasonRef: 'txt_5', above, settings });
const withdraw: RequestCommand = { type: 'WithdrawRequest', at };
const pass = (when: string, up: typeof above | typeof top = above): RequestCommand => ({ type: 'PassDeadline', at: when, above: up, settings });
const decide = (decidedById = 'org_d1'): RequestCommand => ({ type: 'DecideRequestHolder', at, to: street, decidedById, commonSuperiorId: 'org_d1', settings });

/** The facts a sequence of commands led to. */
const after = (...commands: readonly RequestCommand[]): readonly RequestEvent[] =>
  commands.reduce<readonly RequestEvent[]>((past, command) => [...past, ...requestDecider.decide(fold(requestDecider, past), command)], []);
const stateAfter = (...commands: readonly RequestCommand[]): Submitted => {
  const state = fold(requestDecider, after(...commands));
  if (state.status === 'absent') throw new Error('no request');
  return state;
};

describe('LINK-13 submitting', () => {
  it('goes straight to its holder', () => given(requestDecider).when(submit()).thenTypes('RequestSubmitted', 'RequestRouted'));
  it('warns of another one open on the topic', () => expect(after(submit({ anotherIsOpen: true }))[0]).toMatchObject({ data: { warnings: ['REQUEST_OPEN'] } }));
  it('takes no excluded matter', () =>
    given(requestDecider)
      .when(submit({ topic: { ...topic, topicCode: 'disciplineCase' } }))
      .thenRejected('TOPIC_EXCLUDED', { pointer: 'authorisedBody' }));
  it('LINK-14 records a gap in the routing', () =>
    given(requestDecider)
      .when(submit({ route: { holder: street, view: 'place', informedIds: [], gap: true } }))
      .thenTypes('RequestSubmitted', 'RoutingGapFound', 'RequestRouted'));
});

describe('LINK-15 accepting and rerouting', () => {
  it('accept within two working days, end of day', () => expect(stateAfter(submit()).acceptDueAt).toBe('2026-03-04T15:59:59.999Z'));
  it('the next holder must be named', () =>
    given(requestDecider, ...after(submit()))
      .when({ type: 'RerouteRequest', at, to: undefined, reasonRef: 'txt_3', commonSuperiorId: undefined, settings })
      .thenRejected('TARGET_REQUIRED'));
  it('twice, the third time the common superior decides', () => {
    const twice = after(submit(), reroute(other), reroute(street));
    given(requestDecider, ...after(submit(), reroute(other)))
      .when(reroute(street))
      .thenTypes('RequestRerouted');
    given(requestDecider, ...twice)
      .when(reroute(other))
      .thenRejected('REROUTE_LIMIT', { limit: 2, commonSuperiorId: 'org_d1' });
    given(requestDecider, ...twice)
      .when(decide())
      .thenTypes('RequestHolderDecided');
    given(requestDecider, ...twice)
      .when(decide('org_s1'))
      .thenRejected('FORBIDDEN_ROLE');
  });
  it('the decision is final and not made earlier', () => {
    given(requestDecider, ...after(submit(), reroute(other)))
      .when(decide())
      .thenRejected('STATE_NOT_ALLOWED');
    const decided = after(submit(), reroute(other), reroute(street), decide());
    given(requestDecider, ...decided)
      .when(decide())
      .thenRejected('STATE_NOT_ALLOWED');
    given(requestDecider, ...decided)
      .when(reroute(other))
      .thenRejected('REROUTE_LIMIT');
  });
});

describe('LINK-16 the clock', () => {
  it('ten working days from routing', () => expect(stateAfter(submit()).answerDueAt).toBe('2026-03-16T15:59:59.999Z'));
  it('the topic has its own days, urgent is three', () => {
    expect(stateAfter(submit({ topic: { ...topic, answerWorkdays: 5 } })).answerDueAt).toBe('2026-03-09T15:59:59.999Z');
    expect(stateAfter(submit({ urgent: true })).answerDueAt).toBe('2026-03-05T15:59:59.999Z');
  });
  it('a reroute does not start it again', () => expect(stateAfter(submit(), reroute()).answerDueAt).toBe('2026-03-16T15:59:59.999Z'));
  it('stands while the submitter owes something: three working days', () =>
    expect(stateAfter(submit(), accept(), pause('2026-03-04T02:00:00.000Z'), resume('2026-03-09T02:00:00.000Z'))).toMatchObject({
      answerDueAt: '2026-03-19T15:59:59.999Z',
      pausedWorkdays: 3,
    }));
  it('runs on by itself after ten working days', () => {
    const waiting = after(submit(), accept(), pause());
    given(requestDecider, ...waiting)
      .when(pass('2026-03-16T15:59:59.999Z'))
      .then();
    given(requestDecider, ...waiting)
      .when(pass('2026-03-16T16:00:00.000Z'))
      .thenTypes('RequestResumed');
    expect(stateAfter(submit(), accept(), pause(), pass('2026-03-16T16:00:00.000Z'))).toMatchObject({
      status: 'accepted',
      pausedWorkdays: 10,
      answerDueAt: '2026-03-30T15:59:59.999Z',
    });
  });
  it('stands ten working days in all', () => {
    const nine = after(submit(), accept(), pause(), resume('2026-03-13T02:00:00.000Z'));
    given(requestDecider, ...nine)
      .when(pause('2026-03-13T03:00:00.000Z'))
      .thenTypes('RequestPaused');
    const ten = after(submit(), accept(), pause(), resume('2026-03-16T02:00:00.000Z'));
    given(requestDecider, ...ten)
      .when(pause('2026-03-16T03:00:00.000Z'))
      .thenRejected('PAUSE_LIMIT');
  });
});

describe('LINK-17 escalation', () => {
  it('equal to the deadline is on time, one millisecond later goes one level up', () => {
    given(requestDecider, ...after(submit()))
      .when(pass('2026-03-04T15:59:59.999Z'))
      .then();
    given(requestDecider, ...after(submit()))
      .when(pass('2026-03-04T16:00:00.000Z'))
      .thenTypes('RequestOverdue', 'RequestEscalated');
  });
  it('keeps the old holder as co-holder and gives the new one five working days', () =>
    expect(stateAfter(submit(), pass('2026-03-04T16:00:00.000Z'))).toMatchObject({
      holder: district,
      coHolders: [street],
      escalations: 1,
      answerDueAt: '2026-03-12T15:59:59.999Z',
      status: 'routed',
    }));
  it('an accepted one goes up when the answer is missed', () => {
    given(requestDecider, ...after(submit(), accept()))
      .when(pass('2026-03-16T15:59:59.999Z'))
      .then();
    given(requestDecider, ...after(submit(), accept()))
      .when(pass('2026-03-16T16:00:00.000Z'))
      .thenTypes('RequestOverdue', 'RequestEscalated');
  });
  it('at the top each missed deadline is flagged once', () => {
    const first = after(submit(), pass('2026-03-04T16:00:00.000Z', top));
    expect(first.at(-1)).toMatchObject({ type: 'RequestOverdue', data: { atTop: true, dutyCode: 'accept' } });
    given(requestDecider, ...first)
      .when(pass('2026-03-05T16:00:00.000Z', top))
      .then();
    given(requestDecider, ...first)
      .when(pass('2026-03-16T16:00:00.000Z', top))
      .thenTypes('RequestOverdue');
  });
});

describe('LINK-18 answer, confirm, reopen', () => {
  const answered = after(submit(), accept(), answer());
  it('a plan, and only a plan, names a day to come', () => {
    given(requestDecider, ...after(submit(), accept()))
      .when({ type: 'AnswerRequest', at, answer: 'done', plannedOn: '2026-03-20', textRef: 'txt_2', settings })
      .thenRejected('PLAN_DATE_MISMATCH');
    given(requestDecider, ...after(submit(), accept()))
      .when(plan('2026-03-02'))
      .thenRejected('PLAN_DATE_MISMATCH');
    given(requestDecider, ...after(submit(), accept()))
      .when(plan('2026-03-03'))
      .thenTypes('RequestAnswered');
  });
  it('seven days to confirm or reopen, end of day', () => {
    given(requestDecider, ...answered)
      .when(confirm('2026-03-09T15:59:59.999Z'))
      .thenTypes('RequestConfirmed');
    given(requestDecider, ...answered)
      .when(confirm('2026-03-09T16:00:00.000Z'))
      .thenRejected('STATE_NOT_ALLOWED');
    given(requestDecider, ...answered)
      .when(reopen('2026-03-09T16:00:00.000Z'))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('silence closes it', () => {
    given(requestDecider, ...answered)
      .when(pass('2026-03-09T15:59:59.999Z'))
      .then();
    given(requestDecider, ...answered)
      .when(pass('2026-03-09T16:00:00.000Z'))
      .thenTypes('RequestAutoClosed');
  });
  it('reopening gives five working days; the third goes one level up', () => {
    expect(stateAfter(submit(), accept(), answer(), reopen())).toMatchObject({ status: 'reopened', answerDueAt: '2026-03-09T15:59:59.999Z' });
    const twice = after(submit(), accept(), answer(), reopen(), accept(), answer(), reopen(), accept(), answer());
    given(requestDecider, ...twice)
      .when(reopen())
      .thenTypes('RequestReopened', 'RequestEscalated');
  });
  it('is withdrawn only before an answer', () => {
    given(requestDecider, ...after(submit(), accept()))
      .when(withdraw)
      .thenTypes('RequestWithdrawn');
    given(requestDecider, ...answered)
      .when(withdraw)
      .thenRejected('STATE_NOT_ALLOWED');
    given(requestDecider, ...after(submit(), accept(), answer(), reopen(), accept()))
      .when(withdraw)
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('a plan comes back on its date, 00:00 in Shanghai', () => {
    const planned = after(submit(), accept(), plan());
    given(requestDecider, ...planned)
      .when(pass('2026-03-19T15:59:59.999Z'))
      .then();
    given(requestDecider, ...planned)
      .when(pass('2026-03-19T16:00:00.000Z'))
      .thenTypes('RequestPlanReached');
    expect(stateAfter(submit(), accept(), plan(), pass('2026-03-19T16:00:00.000Z'))).toMatchObject({ status: 'accepted', plannedOn: null });
  });
});

it('X-10 a successor stands in for a dissolved party', () => {
  const replace = (from: string): RequestCommand => ({ type: 'ReplaceParty', at, fromOrganizationId: from, toOrganizationId: 'org_new', toLevel: 'street' });
  expect(stateAfter(submit(), replace('org_s1'))).toMatchObject({ holder: { organizationId: 'org_new', office: 'funding' }, status: 'routed' });
  expect(stateAfter(submit(), replace('org_b1')).submitterId).toBe('org_new');
  given(requestDecider, ...after(submit()))
    .when(replace('org_else'))
    .then();
  given(requestDecider, ...after(submit(), withdraw))
    .when(replace('org_s1'))
    .then();
});

/** Requirements 2.2; a planned answer returns to accepted, a missed reopening is escalated like any other. */
const table: Readonly<Record<'absent' | RequestState, readonly (RequestState | 'absent')[]>> = {
  absent: ['submitted'],
  submitted: ['routed', 'withdrawn'],
  routed: ['accepted', 'routed', 'withdrawn'],
  accepted: ['answered', 'waitingForSubmitter', 'routed', 'withdrawn'],
  waitingForSubmitter: ['accepted', 'withdrawn'],
  answered: ['confirmed', 'reopened', 'autoClosed', 'accepted'],
  reopened: ['accepted', 'routed'],
  confirmed: [],
  autoClosed: [],
  withdrawn: [],
};

const times = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => new Date(Date.parse(at) + hours * 3_600_000).toISOString());
const commands: fc.Arbitrary<RequestCommand> = times.chain((when) =>
  fc.constantFrom<RequestCommand>(
    submit({ at: when }),
    accept(when),
    answer(when),
    plan('2026-06-01', when),
    reroute(other),
    reroute(street),
    decide(),
    pause(when),
    resume(when),
    confirm(when),
    reopen(when),
    withdraw,
    pass(when),
    pass(when, top),
  ),
);

/** Also from an answer on, which random commands seldom reach in time. */
const starts = fc.constantFrom<readonly RequestCommand[]>([], [submit(), accept(), answer()]);

it('LINK-19 no sequence of commands leaves the table; an open request always has a holder; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(starts, fc.array(commands, { maxLength: 40, size: 'max' }), (start, sequence) => {
      walk(requestDecider, [...start, ...sequence], (before, after) => {
        seen.add(after.status);
        if (after.status !== before.status) expect(table[before.status]).toContain(after.status);
        if (after.status === 'absent' || after.status === 'submitted') return;
        expect(after.holder).not.toBeNull();
        expect(after.pausedWorkdays).toBeLessThanOrEqual(settings.maxPauseWorkdays);
        expect(after.reroutes).toBeLessThanOrEqual(settings.maxReroutes);
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  expect([...seen].sort()).toEqual(
    Object.keys(table)
      .filter((status) => status !== 'absent')
      .sort(),
  );
});
