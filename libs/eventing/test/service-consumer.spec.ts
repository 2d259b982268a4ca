import { describe, expect, it } from '@jest/globals';
import {
  eventId,
  ServiceConsumer,
  silentLog,
  StoreUnavailable,
  SubscriptionPaused,
  type Batch,
  type EventTransport,
  type OrderedLog,
  type RecordedEvent,
  type Subscription,
} from '@zhitong/eventing';
import { createInProcessTransport } from '@zhitong/inprocess';
import { eventually, recordedEvent } from '@zhitong/testing';

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
    for (const message of batch.messages) if ('event' in message && message.offset >= from) this.taken.push(eventId(message.event));
    this.checkpoints.set(batch.partition, Math.max(from, batch.nextOffset));
    return this.position(batch.topic, batch.partition);
  }
  again = () => Promise.resolve({});
  pause() {
    this.paused = true;
  }
  forget = () => undefined;
  resume() {
    this.paused = false;
  }
  status() {
    return { name: this.name, kind: this.kind, state: this.paused ? 'paused' : 'running', handled: this.taken.length, positions: {} } as const;
  }
}

async function consuming(
  work: (parts: { log: Log; transport: EventTransport; consumer: ServiceConsumer; well: Recorder; ill: Recorder }) => Promise<void>,
  before = 0,
) {
  const log = new Log();
  log.append(before);
  const transport = createInProcessTransport([log], { restricted: () => false, batchEvents: 10, backoff: { minMs: 1, maxMs: 10 } });
  const [well, ill] = [new Recorder('well'), new Recorder('ill')];
  const history = () => Promise.resolve(undefined);
  const consumer = new ServiceConsumer({
    group: 'organizations',
    transport,
    subscriptions: [well, ill],
    log: silentLog,
    logEpoch: 1,
    history,
    patienceMs: 20,
  });
  try {
    await work({ log, transport, consumer, well, ill });
  } finally {
    await consumer.stop();
    await transport.close();
  }
}
const all = (log: Log) =>
  log
    .read(0, log.head())
    .flatMap(({ events }) => events.map(eventId))
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

  it('REL-33 is caught up under load that never ends, once what was there at the start was read', () =>
    consuming(async ({ log, consumer, well }) => {
      well.trouble = () => log.append(20);
      await consumer.start();
      await eventually(() => consumer.caughtUp() && consumer.lag() > 0);
      well.trouble = undefined;
      await hasAll(well, log);
    }, 30));

  it('REL-33 is caught up although partitions that it had begun fell to another before it read them', async () => {
    const [log, checkpoints] = [new Log(), new Map<number, number>()];
    log.append(200);
    const transport = createInProcessTransport([log], { restricted: () => false, batchEvents: 10, backoff: { minMs: 1, maxMs: 10 } });
    const history = () => Promise.resolve(undefined);
    const of = (recorder: Recorder) =>
      new ServiceConsumer({ group: 'organizations', transport, subscriptions: [recorder], log: silentLog, logEpoch: 1, history, patienceMs: 60_000 });
    const [slow, other] = [new Recorder('all', checkpoints), new Recorder('all', checkpoints)];
    const [first, second] = [of(slow), of(other)];
    const [begun, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    slow.trouble = () => (begun.resolve(), held.promise);
    await first.start();
    await begun.promise;
    const joining = second.start();
    held.resolve();
    await joining;
    await eventually(() => second.caughtUp() && first.caughtUp() && first.lag() === 0);
    await Promise.all([first.stop(), second.stop()]);
    await transport.close();
  });

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

  it('REL-32 says for how long a subscription hangs, and that it goes on again', () =>
    consuming(async ({ log, consumer, well, ill }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      await consumer.start();
      ill.trouble = () => promise;
      log.append(70);
      await hasAll(well, log);
      await eventually(() => consumer.stalledFor() > 100);
      ill.trouble = undefined;
      resolve();
      await hasAll(ill, log);
      await eventually(() => consumer.stalledFor() < 100);
    }));

  it('REL-32 says that a subscription hangs which could not begin to read by itself', () =>
    consuming(async ({ log, transport, consumer, well, ill }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      await consumer.start();
      ill.trouble = () => promise;
      log.append(70);
      await hasAll(well, log);
      transport.starts = () => Promise.reject(new TypeError('no'));
      resolve();
      await eventually(() => consumer.stalledFor() > 100 && ill.taken.length > 0);
    }));

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

describe('REL-21 a gap in a stream', () => {
  it('holds its partition alone, hands nothing of the batch on, and goes on with what the log has', async () => {
    const log = new Log();
    log.append(70);
    const gappy: OrderedLog = {
      context: log.context,
      epoch: 1,
      head: log.head,
      onAppended: (listener) => log.onAppended(listener),
      read: (after, limit) => log.read(after, limit).filter(({ position }) => position !== 25),
    };
    const transport = createInProcessTransport([gappy], { restricted: () => false, batchEvents: 10, backoff: { minMs: 1, maxMs: 5 } });
    const recorder = new Recorder('one');
    let reachable = false;
    const events = () => log.read(0, log.head()).flatMap((commit) => commit.events);
    const consumer = new ServiceConsumer({
      group: 'organizations',
      transport,
      subscriptions: [recorder],
      log: silentLog,
      logEpoch: 1,
      history: (stream, from) => Promise.resolve(reachable ? events().filter((event) => event.stream === stream && event.version >= from) : undefined),
    });
    const held = events()[24]?.stream ?? '';
    const ofHeld = () => recorder.taken.filter((id) => id.startsWith(`${held}@`));
    await consumer.start();
    await eventually(() => consumer.gap()?.sentence.includes(held));
    await eventually(() => expect(recorder.taken.length - ofHeld().length).toBe(60));
    expect(ofHeld()).toEqual([]);
    expect(consumer.caughtUp()).toBe(false);
    reachable = true;
    await hasAll(recorder, log);
    await eventually(() => expect([consumer.gap(), consumer.fetched, consumer.caughtUp()]).toEqual([undefined, 1, true]));
    await consumer.stop();
    await transport.close();
  });
});
