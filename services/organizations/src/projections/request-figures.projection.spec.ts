import { describe, expect, it } from '@jest/globals';
import { levels, type Level, type RequestFigure, type RequestTopic } from '@zhitong/catalogue';
import { addDays, endOfDay, fold, instantMs, Rejected, shanghaiDate } from '@zhitong/kernel';
import fc from 'fast-check';
import { only, treeOf } from '../../test/city.samples.ts';
import { recorded, rowsAfter, tallied } from '../../test/fold.samples.ts';
import { medianOf, onTimeReport } from '../domain/request/on-time-report.ts';
import { workingHours, type RequestSettings } from '../domain/request/request-clock.ts';
import { requestDecider, type RequestCommand } from '../domain/request/request.decider.ts';
import type { Holder } from '../domain/request/request-routing.ts';
import type { RequestEvent } from '../domain/request/request-state.ts';
import { figureFields, figuresKey, requestFigures, type RequestFiguresRow } from './request-figures.projection.ts';

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
const holders: Readonly<Record<string, Holder>> = {
  street: { organizationId: 'org_s1', office: 'funding', level: 'street' },
  district: { organizationId: 'org_d1', office: 'funding', level: 'district' },
  city: { organizationId: 'org_city', office: 'funding', level: 'city' },
};
const holder = (level: string): Holder => holders[level] ?? { organizationId: 'org_s1', office: 'funding', level: 'street' };
const above = ({ level }: Holder) => (level === 'street' ? holder('district') : level === 'district' ? holder('city') : undefined);

const submit = (requestId = 'req_1', submitterId = 'org_b1', topicCode = 'dues'): RequestCommand => ({
  type: 'SubmitRequest',
  requestId,
  submitterId,
  actorId: 'per_a',
  topic: { ...topic, topicCode },
  textRef: 'txt_1',
  urgent: false,
  anotherIsOpen: false,
  route: { holder: holder('street'), view: 'place', informedIds: [], gap: false },
  treeVersion: 7,
  at,
  settings,
});
const accept: RequestCommand = { type: 'AcceptRequest', at, officerId: 'per_o' };
const answer = (when: string): RequestCommand => ({ type: 'AnswerRequest', at: when, answer: 'done', textRef: 'txt_2', settings });
const pass = (when: string): RequestCommand => ({ type: 'PassDeadline', at: when, above, settings });
const confirm = (when: string): RequestCommand => ({ type: 'ConfirmRequest', at: when });
const reopen = (when: string): RequestCommand => ({ type: 'ReopenRequest', at: when, reasonRef: 'txt_3', above, settings });

const decided = (commands: readonly RequestCommand[]): readonly RequestEvent[] =>
  commands.reduce<readonly RequestEvent[]>((past, command) => [...past, ...requestDecider.decide(fold(requestDecider, past), command)], []);
const history = (events: readonly RequestEvent[]) => events.map((event, n) => recorded('request', event.data.requestId, n + 1, event, at));
const rowsOf = async (...requests: readonly (readonly RequestEvent[])[]) => {
  const rows = await rowsAfter(requestFigures, { tree: only(treeOf()) }, requests.flatMap(history));
  return [...rows.values()];
};

/** The report as the query makes it: sums of the counters of the months before and of the days of the month. */
function reportOf(rows: readonly RequestFiguresRow[], organizationId: string, day: string) {
  const counters = tallied((row) => requestFigures.tallies?.(row) ?? [], rows);
  const sums = new Map<string, number>();
  for (const [key, amounts] of counters) {
    const [, id, when = ''] = key.split('|');
    const counts = when.length === 7 ? when < day.slice(0, 7) : when <= day && when.slice(0, 7) === day.slice(0, 7);
    if (id !== organizationId || !counts) continue;
    for (const [amount, value] of Object.entries(amounts)) sums.set(amount, (sums.get(amount) ?? 0) + value);
  }
  return onTimeReport(sums, levels.values);
}
const cellAt = async (level: Level, day: string, commands: readonly RequestCommand[], organizationId = 'org_city') =>
  reportOf(await rowsOf(decided(commands)), organizationId, day).rows.find((row) => row.level === level);

describe('R-23 answered on time', () => {
  const [onTime, late] = ['2026-03-16T15:59:59.999Z', '2026-03-16T16:00:00.000Z'];
  it('counts at the submitter and everything above it by place', async () => {
    for (const id of ['org_b1', 'org_c1', 'org_s1', 'org_d1', 'org_city'])
      expect(await cellAt('street', '2026-03-16', [submit(), accept, answer(onTime)], id)).toMatchObject({ answered: 1, answeredOnTime: 1, onTimeShare: 1000 });
    expect(await cellAt('street', '2026-03-16', [submit(), accept, answer(onTime)], 'org_d2')).toBeUndefined();
  });
  it('one millisecond late is late', async () =>
    expect(await cellAt('street', '2026-03-17', [submit(), accept, answer(late)])).toMatchObject({ answered: 1, answeredOnTime: 0, onTimeShare: 0 }));
  it('unanswered past the deadline counts from its day on where it was let pass, until somebody answers', async () => {
    const escalated = [submit(), accept, pass('2026-03-20T02:00:00.000Z')]; // found late: the day is that of the deadline
    expect(await cellAt('street', '2026-03-16', escalated)).toMatchObject({ unansweredLate: 0, onTimeShare: null });
    expect(await cellAt('street', '2026-03-17', escalated)).toMatchObject({ unansweredLate: 1, onTimeShare: 0 });
    const answered = [...escalated, accept, answer('2026-03-21T02:00:00.000Z')];
    expect(await cellAt('street', '2026-03-20', answered)).toMatchObject({ unansweredLate: 1, escalated: 1, escalatedShare: 1000 });
    expect(await cellAt('street', '2026-03-21', answered)).toMatchObject({ unansweredLate: 0, routed: 1 });
    expect(await cellAt('district', '2026-03-21', answered)).toMatchObject({ answered: 1, answeredOnTime: 0, unansweredLate: 0 });
  });
  it('only the first answer counts; reopened, confirmed and closed by silence count once each', async () => {
    const twice = [
      submit(),
      accept,
      answer(at),
      reopen('2026-03-03T02:00:00.000Z'),
      accept,
      answer('2026-03-04T02:00:00.000Z'),
      reopen('2026-03-05T02:00:00.000Z'),
    ];
    const full = [...twice, accept, answer('2026-03-06T02:00:00.000Z')];
    expect(await cellAt('street', '2026-03-02', full)).toMatchObject({ answered: 1, reopened: 0, reopenedShare: 0 });
    expect(await cellAt('street', '2026-03-31', full)).toMatchObject({ answered: 1, reopened: 1, reopenedShare: 1000, confirmed: 0 });
    expect(await cellAt('street', '2026-03-07', [...full, confirm('2026-03-07T02:00:00.000Z')])).toMatchObject({
      confirmed: 1,
      confirmedShare: 1000,
      autoClosed: 0,
    });
    expect(await cellAt('street', '2026-04-30', [...full, pass('2026-03-14T02:00:00.000Z')])).toMatchObject({
      confirmed: 0,
      autoClosed: 1,
      autoClosedShare: 1000,
    });
  });
});

describe('R-23 working hours', () => {
  const hours = (from: string, to: string, calendar: readonly string[] = []) => workingHours(from, to, { calendar });
  it('are those of working days, whole ones', () => {
    expect(hours(at, '2026-03-02T02:59:59.999Z')).toBe(0);
    expect(hours(at, '2026-03-02T03:00:00.000Z')).toBe(1);
    expect(hours('2026-03-06T15:00:00.000Z', '2026-03-08T17:00:00.000Z')).toBe(2); // an hour of Friday, one of Monday
    expect(hours('2026-03-07T02:00:00.000Z', '2026-03-08T02:00:00.000Z')).toBe(0);
    expect(hours('2026-03-06T16:00:00.000Z', '2026-03-07T16:00:00.000Z', ['2026-03-07=on'])).toBe(24);
    expect(hours(at, '2026-03-03T02:00:00.000Z', ['2026-03-03=off'])).toBe(14);
  });
  it('the median is the middle one, of an even number the mean of the middle two', () => {
    expect(medianOf(new Map())).toBeNull();
    expect(medianOf(new Map([[7, 1]]))).toBe(7);
    expect(medianOf(new Map([[1, 1], [4, 1]]))).toBe(2.5); // prettier-ignore
    expect(medianOf(new Map([[1, 5], [4, 3], [9, 1]]))).toBe(1); // prettier-ignore
    expect(medianOf(new Map([[1, 2], [3, 2]]))).toBe(2); // prettier-ignore
  });
  it('of the first answer, written into it', async () =>
    expect(await cellAt('street', '2026-03-04', [submit(), accept, answer('2026-03-04T04:30:00.000Z')])).toMatchObject({ medianWorkingHours: 50 }));
});

const submitters = ['org_b1', 'org_b2', 'org_b3', 'org_soe1'];
const steps: readonly ((when: string) => RequestCommand)[] = [
  (when) => ({ type: 'AcceptRequest', at: when, officerId: 'per_o' }),
  answer,
  reopen,
  confirm,
  pass,
  (when) => ({ type: 'PauseRequest', at: when, reasonRef: 'txt_4', settings }),
  (when) => ({ type: 'WithdrawRequest', at: when }),
];
const requestLives = fc.array(
  fc.record({
    submitter: fc.nat(submitters.length - 1),
    topicCode: fc.constantFrom('dues', 'training'),
    moves: fc.array(fc.tuple(fc.nat(steps.length - 1), fc.integer({ min: 1, max: 200 })), { maxLength: 10 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A life in which the clock speaks before everybody else, and what is refused does not happen. */
function lived(
  n: number,
  { submitter, topicCode, moves }: { submitter: number; topicCode: string; moves: readonly (readonly [number, number])[] },
): readonly RequestEvent[] {
  let [events, now] = [decided([submit(`req_${n}`, submitters[submitter], topicCode)]), instantMs(at)];
  const attempt = (command: RequestCommand) => {
    try {
      events = [...events, ...requestDecider.decide(fold(requestDecider, events), command)];
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
  };
  for (const [step, hours] of moves) {
    for (let hour = 0; hour < hours; hour += 24) attempt(pass(new Date(now + hour * 3_600_000).toISOString()));
    now += hours * 3_600_000;
    const when = new Date(now).toISOString();
    attempt(pass(when));
    const command = steps[step]?.(when);
    if (command !== undefined) attempt(command);
  }
  return events;
}

/** R-23 told once more from the bare events of one request, as of the end of a day. */
function retold(events: readonly RequestEvent[], day: string): readonly string[] {
  const until = endOfDay(day);
  let [level, first, missedAt, answered] = ['', '', '', ''];
  const found = new Set<string>();
  const once = (figure: RequestFigure, of: string, when: string) => when <= until && found.add(`${figure}|${of}`);
  for (const { type, data } of events) {
    if (type === 'RequestRouted') once('routed', (first = level = data.holder?.level ?? ''), data.routedAt);
    if (type === 'RequestOverdue' && data.dutyCode === 'answer' && answered === '' && missedAt === '' && data.dueAt < until) missedAt = level;
    if (type === 'RequestOverdue' && data.dutyCode === 'answer' && answered === '' && missedAt === '') missedAt = '-';
    if (type === 'RequestEscalated') {
      once('escalated', first, data.escalatedAt);
      level = data.holder?.level ?? '';
    }
    if (type === 'RequestAnswered' && answered === '') {
      answered = level;
      once('answered', level, data.answeredAt);
      if (missedAt === '' && !data.late) once('answeredOnTime', level, data.answeredAt);
      if (data.answeredAt <= until) missedAt = '-';
    }
    if (type === 'RequestReopened') once('reopened', answered, data.reopenedAt);
    if (type === 'RequestConfirmed') once('confirmed', answered, data.confirmedAt);
    if (type === 'RequestAutoClosed') once('autoClosed', answered, data.closedAt);
  }
  return [...found, ...(missedAt === '' || missedAt === '-' ? [] : [`unansweredLate|${missedAt}`])];
}

describe('R-23 as of any day', () => {
  it('every figure equals what the events say, has so many rows behind it, and adds up over the tree', async () =>
    fc.assert(
      fc.asyncProperty(requestLives, fc.integer({ min: 0, max: 80 }), async (lives, days) => {
        const histories = lives.map((life, n) => lived(n, life));
        const rows = await rowsOf(...histories);
        const day = addDays(shanghaiDate(at), days);
        const expected = new Map<string, number>();
        histories.forEach((events, n) => {
          for (const cell of retold(events, day)) {
            const key = `${cell}|${lives[n]?.topicCode ?? ''}`;
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
        });
        const report = reportOf(rows, 'org_city', day);
        for (const { level, topicCode, ...cell } of report.rows) {
          for (const [figure, [cellField, dayField]] of Object.entries(figureFields)) {
            const key = `${level}|${topicCode}`;
            const inTime = (row: RequestFiguresRow) => (row[dayField] ?? '~') <= day && (figure !== 'unansweredLate' || row.missedUntil > day);
            const behind = rows.filter((row) => row[cellField] === key && row.path.startsWith('/org_city/') && inTime(row));
            const told = Object.entries(cell).find(([name]) => name === figure)?.[1];
            expect([figure, key, told, behind.length]).toEqual([figure, key, expected.get(`${figure}|${key}`) ?? 0, expected.get(`${figure}|${key}`) ?? 0]);
            expected.delete(`${figure}|${key}`);
          }
        }
        expect([...expected]).toEqual([]);
        for (const figure of ['routed', 'answered', 'unansweredLate'] as const) {
          const of = (organizationId: string) => reportOf(rows, organizationId, day).total[figure];
          expect(of('org_city')).toBe(of('org_d1') + of('org_d2'));
          expect(of('org_c1')).toBe(of('org_b1') + of('org_b2') + of('org_soe1'));
        }
      }),
      { numRuns: 60 },
    ));
  it('the counters of an organization are a row a day and a row a month', async () => {
    const [row] = await rowsOf(decided([submit(), accept, answer('2026-04-01T02:00:00.000Z')]));
    const keys = (row === undefined ? [] : (requestFigures.tallies?.(row) ?? [])).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('org_city'))).toEqual(
      ['2026-03-02', '2026-03', '2026-04-01', '2026-04'].map((when) => figuresKey('org_city', when)),
    );
  });
});
