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
  const database = `${prefix}_${context.replaceAll('-', '_')}`;
  const [store, readModels, documents, keys, leases, ephemeral] = await Promise.all([
    openMongoEventStore({ url, database, context, epoch, clock, log }),
    openMongoReadModelStore({ url, database }),
    openMongoReadModelStore({ url, database: `${database}_documents` }),
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
      await Promise.all([store.close(), readModels.close(), documents.close(), keys.close(), leases.close(), ephemeral.close()]);
    },
  };
}

export const openEphemeral = ({ redisUrl, prefix, log }: Pick<DistributedOptions, 'redisUrl' | 'prefix' | 'log'>): Promise<EphemeralStore> =>
  openRedisEphemeralStore({ url: redisUrl, prefix, log });

const topicOfStream = (stream: string): string => {
  const { context, category } = parseStream(stream);
  return topicOf(context, category);
};
