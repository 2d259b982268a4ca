import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@zhitong/eventing';
import { addDays, daysBetween, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { itemsOf, refusalOf } from './people.ts';
import { Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
let began: string;
const today = () => shanghaiDate(city.clock.now());

const report = z.object({
  steps: z.array(z.object({ step: z.string(), count: z.number() })),
  open: z.number(),
  overdue: z.number(),
  assigned: z.number(),
  medianDays: z.number().optional(),
  issued: z.number(),
  expired: z.number(),
});
const measures = ['open', 'overdue', 'assigned', 'issued', 'expired'] as const;

/** Six transfers that end differently, over four months. */
beforeAll(async () => {
  city = await startTestCity();
  began = today();
  const quick = await Journey.request(city);
  await quick.approve();
  await quick.accept();
  await quick.assign();
  await quick.arrive();
  const [slow, refused, returned, expiring] = [
    await Journey.request(city),
    await Journey.request(city),
    await Journey.request(city),
    await Journey.request(city),
  ];
  city.clock.toDay(addDays(began, 3));
  await refused.act(sender.committee, 'refuseTransfer', { cause: 'other' });
  for (const journey of [slow, returned, expiring]) await journey.approve();
  city.clock.toDay(addDays(began, 12));
  await returned.act(receiver.committee, 'returnTransfer', { cause: 'wrongUnit' });
  await returned.act(sender.committee, 'reissueLetter', { reason: '名称不符' });
  await slow.accept();
  await slow.assign();
  city.clock.toDay(addDays(began, 17));
  await slow.arrive();
  await Journey.request(city);
  city.clock.toDay(addDays(began, 110));
  await eventually(async () => expect((await expiring.seen()).step).toBe('expired'));
  await eventually(async () => expect((await returned.seen()).step).toBe('expired'));
  await city.settle();
}, 90_000);
afterAll(() => city.remove());

/** What each fact of the log makes of a transfer, without anything of the service. */
const stepAfter: Readonly<Record<string, string>> = {
  TransferRequested: 'requested',
  TransferBranchConfirmed: 'requested',
  TransferApproved: 'senderApproved',
  LetterIssued: 'letterIssued',
  LetterReissued: 'letterIssued',
  TransferAccepted: 'accepted',
  TransferReturned: 'returned',
  LetterExpired: 'expired',
  BranchAssigned: 'assigned',
  TransferRefused: 'refused',
};
const open = new Set(['requested', 'senderApproved', 'letterIssued', 'accepted', 'returned', 'expired']);
const textOf = (data: object, ...names: readonly string[]) =>
  names.map((name) => Reflect.get(data, name) as unknown).find((value) => typeof value === 'string');
const dayOf = ({ data, occurredAt }: RecordedEvent) => textOf(data, 'expiredOn', 'lapsedOn') ?? shanghaiDate(occurredAt);

function reckoned(asOf: string, knownAt: string) {
  const events = city.events.filter(
    ({ type, recordedAt, ...event }) => type in stepAfter && recordedAt <= knownAt && dayOf({ type, recordedAt, ...event }) <= asOf,
  );
  const byTransfer = Map.groupBy(events, ({ data }) => textOf(data, 'transferId'));
  byTransfer.delete(undefined);
  const now = [...byTransfer.values()].map((facts) => {
    const step = stepAfter[facts.at(-1)?.type ?? ''] ?? '';
    const dueOn = facts
      .map(({ data }) => textOf(data, 'backDueOn', 'assignDueOn', 'acceptDueOn', 'approveDueOn', 'branchDueOn'))
      .findLast((due) => due !== undefined);
    return {
      step,
      late: open.has(step) && String(dueOn) < asOf,
      days: daysBetween(dayOf(facts[0] ?? never()), dayOf(facts.at(-1) ?? never())),
    };
  });
  const days = now
    .filter(({ step }) => step === 'assigned')
    .map((one) => one.days)
    .sort((a, b) => a - b);
  const steps = [
    ...Map.groupBy(
      now.filter(({ step }) => open.has(step)),
      ({ step }) => step,
    ),
  ].map(([step, some]) => ({ step, count: some.length }));
  const middle = days.length % 2 === 1 ? days[(days.length - 1) / 2] : ((days[days.length / 2] ?? 0) + (days[days.length / 2 - 1] ?? 0)) / 2;
  return {
    steps: steps.sort((a, b) => a.step.localeCompare(b.step)),
    open: now.filter(({ step }) => open.has(step)).length,
    overdue: now.filter(({ late }) => late).length,
    assigned: days.length,
    ...(days.length === 0 ? {} : { medianDays: middle }),
    issued: events.filter(({ type }) => type === 'LetterIssued' || type === 'LetterReissued').length,
    expired: events.filter(({ type }) => type === 'LetterExpired').length,
  };
}
const never = (): RecordedEvent => {
  throw new Error('a transfer without facts');
};

async function reported(asked: object) {
  const { steps, ...figures } = report.parse(await city.as('city').query('transferReport', { organizationId: city.org('city'), ...asked }));
  return { steps: [...steps].sort((a, b) => a.step.localeCompare(b.step)), ...figures };
}
const forever = '9999-12-31T00:00:00.000Z';

describe('R-26 transfers', () => {
  it('as of today and of any day before are what the log says', async () => {
    const now = await reported({});
    expect(now).toEqual(reckoned(today(), forever));
    expect(now).toMatchObject({ open: 3, assigned: 2, medianDays: 8.5, issued: 5, expired: 2 });
    for (const day of [-1, 0, 2, 3, 11, 12, 13, 16, 17, 20, 93, 94, 102, 103, 110]) {
      const asOf = addDays(began, day);
      expect({ asOf, ...(await reported({ asOf })) }).toEqual({ asOf, ...reckoned(asOf, forever) });
    }
  });

  it('0.3 as far as known at an instant: what was recorded later is not in it', async () => {
    const moments = city.events.filter(({ type }) => type in stepAfter).map(({ recordedAt }) => recordedAt);
    for (const knownAt of new Set([moments[0], moments[Math.floor(moments.length / 2)], moments.at(-1)].filter((at) => at !== undefined))) {
      expect({ knownAt, ...(await reported({ knownAt })) }).toEqual({ knownAt, ...reckoned(today(), knownAt) });
    }
  });

  it('done.md 7 the list behind a figure has exactly that many rows, in pages', async () => {
    for (const asOf of [addDays(began, 12), today()]) {
      const figures = await reported({ asOf });
      for (const measure of measures) {
        const rows: unknown[] = [];
        let cursor: string | undefined;
        do {
          const asked = { organizationId: city.org('city'), asOf, measure, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
          const page = await city.as('city').query('transferReportRows', asked);
          rows.push(...itemsOf(page));
          cursor = z.looseObject({ next: z.string().optional() }).parse(page).next;
        } while (cursor !== undefined);
        expect([measure, rows.length]).toEqual([measure, figures[measure]]);
        expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
      }
    }
  });

  it('belongs to the sending committee, sums over the tree, and is for its scope alone', async () => {
    const of = async (login: string) => report.parse(await city.as(login).query('transferReport', { organizationId: city.org(login) })).open;
    expect([await of('city'), await of('district-440308'), await of(sender.committee), await of('district-440303')]).toEqual([3, 3, 3, 0]);
    expect(await refusalOf(city.as('district-440303').query('transferReport', { organizationId: city.org('district-440308') }))).toBe('NOT_FOUND');
    expect(await refusalOf(city.as('city').query('transferReport', { organizationId: city.org('city'), asOf: addDays(today(), 1) }))).toBe('FUTURE_DATED');
  });
});
