import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  intend,
  parkedCollection,
  PolicyRunner,
  StoreUnavailable,
  when,
  type Intent,
  type Policy,
  type ParkedEvent,
  Overtaken,
  type ReadModelStore,
  type RecordedEvent,
} from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { batchOf, recordedEvent } from '@zhitong/testing';
import { counter, type Added } from './counter.samples.ts';
import { closeStoresAfterwards, faulty, interrupted, readModels, redriven, type Fault } from './stores.ts';

const name = 'when-added-then-added';
let store: ReadModelStore;
beforeAll(async () => {
  store = await readModels();
});
closeStoresAfterwards([name]);

interface Options {
  readonly on?: ReadModelStore;
  readonly startFrom?: 'beginning' | 'now';
  readonly end?: number;
  readonly expects?: readonly string[];
  /** Called before each effect. */
  readonly before?: (key: string) => void;
}

/** A policy of two intents per event, whose effects count once each, as command ids make them. */
function policyOf(
  { on = store, startFrom = 'beginning', end = 0, expects = ['CEILING_EXCEEDED'], before = () => undefined }: Options,
  effects = new Map<string, number>(),
) {
  const carryOut = async (intent: Intent, { event }: { readonly event: RecordedEvent }) => {
    const key = `${event.stream}#${event.version}/${intent.id === 'x' ? 0 : 1}`;
    before(key);
    effects.set(key, (effects.get(key) ?? 0) + 1);
    return intent;
  };
  const sources = [when<Added>(counter)({ Added: () => [intend(counter, 'x', { amount: 1 }), intend(counter, 'y', { amount: 2 })] })];
  const runner = new PolicyRunner({
    policy: { name, startFrom, sources, expects },
    store: on,
    env: {},
    topicOf: (context) => context,
    now: () => '2026-03-01T09:00:00.000Z',
    carryOut,
    endOf: () => Promise.resolve(end),
  });
  return { runner, effects };
}
const [a, b] = ['organizations.counter-a', 'organizations.counter-b'];
const added = (stream: string, version: number) => recordedEvent(stream, version, 'Added', { amount: 1, by: '' });
/** What was carried out for one stream, in this order. */
const ofStream = (effects: ReadonlyMap<string, number>, stream: string) => [...effects.keys()].filter((key) => key.startsWith(stream));
const parked = async () => (await store.query<ParkedEvent>(parkedCollection.name, { where: [{ field: 'subscription', eq: name }], limit: 100 })).items;
const offset = async () => (await store.checkpoints(name))[0]?.offset;

describe('REL-22 a policy', () => {
  it('that comes again to fewer of what it finds carries out what is left, under its own name', async () => {
    const found = ['a', 'b', 'c'];
    const carried = new Map<string, string>();
    let away = true;
    const policy: Policy<never> = {
      name,
      startFrom: 'beginning',
      expects: [],
      sources: [when<Added>(counter)({ Added: () => found.map((about) => intend(counter, 'x', { amount: 1, by: about }, about)) })],
    };
    const carryOut = async ({ command, about = '' }: Intent, { name: named }: { readonly name: string }) => {
      if (about === 'b' && away) throw new StoreUnavailable('away');
      if (!carried.has(named)) carried.set(named, JSON.stringify(command)); // as a stream does: a command id counts once
    };
    const runner = new PolicyRunner({
      policy,
      store,
      env: {},
      topicOf: (context) => context,
      now: () => '2026-03-01T09:00:00.000Z',
      carryOut,
      endOf: () => Promise.resolve(0),
    });
    await expect(runner.take(batchOf([added(a, 1)]))).rejects.toThrow(StoreUnavailable);
    found.shift(); // what was done is not found any more
    away = false;
    await runner.take(batchOf([added(a, 1)]));
    expect([...carried.values()]).toEqual(['a', 'b', 'c'].map((by) => JSON.stringify({ amount: 1, by })));
  });

  it.each<Fault>(['before', 'after'])('carries the same intents out under the same names when its checkpoint fails %s it is stored', async (fault) => {
    let first = true;
    const on = faulty(store, () => {
      const now = first ? fault : undefined;
      first = false;
      return now;
    });
    const { runner, effects } = policyOf({ on });
    const batch = batchOf([added(a, 1), added(b, 1), added(a, 2)]);
    await expect(runner.take(batch)).rejects.toThrow(StoreUnavailable);
    await runner.take(batch);
    expect(ofStream(effects, a)).toEqual([`${a}#1/0`, `${a}#1/1`, `${a}#2/0`, `${a}#2/1`]);
    expect(ofStream(effects, b)).toEqual([`${b}#1/0`, `${b}#1/1`]);
    expect([...effects.values()]).toEqual(new Array(6).fill(fault === 'before' ? 2 : 1));
    expect(await offset()).toBe(3);
  });

  it('does not come back to what it has done, in whatever batches it is repeated', async () => {
    const { runner, effects } = policyOf({});
    const events = [added(a, 1), added(a, 2), added(a, 3)];
    for (const to of [1, 2, 3, 3, 2]) await runner.take(batchOf(events.slice(0, to)));
    await policyOf({}, effects).runner.take(batchOf(events));
    expect([...effects.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('keeps what it has done of a batch when a later event has to wait', async () => {
    let contended = true;
    const { runner, effects } = policyOf({
      before: (key) => {
        if (contended && key.startsWith(`${b}#1`)) throw new Rejected('CONFLICT', 'later');
      },
    });
    const batch = batchOf([added(a, 1), added(b, 1), added(a, 2)]);
    await expect(runner.take(batch)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([await offset(), await parked(), runner.status().state]).toEqual([1, [], 'failing']);
    contended = false;
    await runner.take(batch);
    expect([effects.get(`${a}#1/0`), effects.get(`${a}#1/1`), effects.size, await offset()]).toEqual([1, 1, 6, 3]);
  });

  it.each([new StoreUnavailable('away'), new Rejected('SERVICE_UNAVAILABLE', 'away'), new Rejected('CONFLICT', 'raced')])(
    'waits for what passes by itself: %s',
    async (outage) => {
      let away = 3;
      const { runner, effects } = policyOf({
        before: () => {
          if (away-- > 0) throw outage;
        },
      });
      for (let tries = 0; tries < 3; tries++) await expect(runner.take(batchOf([added(a, 1)]))).rejects.toBe(outage);
      await runner.take(batchOf([added(a, 1)]));
      expect([effects.size, await parked()]).toEqual([2, []]);
    },
  );

  it('counts a refusal it expects as an answer', async () => {
    const { runner, effects } = policyOf({
      before: (key) => {
        if (key.endsWith('/0')) throw new Rejected('CEILING_EXCEEDED', 'full');
      },
    });
    await runner.take(batchOf([added(a, 1)]));
    expect([[...effects.keys()], await parked(), await offset()]).toEqual([[`${a}#1/1`], [], 1]);
  });

  it('tries again where others were faster, though a refusal of the same code is an answer to it', async () => {
    let faster = true;
    const { runner, effects } = policyOf({
      expects: ['CONFLICT'],
      before: (key) => {
        if (key.endsWith('/0')) throw new Rejected('CONFLICT', 'amended meanwhile');
        if (faster) throw new Overtaken(a);
      },
    });
    await expect(runner.take(batchOf([added(a, 1)]))).rejects.toThrow(Overtaken);
    faster = false;
    await runner.take(batchOf([added(a, 1)]));
    expect([[...effects.keys()], await parked(), await offset()]).toEqual([[`${a}#1/1`], [], 1]);
  });

  it('parks the key of a refusal it does not expect, and redrives it in order', async () => {
    let refused = true;
    const { runner, effects } = policyOf({
      before: (key) => {
        if (refused && key === `${a}#1/1`) throw new Rejected('FORBIDDEN', 'no');
      },
    });
    await runner.take(batchOf([added(a, 1), added(b, 1), added(a, 2), { malformed: b }, { malformed: 'organizations.other-1' }, added(b, 2)]));
    const waiting = await parked();
    expect(waiting.map(({ stream, version, error }) => [stream, version, error])).toEqual([
      [a, 1, 'Rejected: FORBIDDEN: no'],
      [a, 2, ''],
      [b, 2, ''],
      [b, 0, 'no JSON'],
    ]);
    expect([...effects.keys()]).toEqual([`${a}#1/0`, `${b}#1/0`, `${b}#1/1`]);
    refused = false;
    for (const event of waiting.slice(0, 2)) expect(await runner.again(event)).toEqual({});
    await runner.take(batchOf([added(a, 3)], { firstOffset: 6 }));
    expect([...effects.keys()].filter((key) => key.startsWith(a))).toEqual([`${a}#1/0`, `${a}#1/1`, `${a}#2/0`, `${a}#2/1`, `${a}#3/0`, `${a}#3/1`]);
    expect(await parked()).toHaveLength(2);
  });

  it.each(['before', 'after'] as const)('holds nothing back that comes while its key is redriven, %s the last of it is let go', async (moment) => {
    let refused = true;
    const before = (key: string) => {
      if (refused && key === `${a}#1/1`) throw new Rejected('FORBIDDEN', 'no');
    };
    const { runner: owner, effects } = policyOf({ before });
    await owner.take(batchOf([added(a, 1), added(a, 2)]));
    refused = false;
    const key = { subscription: name, stream: a };
    const later = batchOf([added(a, 3)], { firstOffset: 2 });
    const beside = (meanwhile: () => Promise<unknown>) => policyOf({ before, on: interrupted(store, meanwhile) }, effects).runner;
    if (moment === 'before')
      await redriven(
        store,
        beside(() => owner.take(later)),
        key,
      );
    else await beside(() => redriven(store, owner, key)).take(later);
    expect(ofStream(effects, a)).toEqual([1, 2, 3].flatMap((version) => [`${a}#${String(version)}/0`, `${a}#${String(version)}/1`]));
    expect([await parked(), await offset()]).toEqual([[], 3]);
  });

  it('that starts now leaves out what was before its birth, for good', async () => {
    const { runner, effects } = policyOf({ startFrom: 'now', end: 2 });
    const events = [added(a, 1), added(a, 2), added(a, 3)];
    expect(await runner.position('organizations', 0)).toMatchObject({ offset: 2 });
    await runner.take(batchOf(events.slice(0, 2)));
    await policyOf({ startFrom: 'now', end: 99 }, effects).runner.take(batchOf(events));
    expect([...effects.keys()]).toEqual([`${a}#3/0`, `${a}#3/1`]);
  });

  it('saves a position that moved far without anything to do', async () => {
    const { runner } = policyOf({});
    await runner.take(batchOf([recordedEvent('organizations.other-1', 1)], { nextOffset: 1000 }));
    expect(await offset()).toBe(1000);
  });
});
