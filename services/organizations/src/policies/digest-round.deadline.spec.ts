import { describe, expect, it } from '@jest/globals';
import type { Condition, Projection } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { only, treeOf } from '../../test/city.samples.ts';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import { digestReaders, officesOn, timesOn, type DigestReader } from '../projections/digest-readers.projection.ts';
import { requestList } from '../projections/request-list.projection.ts';
import { digestRoundDeadline } from './digest-round.deadline.ts';

const granted = (personId: string, version = 1, fields: object = {}) =>
  recorded('grants', personId, version, {
    type: 'GrantGiven',
    data: {
      grantId: `grt_${version}`,
      personId,
      organizationId: `org_of_${personId}`,
      role: 'secretary',
      fromDate: '2026-01-01',
      untilDate: undefined,
      ...fields,
    },
  });
const set = (personId: string, version: number, time: string, effectiveOn: string) =>
  recorded('digest', personId, version, { type: 'DigestTimesSet', data: { personId, time, quietFrom: '21:00', quietUntil: '08:00', effectiveOn, setAt: '' } });

/** Readers as folded; one directive waits everywhere, urgent at the organizations named. */
async function envOf(history: Parameters<typeof rowsAfter>[2], urgentAt: readonly string[] = []): Promise<ServiceEnv> {
  const readers = [...(await rowsAfter(digestReaders, {}, history)).values()];
  const asked = (where: readonly Condition[], field: string) => where.find((condition) => condition.field === field);
  const rowsOf = (projection: Projection<never, never>, where: readonly Condition[]) => {
    if ((projection as unknown) === digestReaders) {
      return readers.filter((reader) => reader[asked(where, 'reads') === undefined ? 'ownTimes' : 'reads']);
    }
    const own = asked(where, 'organizationId');
    const urgent = own !== undefined && 'eq' in own && urgentAt.includes(String(own.eq)) && asked(where, 'urgentOpen') !== undefined;
    return urgent && (projection as unknown) !== requestList ? [{}] : [];
  };
  const settings = {
    list: () => ['21:00', '08:00'],
    json: () => '08:30',
  };
  return {
    tree: only(treeOf()),
    settings,
    rows: (projection: Projection<never, never>) => ({
      query: ({ where }: { where: readonly Condition[] }) => Promise.resolve({ items: rowsOf(projection, where) }),
      count: () => Promise.resolve({ count: 0, more: false }),
      tallies: (keys: readonly string[]) => Promise.resolve(new Map(keys.map((key) => [key, { unread: 1 }]))),
    }),
  } as unknown as ServiceEnv;
}

/** Who is told, and how the round ends. */
async function fired(dueAt: string, now: string, env: ServiceEnv) {
  const told: string[] = [];
  let finished: unknown;
  for await (const { stream, id, command } of await digestRoundDeadline.fire({ dueAt, digestOn: dueAt.slice(0, 10), $key: '' }, now, env)) {
    const { type } = command as { type: string };
    if (type === 'SendDigest') told.push(id);
    else finished = [`${stream.category}-${id}`, command];
  }
  return { told, finished };
}

const due = async (env: ServiceEnv, ...events: Parameters<typeof rowsAfter>[2]) =>
  Object.fromEntries([...(await rowsAfter(digestRoundDeadline, env, events))].map(([key, { dueAt }]) => [key, dueAt]));

describe('LINK-22 the daily rounds', () => {
  const tree = (version: number, at: string) => recorded('tree', 'city', version, { type: 'OrganizationRegistered', data: {} }, at);
  const finished = (nextAt: string) => recorded('digest', 'city', 1, { type: 'DigestRoundFinished', data: { digestOn: '2026-03-03', nextAt } });

  it('the usual one is set by the first fact of the tree and moved on by each finished round', async () => {
    const env = await envOf([]);
    const first = tree(1, '2026-03-02T00:30:00.000Z');
    expect(await due(env, first, tree(2, '2026-03-09T00:00:00.000Z'))).toEqual({ '08:30': '2026-03-03T00:30:00.000Z' });
    expect(await due(env, first, finished('2026-03-04T00:30:00.000Z'))).toEqual({ '08:30': '2026-03-04T00:30:00.000Z' });
  });
  it('another begins on the first day somebody wants it, a quiet time also brings the round in which quiet ends', async () => {
    const env = await envOf([]);
    expect(await due(env, set('per_a', 1, '13:15', '2026-03-05'))).toEqual({ '13:15': '2026-03-05T05:15:00.000Z' });
    expect(await due(env, set('per_a', 1, '07:00', '2026-03-05'), finished('2026-03-04T00:30:00.000Z'))).toEqual({
      '07:00': '2026-03-04T23:00:00.000Z',
      '08:00': '2026-03-05T00:00:00.000Z',
      '08:30': '2026-03-04T00:30:00.000Z',
    });
  });
  it('a round that was missed yesterday and runs at midnight leaves the digest of today to the round of today', async () => {
    const env = await envOf([granted('per_a')]);
    expect(await fired('2026-03-02T00:30:00.000Z', '2026-03-02T16:00:00.000Z', env)).toEqual({
      told: [],
      finished: ['digest-city', { type: 'FinishRound', digestOn: '2026-03-02', nextAt: '2026-03-03T00:30:00.000Z' }],
    });
    expect(await fired('2026-03-03T00:30:00.000Z', '2026-03-05T01:00:00.000Z', env)).toEqual({
      told: ['per_a'],
      finished: ['digest-city', { type: 'FinishRound', digestOn: '2026-03-05', nextAt: '2026-03-06T00:30:00.000Z' }],
    });
  });
  it('tells each person at the time that holds on the day', async () => {
    const env = await envOf([granted('per_a'), granted('per_b'), set('per_b', 1, '13:15', '2026-03-05')]);
    expect((await fired('2026-03-04T00:30:00.000Z', '2026-03-04T00:30:00.000Z', env)).told).toEqual(['per_a', 'per_b']);
    expect((await fired('2026-03-05T00:30:00.000Z', '2026-03-05T00:30:00.000Z', env)).told).toEqual(['per_a']);
    expect(await fired('2026-03-05T05:15:00.000Z', '2026-03-05T05:15:00.000Z', env)).toEqual({
      told: ['per_b'],
      finished: ['digest-city.1315', { type: 'FinishRound', digestOn: '2026-03-05', nextAt: '2026-03-06T05:15:00.000Z' }],
    });
  });
  it('in quiet hours tells only of what is urgent, the rest at their end', async () => {
    const early = [granted('per_a'), granted('per_b'), set('per_a', 1, '07:00', '2026-03-05'), set('per_b', 1, '07:00', '2026-03-05')];
    const env = await envOf(early, ['org_of_per_b']);
    expect((await fired('2026-03-04T23:00:00.000Z', '2026-03-04T23:00:00.000Z', env)).told).toEqual(['per_b']);
    expect((await fired('2026-03-05T00:00:00.000Z', '2026-03-05T00:00:00.000Z', env)).told).toEqual(['per_a', 'per_b']);
  });
});

describe('LINK-22 who reads a digest', () => {
  it('has an office on the day, from its first to its last, a proposed one once it is confirmed', async () => {
    const proposed = recorded('grants', 'per_b', 1, {
      type: 'GrantProposed',
      data: {
        grantId: 'grt_1',
        personId: 'per_b',
        organizationId: 'org_b',
        role: 'secretary',
        fromDate: '2026-03-03',
        untilDate: '2026-03-04',
        proposedById: 'per_x',
      },
    });
    const confirmed = recorded('grants', 'per_b', 2, { type: 'GrantConfirmed', data: { grantId: 'grt_1', personId: 'per_b', confirmedById: 'per_y' } });
    const read = async (day: string, ...history: Parameters<typeof rowsAfter>[2]) =>
      (await fired(`${day}T00:30:00.000Z`, `${day}T00:30:00.000Z`, await envOf(history))).told;
    const offices = async (day: string, ...history: Parameters<typeof rowsAfter>[2]) => {
      const [reader] = [...(await rowsAfter(digestReaders, {}, history)).values()];
      return reader && officesOn(reader, day);
    };
    expect(await read('2026-03-03', granted('per_m', 1, { role: 'member' }))).toEqual([]);
    expect(await offices('2026-03-03', proposed)).toEqual([]);
    expect(await Promise.all(['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((day) => offices(day, proposed, confirmed)))).toEqual([
      [],
      ['org_b'],
      ['org_b'],
      [],
    ]);
  });
  it('of two times for a day the one that was set last holds', async () => {
    const history = [set('per_a', 1, '09:00', '2026-03-05'), set('per_a', 2, '10:00', '2026-03-04'), set('per_a', 3, '11:00', '2026-03-05')];
    const [reader] = [...(await rowsAfter(digestReaders, {}, history)).values()] as DigestReader[];
    const times = { times: reader?.times ?? [] };
    expect(['2026-03-03', '2026-03-04', '2026-03-05'].map((day) => timesOn(times, day)?.time)).toEqual([undefined, '10:00', '11:00']);
  });
});
