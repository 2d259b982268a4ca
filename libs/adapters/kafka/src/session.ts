import type { BackoffLimits, Consumer, Log } from '@zhitong/eventing';
import type { Consumer as KafkaConsumer, EachBatchPayload, Kafka } from 'kafkajs';
import { isOutage, type Absence } from './absence.ts';
import { assignedOf, failed, findPlace, progressed, type Assigned, type OffsetRange, type Placing } from './assignment.ts';
import { GroupOffsets } from './group-offsets.ts';
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

/** Errors of a heartbeat that say: the group has moved on, or is about to. */
const revocations = new Set(['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP', 'FENCED_INSTANCE_ID']);
const isRevocation = (error: unknown): boolean => error instanceof Error && 'type' in error && typeof error.type === 'string' && revocations.has(error.type);

/** The life of one kafkajs consumer: from joining the group until it crashes or is stopped. */
export class Session {
  private readonly client: KafkaConsumer;
  private readonly parts = new Map<string, Assigned>();
  private readonly offsets: GroupOffsets;
  private readonly placing: Placing;
  private readonly ended = Promise.withResolvers<void>();
  /** The last sign that the coordinator counts us in. */
  private contactAt: number;
  private revoked = false;
  private stopping = false;

  constructor(
    kafka: Kafka,
    private readonly consumer: Consumer,
    private readonly options: SessionOptions,
    startedAt: number,
  ) {
    const { groupId, sessionTimeoutMs, heartbeatMs, maxWaitMs } = options;
    this.contactAt = startedAt;
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
    this.placing = {
      resume: ({ topic, partition }) => consumer.resume(options.topics.get(topic) ?? topic, partition),
      range: async ({ topic, partition }, fresh) => {
        const range = (await options.ranges(topic, fresh)).get(partition);
        if (range === undefined) throw new RangeError(`${topic} has no partition ${partition}`);
        return range;
      },
      onFailure: (part, error) => this.unplaced(part, error),
    };
  }

  /** Resolves when stopped. @throws what the consumer crashed of. */
  async run(): Promise<void> {
    const { client } = this;
    client.on(client.events.GROUP_JOIN, ({ payload }) => this.assign(payload.memberAssignment));
    client.on(client.events.HEARTBEAT, () => (this.contactAt = performance.now()));
    client.on(client.events.CRASH, ({ payload }) => this.ended.reject(payload.error));
    client.on(client.events.STOP, () => this.dropAll()); // kafkajs refuses to seek, pause or resume from here on
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
      if (this.stopping) this.ended.resolve();
      await this.ended.promise;
    } finally {
      this.offsets.end();
      this.dropAll();
      await client.disconnect();
    }
  }

  /** The batch in work is stale from now on; {@link run} ends once it is done. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.dropAll();
    if (performance.now() - this.contactAt < 3 * this.options.heartbeatMs) await this.offsets.flush();
    this.ended.resolve();
  }

  rewind(): void {
    for (const part of [...this.parts.values()]) this.replace(part);
  }

  get contact(): number {
    return this.contactAt;
  }
  stalledFor(now: number): number {
    const behind = [...this.parts.values()].map(({ behindSince }) => (behindSince === undefined ? 0 : now - behindSince));
    return Math.max(0, now - this.contactAt - this.options.heartbeatMs, ...behind);
  }

  /** Runs inside the join, before the first fetch: nothing is read until the stored checkpoint is known. */
  private assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.contactAt = performance.now();
    this.revoked = false;
    const old = new Map(this.parts);
    this.dropAll();
    if (this.stopping) return;
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) this.place(topic, partition, old.get(keyOf({ topic, partition }))?.work);
    }
  }

  private place(topic: string, partition: number, work: Promise<void> = Promise.resolve()): void {
    const part = assignedOf(topic, partition, work);
    this.parts.set(keyOf(part), part);
    this.client.pause([{ topic, partitions: [partition] }]);
    findPlace(part, this.placing)
      .then(() => this.begin(part))
      .catch((error: unknown) => this.ended.reject(error));
  }

  private begin(part: Assigned): void {
    const { topic, partition, next, dropped } = part;
    if (dropped.signal.aborted || next === undefined) return;
    this.client.seek({ topic, partition, offset: String(next) });
    this.client.resume([{ topic, partitions: [partition] }]);
  }

  private dropAll(): void {
    this.parts.forEach(drop);
    this.parts.clear();
  }

  private replace(part: Assigned): void {
    drop(part);
    this.place(part.topic, part.partition, part.work);
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const part = this.parts.get(keyOf(batch));
    if (part?.next === undefined || batch.firstOffset() === null || this.isStale(part, payload)) return;
    const first = Number(batch.firstOffset());
    if (first < part.next || (first > part.next && part.verified !== part.next)) {
      this.options.log.warn({ topic: batch.topic, partition: batch.partition, expected: part.next, first }, 'the log does not go on where it was left');
      this.replace(part);
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
      if (this.isStale(part, payload) || !(await this.hand(part, slice, payload))) return;
      await payload.heartbeat();
    }
  }

  /** True once the consumer has taken the slice as a whole. */
  private async hand(part: Assigned, slice: Slice, payload: EachBatchPayload): Promise<boolean> {
    const { topic, partition } = part;
    const isStale = () => this.isStale(part, payload);
    try {
      const next = await this.consumer.handle({
        ...slice,
        topic: this.options.topics.get(topic) ?? topic,
        partition,
        highWatermark: part.end,
        isStale,
        heartbeat: () => this.heartbeat(payload),
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
      if (!isStale()) this.holdBack(part, error);
      return false;
    }
  }

  /** Other partitions go on; this one is read again from where it stands. */
  private holdBack(part: Assigned, error: unknown): void {
    const { topic, partition } = part;
    const waitMs = this.report(part, error, 'a batch failed, handing it over again');
    this.client.pause([{ topic, partitions: [partition] }]);
    const timer = setTimeout(() => this.client.resume([{ topic, partitions: [partition] }]), waitMs);
    part.dropped.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  private async heartbeat(payload: EachBatchPayload): Promise<void> {
    try {
      await payload.heartbeat();
    } catch (error) {
      if (!isRevocation(error)) throw error;
      this.revoked = true; // the batch shows itself as stale; kafkajs joins again once it is given back
    }
  }

  /** Also after a sleep longer than the session, when the coordinator has given the partition away without a word to us. */
  private isStale(part: Assigned, payload: EachBatchPayload): boolean {
    return (
      this.stopping ||
      this.revoked ||
      part.dropped.signal.aborted ||
      !payload.isRunning() ||
      payload.isStale() ||
      performance.now() - this.contactAt > this.options.sessionTimeoutMs
    );
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

const keyOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string => `${topic}/${partition}`;
const drop = (part: Assigned): void => part.dropped.abort();
