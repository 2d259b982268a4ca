import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  collectionsOf,
  parkedCollection,
  ProjectionRunner,
  type AnyProjection,
  type Batch,
  type Changes,
  type ParkedEvent,
  type ProgressNote,
  type ReadModelStore,
  type RecordedEvent,
} from '@zhitong/eventing';
import { unitSize } from '@zhitong/eventing/unit-of-work.ts';
import { batchOf, recordedEvent } from '@zhitong/testing';
import fc from 'fast-check';
import { noting, sampleProjection, type SampleRow, type SampleSource } from './counter.samples.ts';
import { closeStoresAfterwards, emptied, faulty, instead, interrupted, readModels, redriven, type Fault } from './stores.ts';

const subscription = 'sample.v1.b1';
let store: ReadModelStore;
beforeAll(async () => {
  store = await readModels();
});
closeStoresAfterwards([subscription]);

const streamOf = (id: string, category = 'thing') => `organizations.${category}-${id}`;
const things: SampleSource = { category: 'thing', handle: (event) => rowOf(event) };
const rowOf = ({ stream, version }: RecordedEvent): Changes<SampleRow> => noting(stream, String(version), version % 3 === 0 ? 'b' : 'a');

async function runnerOf(projection: AnyProjection, on: ReadModelStore = store, more: Partial<ConstructorParameters<typeof ProjectionRunner>[0]> = {}) {
  await store.ensure(Object.values(collectionsOf(projection, 1)));
  return new ProjectionRunner({
    projection,
    build: 1,
    store: on,
    env: {},
    topicOf: (context) => context,
    now: () => '2026-03-01T09:00:00.000Z',
    ...more,
  });
}
const rows = async (projection: AnyProjection, keys: readonly string[]) =>
  new Map([...(await store.getMany<SampleRow>(collectionsOf(projection, 1).rows.name, keys))].map(([key, { versions }]) => [key, versions]));
const tallies = async (projection: AnyProjection) => Object.fromEntries(await store.sums(collectionsOf(projection, 1).tallies.name, ['a', 'b']));
const parked = async () => (await store.query<ParkedEvent>(parkedCollection.name, { where: [{ field: 'subscription', eq: subscription }], limit: 1000 })).items;
const checkpoints = () => store.checkpoints(subscription);

/** What the tallies must be: summed over the rows as they are. */
async function summed(projection: AnyProjection) {
  const { items } = await store.query<SampleRow>(collectionsOf(projection, 1).rows.name, { where: [], limit: 1000 });
  const sums: Record<string, Record<string, number>> = {};
  for (const row of items) {
    for (const { key, amounts } of projection.tallies?.(row) ?? []) {
      for (const [name, amount] of Object.entries(amounts)) (sums[key] ??= {})[name] = (sums[key][name] ?? 0) + amount;
    }
  }
  return sums;
}
const withoutZeros = (sums: Record<string, Readonly<Record<string, number>>>) =>
  Object.fromEntries(Object.entries(sums).flatMap(([key, amounts]) => (Object.values(amounts).every((amount) => amount === 0) ? [] : [[key, amounts]])));

describe('REL-20 a projection', () => {
  const projection = sampleProjection([things]);
  // A log of three streams, each in order; then slices of it that overlap and repeat, and faults at commits.
  const history = fc.record({
    log: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 30 }),
    repeats: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 }),
    reads: fc.array(fc.record({ from: fc.nat(60), size: fc.integer({ min: 1, max: 12 }) }), { maxLength: 8 }),
    faults: fc.array(fc.constantFrom<Fault[]>(undefined, undefined, 'before', 'after'), { maxLength: 20 }),
  });

  it('comes out as the fold, whatever is repeated, rewound or interrupted, and its tallies as the sum over its rows', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ log, repeats, reads, faults }) => {
        await emptied(store, [subscription]);
        const versions = new Map<number, number>();
        const events = log.map((id) => {
          const version = (versions.get(id) ?? 0) + 1;
          versions.set(id, version);
          return recordedEvent(streamOf(String(id)), version);
        });
        const topic = events.flatMap((event, at) => new Array<RecordedEvent>(repeats[at] ?? 1).fill(event));
        const left = [...faults];
        const runner = await runnerOf(
          projection,
          faulty(store, () => left.shift()),
        );
        const offsets: number[] = [];
        const take = async (from: number, to: number) => {
          for (;;) {
            try {
              await runner.take(batchOf(topic.slice(from, to), { firstOffset: from }));
              return;
            } catch (error) {
              expect(error).toMatchObject({ name: expect.stringMatching(/StoreUnavailable|Fenced/) });
            } finally {
              offsets.push((await checkpoints())[0]?.offset ?? 0);
            }
          }
        };
        let reached = 0;
        for (const { from, size } of reads) {
          const start = Math.min(from, reached);
          await take(start, Math.min(topic.length, start + size));
          reached = Math.max(reached, Math.min(topic.length, start + size));
        }
        await take(0, topic.length);
        const expected = new Map([...versions].map(([id, last]) => [streamOf(String(id)), Array.from({ length: last }, (_, at) => String(at + 1))]));
        expect(await rows(projection, [...expected.keys()])).toEqual(expected);
        expect(withoutZeros(await tallies(projection))).toEqual(await summed(projection));
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      }),
      { numRuns: 120, verbose: 1 },
    );
  }, 120_000);

  it('takes 20,000 messages in once each in effect, each delivered up to five times and rewound', async () => {
    const log = Array.from({ length: 7_000 }, (_, at) => recordedEvent(streamOf(String(at % 50)), Math.trunc(at / 50) + 1));
    const topic = log.flatMap((event, at) => new Array<RecordedEvent>((at % 5) + 1).fill(event));
    expect(topic.length).toBeGreaterThanOrEqual(20_000);
    const runner = await runnerOf(projection);
    for (let from = 0; from < topic.length; from += 500) {
      const rewound = Math.max(0, from - (from % 1_500));
      await runner.take(batchOf(topic.slice(rewound, from + 500), { firstOffset: rewound }));
    }
    const keys = Array.from({ length: 50 }, (_, id) => streamOf(String(id)));
    const all = Array.from({ length: 140 }, (_, at) => String(at + 1));
    expect(await rows(projection, keys)).toEqual(new Map(keys.map((key) => [key, all])));
    expect(withoutZeros(await tallies(projection))).toEqual(await summed(projection));
  }, 60_000);

  it('folds a row that two partitions feed at the same time again until both are in it', async () => {
    const both = sampleProjection([
      { category: 'left', handle: ({ version }) => noting('row', `left ${version}`) },
      { category: 'right', handle: ({ version }) => noting('row', `right ${version}`) },
    ]);
    const events = (side: string) => Array.from({ length: 10 }, (_, at) => recordedEvent(streamOf('1', side), at + 1));
    const runners = await Promise.all(['left', 'right'].map(() => runnerOf(both)));
    await Promise.all(
      ['left', 'right'].map(async (side, partition) => {
        for (const [offset, event] of events(side).entries()) await runners[partition]?.take(batchOf([event], { partition, firstOffset: offset }));
      }),
    );
    const versions = (await rows(both, ['row'])).get('row') ?? [];
    const of = (side: string) => versions.filter((label) => label.startsWith(side));
    for (const side of ['left', 'right']) expect(of(side)).toEqual(Array.from({ length: 10 }, (_, at) => `${side} ${at + 1}`));
    expect(await tallies(both)).toEqual({ a: { rows: 1, versions: 20 } });
  });

  it.each<[Fault, number]>([
    ['before', 1],
    ['before', 2],
    ['after', 2],
    ['before', 3],
    ['after', 3],
    ['before', 4],
    ['after', 4],
  ])('stores an event of 3,400 changes in slices and goes on inside it when the commit fails %s slice %i', async (fault, failing) => {
    const keys = Array.from({ length: 3400 }, (_, at) => `row-${at}`);
    const wide = sampleProjection([{ category: 'thing', handle: ({ version }) => keys.map((key) => noting(key, String(version))) }]);
    let commits = 0;
    const seen: (readonly [number, number])[] = [];
    const watched = faulty(store, ({ checkpoint, writes }) => {
      if (checkpoint) seen.push([checkpoint.to.part, writes.length]);
      return ++commits === failing ? fault : undefined;
    });
    const first = await runnerOf(wide, watched);
    const batch = batchOf([recordedEvent(streamOf('1'), 1), recordedEvent(streamOf('1'), 2)]);
    await expect(first.take(batch)).rejects.toThrow();
    const stopped = (await checkpoints())[0];
    expect((stopped?.offset ?? 0) * 3400 + (stopped?.part ?? 0)).toBe((fault === 'after' ? failing : failing - 1) * unitSize);
    seen.length = 0;
    await (await runnerOf(wide, watched)).take(batch);
    expect(seen[0]?.[1]).toBeLessThanOrEqual(unitSize);
    expect(seen.length).toBe(7 - (fault === 'after' ? failing : failing - 1));
    const folded = await rows(wide, keys);
    expect([...folded.values()].every((versions) => versions.join() === '1,2') && folded.size).toBe(3400);
    expect(await tallies(wide)).toEqual({ a: { rows: 3400, versions: 6800 } });
    expect(await checkpoints()).toMatchObject([{ offset: 2, part: 0 }]);
  });

  it('takes a batch of more steps than are stored at once in several units and tells each event once it is whole', async () => {
    const notes: ProgressNote[] = [];
    const runner = await runnerOf(projection, store, { progressed: (note) => notes.push(note) });
    await runner.take(batchOf(Array.from({ length: 2201 }, (_, at) => recordedEvent(streamOf(String(at)), 1))));
    expect(notes.map(({ versions }) => Object.keys(versions).length)).toEqual([unitSize, unitSize, 201]);
    expect(runner.status()).toMatchObject({ handled: 2201, state: 'running' });
  });

  it('tells an event that shares its unit with the beginning of a wide one', async () => {
    const wide = sampleProjection([things, { category: 'wide', handle: () => Array.from({ length: 1200 }, (_, at) => noting(`row-${at}`, 'x')) }]);
    const notes: string[] = [];
    const runner = await runnerOf(wide, store, { progressed: ({ versions }) => notes.push(...Object.keys(versions)) });
    await runner.take(batchOf([recordedEvent(streamOf('1'), 1), recordedEvent(streamOf('2', 'wide'), 1)]));
    expect(notes).toEqual([streamOf('1'), streamOf('2', 'wide')]);
  });

  it('takes in what it has not seen when part of the batch is done already', async () => {
    const runner = await runnerOf(projection);
    await runner.take(batchOf([recordedEvent(streamOf('1'), 1)]));
    await (await runnerOf(projection)).take(batchOf([recordedEvent(streamOf('1'), 1), recordedEvent(streamOf('1'), 2)]));
    expect(await rows(projection, [streamOf('1')])).toEqual(new Map([[streamOf('1'), ['1', '2']]]));
  });

  it('stores nothing once another owner has moved its checkpoint, or the batch is stale', async () => {
    const zombie = await runnerOf(projection);
    await zombie.take(batchOf([recordedEvent(streamOf('1'), 1)]));
    await (await runnerOf(projection)).take(batchOf([recordedEvent(streamOf('1'), 2)], { firstOffset: 1 }));
    await expect(zombie.take(batchOf([recordedEvent(streamOf('2'), 1)], { firstOffset: 1 }))).rejects.toMatchObject({ name: 'Fenced' });
    const stale = batchOf([recordedEvent(streamOf('3'), 1)], { firstOffset: 2, isStale: () => true });
    await expect(zombie.take(stale)).rejects.toMatchObject({ name: 'Fenced' });
    expect([...(await rows(projection, [streamOf('1'), streamOf('2'), streamOf('3')])).keys()]).toEqual([streamOf('1')]);
    expect(await checkpoints()).toMatchObject([{ offset: 2 }]);
  });

  it('saves a position that moved far without work', async () => {
    const runner = await runnerOf(projection);
    const silence = (nextOffset: number): Batch => batchOf([], { nextOffset, highWatermark: nextOffset });
    expect(await runner.take(silence(999))).toMatchObject({ offset: 999 });
    expect(await checkpoints()).toEqual([]);
    await runner.take(silence(1000));
    expect(await checkpoints()).toMatchObject([{ offset: 1000 }]);
  });

  it('writes nothing for events that change no row, and still tells that they were taken in', async () => {
    const told: ProgressNote[] = [];
    const handled: SampleSource = { ...things, handle: (event) => (event.version > 2 ? rowOf(event) : []) };
    const runner = await runnerOf(sampleProjection([handled]), store, { progressed: (note) => told.push(note) });
    await runner.take(batchOf([recordedEvent(streamOf('1'), 1), recordedEvent(streamOf('1'), 2)]));
    expect(await checkpoints()).toEqual([]);
    expect(told).toMatchObject([{ versions: { [streamOf('1')]: 2 } }]);
    await runner.take(batchOf([recordedEvent(streamOf('1'), 3)], { firstOffset: 2, nextOffset: 3, highWatermark: 3 }));
    expect(await checkpoints()).toMatchObject([{ offset: 3 }]);
  });

  it('REL-31 knows of what it took in lately as another process, but not of what waits parked', async () => {
    const told: ProgressNote[] = [];
    const events = [
      recordedEvent(streamOf('1'), 1),
      recordedEvent(streamOf('2'), 1),
      recordedEvent(streamOf('1'), 2),
      recordedEvent(streamOf('3', 'other'), 1),
    ];
    const batch = batchOf([...events, { malformed: streamOf('2') }]);
    await (await runnerOf(projection)).take(batch);
    const another = await runnerOf(projection, store, { recalled: (note) => told.push(note) });
    await another.recall(batch.messages);
    expect(told).toEqual([{ subscription, projection: 'sample', versions: { [streamOf('1')]: 2 } }]);
    await another.recall([]);
    expect(told).toHaveLength(1);
  });

  it('REL-23 passes over nothing that another process parked while its checkpoints were being read', async () => {
    const poison = { malformed: streamOf('moved') };
    const answered = Promise.withResolvers<void>();
    const checkpointsLate: ReadModelStore['checkpoints'] = async (...asked) => {
      await answered.promise;
      return store.checkpoints(...asked);
    };
    const taking = await runnerOf(projection, instead(store, { checkpoints: checkpointsLate }), { recalled: () => undefined });
    const taken = taking.take(batchOf([recordedEvent(streamOf('moved'), 2)], { firstOffset: 1 }));
    await taking.recall(batchOf([recordedEvent(streamOf('another'), 1)]).messages); // reads what is parked
    await (await runnerOf(projection)).take(batchOf([poison]));
    answered.resolve();
    await taken;
    expect((await parked()).filter(({ stream }) => stream === poison.malformed)).toHaveLength(2);
    expect(await rows(projection, [poison.malformed])).toEqual(new Map());
  });

  it('goes on when an announcement fails', async () => {
    const runner = await runnerOf({ ...projection, announce: () => ['x'] }, store, {
      announce: () => {
        throw new Error('no one listens');
      },
    });
    await runner.take(batchOf([recordedEvent(streamOf('1'), 1)])).catch(() => undefined);
    await runner.take(batchOf([recordedEvent(streamOf('1'), 1)]));
    expect(await parked()).toEqual([]);
  });
});

describe('REL-23 a poison event', () => {
  const poisoned = new Set<string>();
  const throwing = (where: 'handler' | 'fold') =>
    sampleProjection([
      {
        category: 'thing',
        handle: (event) => {
          const bad = poisoned.has(`${event.stream}#${event.version}`);
          if (bad && where === 'handler') throw new TypeError('bad');
          const change = noting(event.stream, String(event.version));
          return {
            key: change.key,
            fold: (row) => {
              if (bad) throw new TypeError('bad');
              return change.fold(row);
            },
          };
        },
      },
    ]);
  const [sick, sound] = [streamOf('sick'), streamOf('sound')];
  const events = [1, 2, 3, 4].flatMap((version) => [recordedEvent(sick, version), recordedEvent(sound, version)]);

  it.each(['handler', 'fold'] as const)('in a %s stops its own key alone, and is redriven in order', async (where) => {
    poisoned.clear();
    poisoned.add(`${sick}#2`);
    const projection = throwing(where);
    const notes: ProgressNote[] = [];
    const runner = await runnerOf(projection, store, { progressed: (note) => notes.push(note) });
    await runner.take(batchOf(events));
    await runner.take(batchOf([recordedEvent(sick, 2), recordedEvent(sick, 5), recordedEvent(sound, 5)], { firstOffset: 8 }));
    expect(await rows(projection, [sick, sound])).toEqual(
      new Map([
        [sick, ['1']],
        [sound, ['1', '2', '3', '4', '5']],
      ]),
    );
    expect((await parked()).map(({ stream, version, error }) => [stream, version, error])).toEqual([
      [sick, 2, expect.stringMatching(/^TypeError at /)],
      [sick, 3, ''],
      [sick, 4, ''],
      [sick, 5, ''],
    ]);
    expect(Math.max(...notes.map(({ versions }) => versions[sick] ?? 0))).toBe(1);
    const waiting = await parked();
    for (const first of waiting.slice(0, 1)) expect(await runner.again(first)).toEqual({ error: expect.stringMatching(/^TypeError at /) });
    expect(await parked()).toHaveLength(4);
    poisoned.clear();
    for (const event of waiting) expect(await runner.again(event)).toEqual({});
    await runner.take(batchOf([recordedEvent(sick, 6)], { firstOffset: 11 }));
    expect((await rows(projection, [sick])).get(sick)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect([await parked(), await tallies(projection)]).toEqual([[], { a: { rows: 2, versions: 11 } }]);
  });

  it('flows again in a replica that did not redrive it', async () => {
    poisoned.clear();
    poisoned.add(`${sick}#2`);
    const projection = throwing('fold');
    const [owner, other] = [await runnerOf(projection), await runnerOf(projection)];
    await owner.take(batchOf(events));
    poisoned.clear();
    for (const event of await parked()) await other.again(event);
    await owner.take(batchOf([recordedEvent(sick, 5)], { firstOffset: 8 }));
    expect((await rows(projection, [sick])).get(sick)).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each(['before', 'after'] as const)('holds nothing back that comes while its key is redriven, %s the last of it is let go', async (moment) => {
    poisoned.clear();
    poisoned.add(`${sick}#2`);
    const projection = throwing('fold');
    const key = { subscription, stream: sick };
    const owner = await runnerOf(projection);
    await owner.take(batchOf(events));
    poisoned.clear();
    const later = batchOf([recordedEvent(sick, 5)], { firstOffset: 8 });
    const beside = (meanwhile: () => Promise<unknown>) => runnerOf(projection, interrupted(store, meanwhile));
    if (moment === 'before') await redriven(store, await beside(() => owner.take(later)), key);
    else await (await beside(async () => redriven(store, await runnerOf(projection), key))).take(later);
    expect((await rows(projection, [sick])).get(sick)).toEqual(['1', '2', '3', '4', '5']);
    expect([await parked(), await checkpoints()]).toEqual([[], [expect.objectContaining({ offset: 9 })]]);
  });

  it('in a wide event is parked without counting what was stored of it twice', async () => {
    let bad = true;
    const wide = sampleProjection([
      {
        category: 'thing',
        handle: ({ version }) =>
          Array.from({ length: 1300 }, (_, at) => ({
            key: `row-${at}`,
            fold: (row) => {
              if (bad && at === 1250) throw new TypeError('bad');
              return noting('', String(version)).fold(row);
            },
          })),
      },
    ]);
    const runner = await runnerOf(wide);
    await runner.take(batchOf([recordedEvent(sick, 1), recordedEvent(sick, 2)]));
    expect(await checkpoints()).toMatchObject([{ offset: 2, part: 0 }]);
    bad = false;
    for (const event of await parked()) expect(await runner.again(event)).toEqual({});
    expect(await tallies(wide)).toEqual({ a: { rows: 1300, versions: 2600 } });
  });

  it('of bytes that are no event parks each of them under its stream, if that concerns the projection', async () => {
    const projection = throwing('fold');
    poisoned.clear();
    const runner = await runnerOf(projection);
    const other = streamOf('1', 'other');
    await runner.take(
      batchOf([{ malformed: sick }, recordedEvent(sick, 1), { malformed: sick }, { malformed: other }, { malformed: 'nonsense' }, recordedEvent(sound, 1)]),
    );
    expect((await parked()).map(({ stream, version, offset }) => [stream, version, offset])).toEqual([
      ['nonsense', 0, 4],
      [sick, 1, 1],
      [sick, 0, 0],
      [sick, 0, 2],
    ]);
    expect([...(await rows(projection, [sick, sound])).keys()]).toEqual([sound]);
  });

  it('parks nothing while the store is away, and keeps no trace of the tries', async () => {
    poisoned.clear();
    poisoned.add(`${sick}#2`);
    let away = 5;
    const runner = await runnerOf(
      throwing('fold'),
      faulty(store, () => (away-- > 0 ? 'before' : undefined)),
    );
    for (let tries = 0; tries < 5; tries++) await expect(runner.take(batchOf(events))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(runner.status().state).toBe('failing');
    expect(await parked()).toEqual([]);
    await runner.take(batchOf(events));
    expect((await parked()).map(({ error }) => error)).toEqual([expect.stringMatching(/^TypeError at /), '', '']);
    expect(runner.status().state).toBe('running');
  });

  it('that the store is to blame for parks nothing', async () => {
    const projection = throwing('fold');
    poisoned.clear();
    const runner = await runnerOf(projection);
    await store.drop(collectionsOf(projection, 1).rows.name);
    await expect(runner.take(batchOf(events))).rejects.toThrow('no collection');
    expect([await parked(), await checkpoints()]).toEqual([[], []]);
  });

  it('pauses at the third key of one type, stores nothing more and waits for an operator', async () => {
    poisoned.clear();
    for (const id of ['1', '2', '3']) poisoned.add(`${streamOf(id)}#1`);
    const runner = await runnerOf(throwing('fold'));
    const batch = batchOf(['1', '2', '3', '4'].map((id) => recordedEvent(streamOf(id), 1)));
    await expect(runner.take(batch)).rejects.toMatchObject({ name: 'SubscriptionPaused' });
    poisoned.clear();
    await expect(runner.take(batch)).rejects.toMatchObject({ name: 'SubscriptionPaused' });
    expect([runner.status().state, await parked(), await checkpoints()]).toEqual(['paused', [], []]);
    runner.resume();
    await runner.take(batch);
    expect([runner.status().state, await parked()]).toEqual(['running', []]);
  });

  it('pauses beyond twenty keys in five minutes', async () => {
    let now = Date.parse('2026-03-01T09:00:00.000Z');
    const runner = await runnerOf(throwing('fold'), store, { now: () => new Date(now).toISOString() });
    const malformed = (from: number, count: number) =>
      batchOf(
        Array.from({ length: count }, (_, at) => ({ malformed: streamOf(`m${from + at}`) })),
        { firstOffset: from },
      );
    await runner.take(malformed(0, 20));
    now += 5 * 60_000 + 1;
    await runner.take(malformed(20, 20));
    await expect(runner.take(malformed(40, 1))).rejects.toMatchObject({ name: 'SubscriptionPaused' });
    expect(await parked()).toHaveLength(40);
  });
});
