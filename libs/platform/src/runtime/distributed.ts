import { openKafkaTransport } from '@zhitong/kafka';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { openRedisEphemeralStore } from '@zhitong/redis';
import { contexts, topicOf, type Context } from '@zhitong/catalogue';
import { createRelay, parseStream, type Clock, type EphemeralStore, type Log } from '@zhitong/eventing';
import type { ServiceAdapters } from '../service/adapters.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { durationsDividedBy, type Durations } from './durations.ts';

export interface DistributedOptions {
  readonly context: Context;
  readonly mongoUrl: string;
  /** Where the checkpoints of the audit chain go: better another server, at least another account. */
  readonly auditSinkUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly redisUrl: string;
  /** Prefix of databases and topics: several installations may share servers. */
  readonly prefix: string;
  readonly replicationFactor: number;
  readonly logEpoch: number;
  readonly owner: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly durations?: Durations;
}

/** The adapters of one replica of one service: its own database, the city's topics, Redis for what may be lost. */
export async function openDistributedAdapters(options: DistributedOptions): Promise<ServiceAdapters> {
  const { context, prefix, logEpoch: epoch, owner, clock, log, metrics, durations = durationsDividedBy(1) } = options;
  const { backoff, ...consumers } = durations.transport;
  const silentMs = durations.silentConnectionMs;
  const server = { url: options.mongoUrl, silentMs };
  const database = databaseOf(prefix, context);
  const [store, readModels, documents, auditSink, keys, leases, ephemeral] = await Promise.all([
    openMongoEventStore({ ...server, database, context, epoch, clock, log, tail: durations.tail, roomMs: durations.roomMs }),
    openMongoReadModelStore({ ...server, database }),
    openMongoReadModelStore({ ...server, database: `${database}_documents` }),
    openMongoReadModelStore({ url: options.auditSinkUrl, silentMs, database: `${database}_audit_sink` }),
    openMongoReadModelStore({ ...server, database: `${database}_keys` }),
    openMongoLeaseStore({ ...server, database }),
    openEphemeral(options),
  ]);
  const transport = openKafkaTransport({
    brokers: [...options.kafkaBrokers],
    clientId: `${prefix}-${owner}`,
    contexts,
    prefix,
    replicationFactor: options.replicationFactor,
    consumers,
    backoff,
    log,
  });
  return {
    store,
    readModels,
    documents,
    auditSink,
    keys,
    leases,
    transport,
    logEpoch: epoch,
    history: async (stream, fromVersion) => (parseStream(stream).context === context ? store.load(stream, fromVersion) : undefined),
    ephemeral,
    log,
    owner,
    startRelay: async () =>
      createRelay({
        tail: store,
        publisher: transport.publisher,
        leases,
        owner,
        clock,
        topicOf: topicOfStream,
        log,
        ...durations.relay,
        published: (events) => metrics.acknowledged(context, events, clock.now()),
      }),
    async close() {
      await transport.close();
      await Promise.all([store.close(), readModels.close(), documents.close(), auditSink.close(), keys.close(), leases.close(), ephemeral.close()]);
    },
  };
}

/** Of the log of a service; its other databases are named after it. */
export const databaseOf = (prefix: string, context: Context): string => `${prefix}_${context.replaceAll('-', '_')}`;

export const openEphemeral = ({ redisUrl, prefix, log }: Pick<DistributedOptions, 'redisUrl' | 'prefix' | 'log'>): Promise<EphemeralStore> =>
  openRedisEphemeralStore({ url: redisUrl, prefix, log });

const topicOfStream = (stream: string): string => {
  const { context, category } = parseStream(stream);
  return topicOf(context, category);
};
