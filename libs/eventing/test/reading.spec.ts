import { describe, expect, it } from '@jest/globals';
import { Reading, silentLog, StreamOrder, type Checkpoint, type History, type RecordedEvent } from '@zhitong/eventing';
import { batchOf, recordedEvent } from '@zhitong/testing';
import fc from 'fast-check';
import { Guarded, HandedTopic } from './reading.samples.ts';

const stream = (id: number) => `organizations.thing-${id}`;
const outOfReach: History = () => Promise.resolve(undefined);
const logged =
  (events: readonly RecordedEvent[]): History =>
  (name, fromVersion) =>
    Promise.resolve(events.filter((event) => event.stream === name && event.version >= fromVersion));

async function readingOf(topic: HandedTopic, subscription: Guarded, history: History, more: object = {}): Promise<Reading> {
  const reading = new Reading({ group: 'organizations', transport: topic, subscriptions: [subscription], log: silentLog, logEpoch: 1, history, ...more });
  await reading.start();
  return reading;
}

/** The events of three streams in the order they were logged. */
const logs = fc.array(fc.nat(2), { minLength: 1, maxLength: 60 }).map((ids) => {
  const heads = new Map<number, number>();
  return ids.map((id) => {
    heads.set(id, (heads.get(id) ?? 0) + 1);
    return recordedEvent(stream(id), heads.get(id) ?? 0);
  });
});
const damages = fc.record({
  drop: fc.uniqueArray(fc.nat(60), { maxLength: 12 }),
  swap: fc.array(fc.nat(60), { maxLength: 12 }),
  repeat: fc.array(fc.nat(60), { maxLength: 12 }),
});

/** What a broken relay would have made of the log. */
function spoilt(log: readonly RecordedEvent[], { drop, swap, repeat }: { drop: readonly number[]; swap: readonly number[]; repeat: readonly number[] }) {
  const records = log.filter((_event, at) => !drop.includes(at)).flatMap((event, at) => (repeat.includes(at) ? [event, event] : [event]));
  for (const at of swap) {
    const [one, other] = [records[at], records[at + 1]];
    if (one && other) records.splice(at, 2, other, one);
  }
  return records;
}

/** Reads everything there is, in batches of a size, beginning anew now and then; false when the partition waits. */
async function readAll(topic: HandedTopic, subscription: Guarded, history: History, size: number, restarts: readonly boolean[]): Promise<boolean> {
  await readingOf(topic, subscription, history);
  let at = await topic.place();
  for (let nth = 0; at < topic.records.length; nth++) {
    if (restarts[nth % Math.max(1, restarts.length)]) {
      await readingOf(topic, subscription, history);
      at = await topic.place();
    }
    const before = subscription.checkpoint.offset;
    const to = Math.min(topic.records.length, Math.max(at, before) + size);
    try {
      at = await topic.hand(at, to);
    } catch (error) {
      expect(error).toMatchObject({ name: 'StreamGap' });
      return false;
    }
  }
  return true;
}
const newest = (records: readonly RecordedEvent[]) => {
  const heads = new Map<string, number>();
  for (const event of records) heads.set(event.stream, Math.max(heads.get(event.stream) ?? 0, event.version));
  return heads;
};
const upTo = (version: number) => Array.from({ length: version }, (_, at) => at + 1);

describe('REL-21 the order of a stream', () => {
  it('comes out as the fold of the log, however records are lost, permuted and repeated and the reading begins anew', () =>
    fc.assert(
      fc.asyncProperty(logs, damages, fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean(), { maxLength: 5 }), async (log, damage, size, restarts) => {
        const topic = new HandedTopic();
        topic.records = spoilt(log, damage);
        const subscription = new Guarded();
        expect(await readAll(topic, subscription, logged(log), size, restarts)).toBe(true);
        for (const [name, version] of newest(topic.records)) expect(subscription.seen.get(name)).toEqual(upTo(version));
      }),
      { numRuns: 1000 },
    ));

  it('never skips while the log is out of reach: what was taken in has no gap, and the partition waits', () =>
    fc.assert(
      fc.asyncProperty(logs, damages, fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean(), { maxLength: 5 }), async (log, damage, size, restarts) => {
        const topic = new HandedTopic();
        topic.records = spoilt(log, damage);
        const subscription = new Guarded();
        const whole = await readAll(topic, subscription, outOfReach, size, restarts);
        for (const [name, versions] of subscription.seen) {
          expect(versions).toEqual(upTo(versions.length));
          if (whole) expect(versions).toHaveLength(newest(topic.records).get(name) ?? 0);
        }
      }),
      { numRuns: 1000 },
    ));

  it('says which event is missing until it is there', async () => {
    const topic = new HandedTopic();
    const log = upTo(3).map((version) => recordedEvent(stream(1), version));
    topic.records = log.filter(({ version }) => version !== 2);
    let reachable = false;
    const subscription = new Guarded();
    const reading = await readingOf(topic, subscription, (name, from) => (reachable ? logged(log)(name, from) : outOfReach(name, from)));
    await topic.place();
    await expect(topic.hand(0, 2)).rejects.toThrow('organizations.thing-1 jumps from 1 to 3');
    await expect(topic.hand(0, 2)).rejects.toThrow('out of reach');
    expect(reading.gap()?.sentence).toContain('jumps from 1 to 3');
    expect(subscription.seen.size).toBe(0);
    reachable = true;
    expect(await topic.hand(0, 2)).toBe(2);
    expect(subscription.seen.get(stream(1))).toEqual([1, 2, 3]);
    expect([reading.gap(), reading.fetched]).toEqual([undefined, 1]);
  });

  it('sees a gap right behind a restart, because it looks back', async () => {
    const topic = new HandedTopic();
    topic.records = upTo(40).map((version) => recordedEvent(stream(1), version));
    const subscription = new Guarded('guarded', { offset: 40, part: 0, logEpoch: 1 });
    topic.records.push(recordedEvent(stream(1), 42));
    await readingOf(topic, subscription, outOfReach);
    const from = await topic.place();
    expect(from).toBeLessThan(40);
    expect(await topic.hand(from, 40)).toBe(40);
    await expect(topic.hand(40, 41)).rejects.toThrow('jumps from 40 to 42');
  });

  it('lets bytes that are no event stop their key only: what follows them is no gap', () => {
    const order = new StreamOrder();
    order.placed('organizations', 0, 0);
    const [name] = [stream(1)];
    const batch = batchOf([recordedEvent(name, 1), { malformed: name }, recordedEvent(name, 3), recordedEvent(stream(2), 2)]);
    expect(order.gaps(batch)).toEqual([{ stream: stream(2), after: 0, version: 2 }]);
  });
});

it('REL-33 a reading is caught up only once it is known where all begins that fell to it', async () => {
  const [topic, subscription, asked] = [new HandedTopic(), new Guarded(), Promise.withResolvers<Checkpoint>()];
  subscription.position = (_topic, partition) => (partition === 0 ? Promise.resolve(subscription.checkpoint) : asked.promise);
  const told: boolean[] = [];
  const reading: Reading = await readingOf(topic, subscription, outOfReach, { moved: () => told.push(reading.caughtUp()) });
  const both = [topic.place(0), topic.place(1)];
  await both[0];
  expect([reading.pastStart(), reading.caughtUp()]).toEqual([false, false]);
  asked.resolve(subscription.checkpoint);
  await both[1];
  expect([reading.pastStart(), reading.caughtUp()]).toEqual([true, true]);
  expect(told).toEqual([false, true]);
});

describe('REL-37 the epoch of the log', () => {
  const past = { offset: 1, part: 0, logEpoch: 1 };
  const stopped = (subscription: Guarded) => ({ leave: (left: unknown) => left === subscription });

  it('stops a subscription whose checkpoint was made in another epoch, before it reads a record', async () => {
    const topic = new HandedTopic();
    topic.records = [recordedEvent(stream(1), 1), recordedEvent(stream(1), 2)];
    const subscription = new Guarded('guarded', past);
    await readingOf(topic, subscription, outOfReach, { logEpoch: 2, ...stopped(subscription) });
    await topic.place();
    expect(subscription.paused).toMatchObject({ name: 'EpochMismatch', message: expect.stringContaining('in log epoch 1, which now has epoch 2') });
  });

  it('stops a subscription whose checkpoint lies beyond the end: damage, not a jump', async () => {
    const topic = new HandedTopic();
    topic.records = [recordedEvent(stream(1), 1)];
    const subscription = new Guarded('guarded', { offset: 9, part: 0, logEpoch: 1 });
    await readingOf(topic, subscription, outOfReach, stopped(subscription));
    await topic.place();
    expect(subscription.paused?.message).toContain('up to 9, beyond its end 1');
    expect(subscription.checkpoint.offset).toBe(9);
  });

  it('stops everybody at records newer than the process', async () => {
    const topic = new HandedTopic();
    topic.records = [recordedEvent(stream(1), 1)];
    const subscription = new Guarded();
    await readingOf(topic, subscription, outOfReach, stopped(subscription));
    await topic.place();
    await topic.hand(0, 1, { logEpoch: 2 });
    expect(subscription.paused?.message).toContain('holds records of log epoch 2');
    expect(subscription.seen.size).toBe(0);
  });

  it('leaves out what the topic still holds of a log that was replaced', async () => {
    const topic = new HandedTopic();
    const records = [1, 2, 3].map((version) => recordedEvent(stream(1), version));
    topic.records = [...records, ...records.slice(0, 2)];
    const subscription = new Guarded('guarded', { offset: 0, part: 0, logEpoch: 2 });
    await readingOf(topic, subscription, outOfReach, { logEpoch: 2 });
    await topic.place();
    expect(await topic.hand(0, 3, { logEpoch: 1 })).toBe(3);
    expect(subscription.seen.size).toBe(0);
    await topic.hand(3, 5, { logEpoch: 2 });
    expect(subscription.seen.get(stream(1))).toEqual([1, 2]);
    expect(subscription.checkpoint).toEqual({ offset: 5, part: 0, logEpoch: 2 });
  });

  it('tells whoever begins to read what it has already, from a stretch before its checkpoint', async () => {
    const topic = new HandedTopic();
    topic.records = [1, 2, 3, 4, 5].map((version) => recordedEvent(stream(1), version));
    const subscription = new Guarded('guarded', { offset: 3, part: 0, logEpoch: 1 });
    await readingOf(topic, subscription, outOfReach);
    expect(await topic.place()).toBe(0);
    await topic.hand(0, 2);
    await topic.hand(2, 5);
    expect(subscription.recalled).toEqual([0, 1, 2]);
    expect(subscription.seen.get(stream(1))).toEqual([4, 5]);
  });
});
