import { openKafkaTransport } from '@zhitong/kafka';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { runEngines } from './engines.ts';

const needed = (name: string): string => process.env[name] ?? '';
const factor = Number(needed('ZT_TIME_FACTOR'));

/** Short, because every kill costs one of each; long enough for a busy machine. */
const [leaseMs, sessionTimeoutMs] = [Math.max(1_000, 5_000 / factor), Math.max(2_000, 8_000 / factor)];

await runEngines(async () => {
  const [url, prefix] = [needed('ZT_MONGO_URL'), needed('ZHITONG_PREFIX')];
  const server = { url, database: `${prefix}_organizations` };
  const [tail, readModels, leases] = await Promise.all([
    openMongoEventStore({ ...server, context: 'organizations', epoch: 1 }),
    openMongoReadModelStore(server),
    openMongoLeaseStore(server),
  ]);
  const transport = openKafkaTransport({
    brokers: needed('ZT_KAFKA_BROKERS').split(','),
    clientId: 'engines',
    contexts: ['organizations'],
    prefix,
    consumers: { sessionTimeoutMs, heartbeatMs: sessionTimeoutMs / 8 },
  });
  const close = async () => {
    await transport.close();
    await Promise.all([tail.close(), readModels.close(), leases.close()]);
  };
  return { store: tail, readModels, transport, relay: { tail, publisher: transport.publisher, leases, leaseMs }, close };
});
