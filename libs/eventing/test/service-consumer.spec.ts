import { describe, expect, it } from '@jest/globals';
import {
  ServiceConsumer,
  silentLog,
  StoreUnavailable,
  StreamOrder,
  SubscriptionPaused,
  type Batch,
  type OrderedLog,
  type RecordedEvent,
  type Subscription,
} from '@zhitong/eventing';
import { createInProcessTransport } from '@zhitong/inprocess';
import { batchOf, eventually, recordedEvent } from '@zhitong/testing';
import fc from 'fast-check';

class Log implements OrderedLog {
  readonly context = 'organizations';
  readonly epoch = 1;
  readonly #events: RecordedEvent[] = [];
  readonly #listeners = new Set<() => void>();
  append(count: number): void {
    for (let added = 0; added < count; added++) {
      const at = this.#events.length;
      this.#events.push(recordedEvent(`organizations.thing-${at % 7}`, Math.floor(at / 7) + 1));
    }
    for (const tell of this.#listeners) tell();
  }
  read(after: number, limit: number) {
    return this.#events.slice(after, after + limit).map((event, at) => ({ position: after + at + 1, events: [event] }));
  }
  head = () => this.#events.length;
  onAppended(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Keeps every event once, with checkpoints that outlive it. */
class Recorder implements Subscription {
  readonly kind = 'projection';
  readonly topics = ['organizations'];
  readonly taken: string[] = [];
  trouble: (() => Promise<void> | void) | undefined;
  paused = false;
  constructor(
    readonly name: string,
    readonly checkpoints = new Map<number, number>(),
  ) {}
  position(_topic: string, partition: number) {
    return Promise.resolve({ offset: this.checkpoints.get(partition) ?? 0, part: 0, logEpoch: 1 });
  }
  async take(batch: Batch) {
    if (this.paused) throw new SubscriptionPaused('paused');
    await this.trouble?.();
    const from = this.checkpoints.get(batch.partition) ?? 0;
    for (const message of batch.messages) if ('event' in message && message.offset >= from) this.taken.push(message.event.id);
    this.checkpoints.set(batch.partition, Math.max(from, batch.nextOffset));
    return this.position(batch.topic, batch.partition);
  }
  again = () => Promise.resolve({});
  forget = () => undefined;
  resume() {
    this.paused = false;
  }
  status() {
    return { name: this.name, kind: this.kind, state: this.paused ? 'paused' : 'running', handled: this.taken.length, positions: {} } as const;
  }
}

async function consuming(work: (parts: { log: Log; consumer: ServiceConsumer; well: Recorder; ill: Recorder }) => Promise<void>, before = 0) {
  const log = new Log();
  log.append(before);
  const transport = createInProcessTransport([log], { restricted: () => false, batchEvents: 10, backoff: { minMs: 1, maxMs: 10 } });
  const [well, ill] = [new Recorder('well'), new Recorder('ill')];
  const consumer = new ServiceConsumer({ group: 'organizations', transport, subscriptions: [well, ill], log: silentLog, patienceMs: 20 });
  try {
    await work({ log, consumer, well, ill });
  } finally {
    await consumer.stop();
    await transport.close();
  }
}
const all = (log: Log) =>
  log
    .read(0, log.head())
    .flatMap(({ events }) => events.map(({ id }) => id))
    .sort();
const hasAll = (recorder: Recorder, log: Log) => eventually(() => expect([...recorder.taken].sort()).toEqual(all(log)));

describe('the consumer of a service', () => {
  it('is caught up only after everything that was there at the start was read', () =>
    consuming(async ({ log, consumer, well, ill }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      expect(consumer.caughtUp()).toBe(false);
      ill.trouble = () => promise;
      await consumer.start();
      expect(consumer.caughtUp()).toBe(false);
      await hasAll(well, log);
      expect(consumer.caughtUp()).toBe(false);
      resolve();
      await eventually(() => consumer.caughtUp());
      await hasAll(ill, log);
    }, 100));

  it.each<[string, (ill: Recorder, end: Promise<void>) => void]>([
    [
      'hangs',
      (ill, end) => {
        ill.trouble = () => end;
      },
    ],
    [
      'fails again and again',
      (ill) => {
        ill.trouble = () => {
          throw new Error('no');
        };
      },
    ],
    [
      'has paused',
      (ill) => {
        ill.paused = true;
      },
    ],
  ])('goes on while a subscription %s, which then reads on from its own checkpoint', (_how, makeIll) =>
    consuming(async ({ log, consumer, well, ill }) => {
      await consumer.start();
      log.append(70);
      await hasAll(ill, log);
      const { promise, resolve } = Promise.withResolvers<void>();
      makeIll(ill, promise);
      for (let more = 0; more < 5; more++) {
        log.append(70);
        await hasAll(well, log);
      }
      expect(ill.taken).toHaveLength(70);
      expect(consumer.caughtUp()).toBe(false);
      ill.trouble = undefined;
      resolve();
      await consumer.resume('ill');
      await hasAll(ill, log);
      await eventually(() => consumer.caughtUp());
      log.append(70);
      await Promise.all([hasAll(ill, log), hasAll(well, log)]);
    }),
  );

  it('lets everybody wait while the store is away, and nobody falls behind', () =>
    consuming(async ({ log, consumer, well, ill }) => {
      let tries = 0;
      for (const subscription of [well, ill])
        subscription.trouble = () => {
          if (tries++ < 60) throw new StoreUnavailable('away');
        };
      log.append(70);
      await consumer.start();
      await Promise.all([hasAll(ill, log), hasAll(well, log)]);
      expect(tries).toBeGreaterThan(60);
    }));

  it('puts another in the place of one, which starts where its own checkpoint stands', () =>
    consuming(async ({ log, consumer, well, ill }) => {
      log.append(70);
      await consumer.start();
      await hasAll(ill, log);
      const other = new Recorder('other');
      await consumer.replace('ill', other);
      log.append(70);
      await Promise.all([hasAll(other, log), hasAll(well, log)]);
      expect(ill.taken).toHaveLength(70);
      expect(consumer.status().map(({ name }) => name)).toEqual(['well', 'other']);
    }));
});

describe('REL-21 the order of a stream', () => {
  const stream = (id: number) => `organizations.thing-${id}`;
  it('is never broken by what is passed on, however deliveries drop, swap and repeat messages, and is whole unless the partition is held', () => {
    const fault = fc.record({ drop: fc.array(fc.nat(9), { maxLength: 3 }), swap: fc.option(fc.nat(8)), repeat: fc.array(fc.nat(9), { maxLength: 3 }) });
    fc.assert(
      fc.property(
        fc.array(fc.nat(2), { minLength: 30, maxLength: 60 }),
        fc.array(fc.array(fault, { minLength: 1, maxLength: 6 }), { minLength: 7, maxLength: 7 }),
        (log, faults) => {
          const heads = new Map<number, number>();
          const events = [0, 1, 2, ...log].map((id) => {
            heads.set(id, (heads.get(id) ?? 0) + 1);
            return recordedEvent(stream(id), heads.get(id) ?? 0);
          });
          const order = new StreamOrder();
          const seen = new Map<string, number[]>();
          let held = false;
          for (let from = 0, nth = 0; from < events.length && !held; from += 10, nth++) {
            const right = events.slice(from, from + 10);
            const last = from + 10 >= events.length;
            const deliveries = from === 0 || last ? [right] : [...(faults[nth] ?? []).map((how) => spoilt(right, how)), right];
            held = !deliveries.some((delivered) => passes(order, batchOf(delivered, { firstOffset: from }), seen));
          }
          for (const id of heads.keys()) {
            const versions = seen.get(stream(id)) ?? [];
            expect(versions).toEqual(versions.map((_, at) => at + 1));
          }
          // Nothing after a loss passes: a stream is short of its end only if its last events were lost unseen, or the partition is held.
          const later = new Set(events.slice(-(events.length % 10 || 10)).map((event) => event.stream));
          for (const [id, newest] of heads) if (!held && later.has(stream(id))) expect(seen.get(stream(id))).toHaveLength(newest);
        },
      ),
      { numRuns: 1000, verbose: 1 },
    );
  });

  it('shows a loss at the end of one batch in the next, which is held', () => {
    const order = new StreamOrder();
    order.passed(batchOf([recordedEvent(stream(1), 1)]));
    order.check(batchOf([recordedEvent(stream(2), 5)], { firstOffset: 1 }));
    const next = batchOf([recordedEvent(stream(2), 6), recordedEvent(stream(1), 3)], { firstOffset: 2 });
    expect(() => order.check(next)).toThrow('organizations.thing-1 jumps from 1 to 3');
    expect(() => order.check(next)).toThrow('jumps');
    order.forget('organizations', 0);
    order.check(next);
  });

  it('holds its partition alone, hands nothing of the batch on and goes on once the event is there', async () => {
    const log = new Log();
    log.append(70);
    const missing = new Set([25]);
    const gappy: OrderedLog = {
      context: log.context,
      epoch: 1,
      head: log.head,
      onAppended: (listener) => log.onAppended(listener),
      read: (after, limit) => log.read(after, limit).filter(({ position }) => !missing.has(position)),
    };
    const transport = createInProcessTransport([gappy], { restricted: () => false, batchEvents: 10, backoff: { minMs: 1, maxMs: 5 } });
    const errors: string[] = [];
    const recorder = new Recorder('one');
    const consumer = new ServiceConsumer({
      group: 'organizations',
      transport,
      subscriptions: [recorder],
      log: { ...silentLog, error: (_fields, sentence) => errors.push(sentence) },
    });
    const held = log.read(24, 1)[0]?.events[0]?.stream ?? '';
    await consumer.start();
    await eventually(() => errors.length > 3);
    await eventually(() => expect(recorder.taken.filter((id) => !id.startsWith(`${held}@`))).toHaveLength(60));
    expect(
      recorder.taken
        .filter((id) => id.startsWith(`${held}@`))
        .map((id) => Number(id.split('@')[1]))
        .every((version) => version < 4),
    ).toBe(true);
    expect(consumer.caughtUp()).toBe(false);
    missing.clear();
    await hasAll(recorder, log);
    await consumer.stop();
    await transport.close();
  });
});

interface Fault {
  readonly drop: readonly number[];
  readonly swap: number | null;
  readonly repeat: readonly number[];
}
function spoilt(events: readonly RecordedEvent[], { drop, swap, repeat }: Fault): readonly RecordedEvent[] {
  const left = events.filter((_, at) => !drop.includes(at)).flatMap((event, at) => (repeat.includes(at) ? [event, event] : [event]));
  const [first, second] = swap === null ? [] : [left[swap], left[swap + 1]];
  return first && second && swap !== null ? left.with(swap, second).with(swap + 1, first) : left;
}
function passes(order: StreamOrder, batch: Batch, seen: Map<string, number[]>): boolean {
  try {
    order.check(batch);
  } catch (error) {
    expect(error).toMatchObject({ name: 'StreamGap' });
    return false;
  }
  order.passed(batch);
  for (const message of batch.messages) if ('event' in message) take(seen, message.event);
  return true;
}
/** As a guard does: lower or equal is dropped. */
function take(seen: Map<string, number[]>, { stream: name, version }: RecordedEvent): void {
  const versions = seen.get(name) ?? [];
  if (version > (versions.at(-1) ?? 0)) seen.set(name, [...versions, version]);
}
