import {
  backoffMs,
  partitionCount,
  pause,
  RunningConsumptions,
  silentLog,
  type BackoffLimits,
  type EventPublisher,
  type EventTransport,
  type Log,
} from '@zhitong/eventing';
import { Absence, isOutage } from './absence.ts';
import { AdminConnection } from './admin-connection.ts';
import type { OffsetRange } from './assignment.ts';
import { openKafka, type KafkaConnection } from './kafkajs.ts';
import { assertPartitioner } from './partitioner.ts';
import { KafkaPublisher } from './publisher.ts';
import type { SessionOptions } from './session.ts';
import { startSubscription } from './subscription.ts';
import { ensureTopics, kafkaTopic } from './topics.ts';

export const transportTimes: Pick<SessionOptions, 'sessionTimeoutMs' | 'heartbeatMs' | 'hintMs' | 'backoff'> = {
  /** A member that is gone without a word is missed for so long: its partitions wait until then. */
  sessionTimeoutMs: 8_000,
  heartbeatMs: 1_000,
  /** Between two hints of where the group stands. */
  hintMs: 5_000,
  backoff: { minMs: 100, maxMs: 10_000 },
};

export interface KafkaTransportOptions extends KafkaConnection {
  readonly clientId: string;
  /** Contexts that exist; a topic of another name is a mistake. */
  readonly contexts: readonly string[];
  /** First part of the names of topics and groups. */
  readonly prefix?: string;
  readonly replicationFactor?: number;
  /** False where operators make the topics. */
  readonly createTopics?: boolean;
  readonly log?: Log;
  readonly consumers?: Partial<Pick<SessionOptions, 'sessionTimeoutMs' | 'heartbeatMs' | 'maxWaitMs' | 'concurrency' | 'batchEvents' | 'hintMs'>>;
  readonly backoff?: BackoffLimits;
}

export interface KafkaTransport extends EventTransport {
  readonly publisher: EventPublisher;
}

/**
 * Topics `<prefix>.<context>.v1` and `<prefix>.<context>.restricted.v1`. Nothing is connected until it is used; while Kafka is away,
 * or has not yet chosen the leaders of a new topic, `consume` and `ends` wait for it.
 * @throws {WrongPartitionCount} from every first use of a topic that does not have {@link partitionCount} partitions.
 */
export function openKafkaTransport(options: KafkaTransportOptions): KafkaTransport {
  const { contexts, prefix = 'zhitong', replicationFactor = 1, createTopics = true, log = silentLog } = options;
  const times = { ...transportTimes, ...defined({ backoff: options.backoff }) };
  const { backoff } = times;
  assertPartitioner();
  const { brokers, clientId, ssl, sasl, requestTimeout, connectionTimeout, socketFactory } = options;
  const kafka = openKafka(defined({ brokers, clientId, ssl, sasl, requestTimeout, connectionTimeout, socketFactory }), log);
  const closing = new AbortController();
  const running = new RunningConsumptions();
  const ensured = new Map<string, Promise<string>>();
  const absence = new Absence(log);
  const admin = new AdminConnection(kafka, absence, log);

  /** Kafka's name of a topic that exists with the right shape; asked once. */
  function ensureTopic(topic: string): Promise<string> {
    if (!contexts.some((context) => topic === context || topic === `${context}.restricted`)) {
      throw new RangeError(`there is no topic ${topic}, the contexts are ${contexts.join(', ')}`);
    }
    const name = kafkaTopic(prefix, topic);
    const ensuring =
      ensured.get(topic) ?? admin.use((client) => ensureTopics(client, [name], { replicationFactor, createMissing: createTopics })).then(() => name);
    ensured.set(topic, ensuring);
    ensuring.catch(() => ensured.delete(topic));
    return ensuring;
  }

  /** Asks until Kafka answers or the transport is closed. */
  async function whenThere<T>(ask: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures++) {
      try {
        return await ask();
      } catch (error) {
        if (closing.signal.aborted || !isOutage(error)) throw error;
        await pause(backoffMs(failures, backoff), closing.signal);
        if (closing.signal.aborted) throw error;
      }
    }
  }

  const ranges = rangesOf(admin);
  async function offsetsOf(topic: string, side: keyof OffsetRange): Promise<readonly number[]> {
    const found = await whenThere(async () => ranges(await ensureTopic(topic), side === 'high'));
    return Array.from({ length: partitionCount }, (_, partition) => found.get(partition)?.[side] ?? 0);
  }
  const publisher = new KafkaPublisher(kafka, ensureTopic, log);

  return {
    publisher,
    async consume(consumer) {
      const topics = new Map<string, string>();
      for (const topic of consumer.topics) topics.set(await whenThere(() => ensureTopic(topic)), topic);
      const consumption = startSubscription(kafka, consumer, {
        groupId: `${prefix}.${consumer.group}`,
        topics,
        ranges,
        absence,
        log,
        maxWaitMs: 250,
        concurrency: 12,
        batchEvents: 1000,
        ...times,
        ...options.consumers,
      });
      return running.add(consumption);
    },
    starts: (topic) => offsetsOf(topic, 'low'),
    ends: (topic) => offsetsOf(topic, 'high'),
    async close() {
      closing.abort();
      await running.stop();
      await publisher.close();
      await admin.close();
    },
  };
}

/** First and next offset of each partition of a topic; 24 partitions that are placed together share one request. */
function rangesOf(admin: AdminConnection): SessionOptions['ranges'] {
  const asked = new Map<string, { readonly at: number; readonly ranges: Promise<ReadonlyMap<number, OffsetRange>> }>();
  const ask = async (topic: string) => {
    const offsets = await admin.use((client) => client.fetchTopicOffsets(topic));
    return new Map(offsets.map(({ partition, low, high }) => [partition, { low: Number(low), high: Number(high) }]));
  };
  return (topic, fresh) => {
    const known = asked.get(topic);
    if (!fresh && known !== undefined && performance.now() - known.at < 500) return known.ranges;
    const ranges = ask(topic);
    asked.set(topic, { at: performance.now(), ranges });
    ranges.catch(() => asked.delete(topic));
    return ranges;
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
