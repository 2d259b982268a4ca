import { openKafkaTransport } from '@zhitong/kafka';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { openRedisEphemeralStore } from '@zhitong/redis';
import { contexts, topicOf, type Context } from '@zhitong/catalogue';
import { createRelay, parseStream, type Clock, type EphemeralStore, type Log } from '@zhitong/eventing';
import type { ServiceAdapters } from '../service/adapters.ts';
import type { Metrics } from '../telemetry/metrics.ts';

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
}

/** The adapters of one replica of one service: its own database, the city's topics, Redis for what may be lost. */
export async function openDistributedAdapters(options: DistributedOptions): Promise<ServiceAdapters> {
  const { context, mongoUrl: url, prefix, logEpoch: epoch, owner, clock, log, metrics } = options;
  const database = databaseOf(prefix, context);
  const [store, readModels, documents, auditSink, keys, leases, ephemeral] = await Promise.all([
    openMongoEventStore({ url, database, context, epoch, clock, log }),
    openMongoReadModelStore({ url, database }),
    openMongoReadModelStore({ url, database: `${database}_documents` }),
    openMongoReadModelStore({ url: options.auditSinkUrl, database: `${database}_audit_sink` }),
    openMongoReadModelStore({ url, database: `${database}_keys` }),
    openMongoLeaseStore({ url, database }),
    openEphemeral(options),
  ]);
  const transport = openKafkaTransport({
    brokers: [...options.kafkaBrokers],
    clientId: `${prefix}-${owner}`,
    contexts,
    prefix,
    replicationFactor: options.replicationFactor,
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
