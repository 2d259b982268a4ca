import { setImmediate } from 'node:timers/promises';
import type { BackoffLimits, Consumer, Log } from '@zhitong/eventing';
import type { Consumer as KafkaConsumer, EachBatchPayload, Kafka } from 'kafkajs';
import { isOutage, type Absence } from './absence.ts';
import { failed, progressed, type Assigned, type OffsetRange, type Placing } from './assignment.ts';
import { GroupOffsets } from './group-offsets.ts';
import { Membership } from './membership.ts';
import { OwnedPartitions } from './owned-partitions.ts';
import { slices, type Slice } from './records.ts';

export interface SessionOptions {
  readonly groupId: string;
  /** Our topic names by Kafka's. */
  readonly topics: ReadonlyMap<string, string>;
  readonly ranges: (topic: string, fresh: boolean) => Promise<ReadonlyMap<number, OffsetRange>>;
  readonly sessionTimeoutMs: number;
  readonly heartbeatMs: number;
  readonly maxWaitMs: number;
  readonly concurrency: number;
  readonly batchEvents: number;
  readonly hintMs: number;
  readonly backoff: BackoffLimits;
  readonly absence: Absence;
  readonly log: Log;
}

/** The life of one kafkajs consumer: from joining the group until it crashes or is stopped. */
export class Session {
  private readonly client: KafkaConsumer;
  private readonly parts: OwnedPartitions;
  private readonly membership: Membership;
  private readonly offsets: GroupOffsets;
  private readonly ended = Promise.withResolvers<void>();

  constructor(
    kafka: Kafka,
    private readonly consumer: Consumer,
    private readonly options: SessionOptions,
    startedAt: number,
  ) {
    const { groupId, sessionTimeoutMs, heartbeatMs, maxWaitMs } = options;
    this.membership = new Membership(startedAt, sessionTimeoutMs);
    this.client = kafka.consumer({
      groupId,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: heartbeatMs,
      maxWaitTimeInMs: maxWaitMs,
      rebalanceTimeout: 2 * sessionTimeoutMs,
      allowAutoTopicCreation: false,
      readUncommitted: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5, restartOnFailure: () => Promise.resolve(false) },
    });
    this.offsets = new GroupOffsets(this.client, options.log);
    const placing: Placing = {
      resume: ({ topic, partition }) => consumer.resume(options.topics.get(topic) ?? topic, partition),
      range: async ({ topic, partition }, fresh) => {
        const range = (await options.ranges(topic, fresh)).get(partition);
        if (range === undefined) throw new RangeError(`${topic} has no partition ${partition}`);
        return range;
      },
      onFailure: (part, error) => this.unplaced(part, error),
    };
    this.parts = new OwnedPartitions(
      this.client,
      placing,
      (error) => this.ended.reject(error),
      ({ topic, partition }) => consumer.lost?.(options.topics.get(topic) ?? topic, partition),
    );
  }

  /** Resolves when stopped. @throws what the consumer crashed of. */
  async run(): Promise<void> {
    const { client } = this;
    client.on(client.events.GROUP_JOIN, ({ payload }) => this.joined(payload.memberAssignment));
    client.on(client.events.HEARTBEAT, () => this.membership.heard());
    client.on(client.events.CRASH, ({ payload }) => this.ended.reject(payload.error));
    client.on(client.events.STOP, () => this.parts.dropAll()); // kafkajs refuses to seek, pause or resume from here on
    this.ended.promise.catch(() => undefined); // awaited below, once kafkajs has come back from its start
    this.offsets.start(this.options.hintMs);
    try {
      await client.connect();
      await client.subscribe({ topics: [...this.options.topics.keys()], fromBeginning: true });
      await client.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: this.options.concurrency,
        eachBatch: (payload) => this.takeBatch(payload),
      });
      if (this.membership.ended) this.ended.resolve();
      await this.ended.promise;
    } finally {
      this.offsets.end();
      this.parts.dropAll();
      await client.disconnect();
    }
  }

  /** The batch in work is stale from now on; {@link run} ends once it is done. */
  async stop(): Promise<void> {
    this.membership.end();
    this.parts.dropAll();
    if (performance.now() - this.contact < 3 * this.options.heartbeatMs) await this.offsets.flush();
    this.ended.resolve();
  }

  rewind(): void {
    this.parts.replaceAll();
  }

  get contact(): number {
    return this.membership.contact;
  }
  stalledFor(now: number): number {
    return Math.max(0, now - this.contact - this.options.heartbeatMs, this.parts.behindFor(now));
  }

  private joined(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.membership.joined();
    this.parts.assign(this.membership.ended ? {} : assignment);
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const part = this.parts.get(batch);
    if (part?.next === undefined || batch.firstOffset() === null || this.membership.isStale(part, payload)) return;
    const first = Number(batch.firstOffset());
    if (first < part.next || (first > part.next && part.verified !== part.next)) {
      this.options.log.warn({ topic: batch.topic, partition: batch.partition, expected: part.next, first }, 'the log does not go on where it was left');
      this.parts.replace(part);
      return;
    }
    part.end = Math.max(part.end, Number(batch.highWatermark));
    part.behindSince ??= performance.now();
    const work = this.handAll(part, payload);
    part.work = work.catch(() => undefined); // only its end matters to whoever waits for the partition
    await work;
  }

  private async handAll(part: Assigned, payload: EachBatchPayload): Promise<void> {
    for (const slice of slices(payload.batch.messages, part.logEpoch, this.options.batchEvents)) {
      if (this.membership.isStale(part, payload) || !(await this.hand(part, slice, payload))) return;
      await payload.heartbeat();
      await setImmediate(); // a slice that everybody has seen asks nobody: people would wait for the whole fetch
    }
  }

  /** True once the consumer has taken the slice as a whole. */
  private async hand(part: Assigned, slice: Slice, payload: EachBatchPayload): Promise<boolean> {
    const { topic, partition } = part;
    const isStale = () => this.membership.isStale(part, payload);
    try {
      const next = await this.consumer.handle({
        ...slice,
        topic: this.options.topics.get(topic) ?? topic,
        partition,
        highWatermark: part.end,
        isStale,
        heartbeat: () => this.membership.heartbeat(payload),
      });
      if (isStale()) return false;
      if (next > slice.nextOffset) throw new RangeError(`the consumer went on to ${next}, the batch ended at ${slice.nextOffset}`);
      progressed(part, next);
      part.logEpoch = slice.logEpoch;
      this.offsets.note(topic, partition, next);
      if (next === slice.nextOffset) payload.resolveOffset(String(next - 1));
      else this.client.seek({ topic, partition, offset: String(next) });
      return next === slice.nextOffset;
    } catch (error) {
      // Other partitions go on; this one is read again from where it stands.
      if (!isStale()) this.parts.holdBack(part, this.report(part, error, 'a batch failed, handing it over again'));
      return false;
    }
  }

  private unplaced(part: Assigned, error: unknown): number {
    if (isOutage(error)) return failed(part, this.options.backoff); // told by whoever asked Kafka
    return this.report(part, error, 'a partition cannot be placed, trying again');
  }

  private report(part: Assigned, error: unknown, sentence: string): number {
    const waitMs = failed(part, this.options.backoff);
    const { topic, partition, next: offset, failures } = part;
    this.options.log.warn({ group: this.options.groupId, topic, partition, offset, failures, waitMs, error }, sentence);
    return waitMs;
  }
}
