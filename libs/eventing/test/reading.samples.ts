import type { Batch, Checkpoint, Consumer, EventTransport, RecordedEvent, Subscription, SubscriptionPaused } from '@zhitong/eventing';
import { batchOf } from '@zhitong/testing';

/** A topic of one partition whose records the test puts down as they come, and hands over when it likes. */
export class HandedTopic implements EventTransport {
  records: RecordedEvent[] = [];
  logEpoch = 1;
  #consumer: Consumer | undefined;

  consume(consumer: Consumer) {
    this.#consumer = consumer;
    return Promise.resolve({ stop: () => Promise.resolve(), rewind: () => Promise.resolve(), stalledFor: () => 0 });
  }
  starts = () => Promise.resolve([0]);
  ends = () => Promise.resolve([this.records.length]);
  close = () => Promise.resolve();

  place(partition = 0): Promise<number> {
    if (!this.#consumer) throw new TypeError('nobody reads');
    return this.#consumer.resume('organizations', partition);
  }

  /** Resolves with the offset to go on from. */
  hand(from: number, to: number, batch: Partial<Batch> = {}): Promise<number> {
    if (!this.#consumer) throw new TypeError('nobody reads');
    const { logEpoch } = this;
    return this.#consumer.handle(batchOf(this.records.slice(from, to), { firstOffset: from, highWatermark: this.records.length, logEpoch, ...batch }));
  }
}

/** Keeps the versions of each stream as a guard lets them in: lower or equal is dropped. Its checkpoint outlives the reading. */
export class Guarded implements Subscription {
  readonly kind = 'projection';
  readonly topics = ['organizations'];
  readonly seen = new Map<string, number[]>();
  /** Offsets it was told to have already. */
  readonly recalled: number[] = [];
  paused: SubscriptionPaused | undefined;
  constructor(
    readonly name = 'guarded',
    public checkpoint: Checkpoint = { offset: 0, part: 0, logEpoch: 1 },
  ) {}

  position: Subscription['position'] = () => Promise.resolve(this.checkpoint);
  take({ messages, nextOffset, logEpoch }: Batch) {
    for (const message of messages) {
      if (!('event' in message) || message.offset < this.checkpoint.offset) continue;
      const { stream, version } = message.event;
      const versions = this.seen.get(stream) ?? [];
      if (version > (versions.at(-1) ?? 0)) this.seen.set(stream, [...versions, version]);
    }
    this.checkpoint = { offset: Math.max(this.checkpoint.offset, nextOffset), part: 0, logEpoch };
    return Promise.resolve(this.checkpoint);
  }
  recall(messages: Batch['messages']) {
    this.recalled.push(...messages.map(({ offset }) => offset));
    return Promise.resolve();
  }
  again = () => Promise.resolve({});
  forget = () => undefined;
  pause(reason: SubscriptionPaused) {
    this.paused = reason;
  }
  resume() {
    this.paused = undefined;
  }
  status() {
    return { name: this.name, kind: this.kind, state: this.paused ? 'paused' : 'running', handled: 0, positions: {} } as const;
  }
}
