import { openDistributedAdapters } from '@zhitong/platform/runtime/distributed.ts';
import { durationsDividedBy } from '@zhitong/platform/runtime/durations.ts';
import { randomUUID } from 'node:crypto';
import { runTally } from './run-tally.ts';

await runTally(async ({ configuration, ...opening }) => {
  const adapters = await openDistributedAdapters({
    ...opening,
    context: 'organizations',
    mongoUrl: configuration.ZT_MONGO_URL ?? '',
    auditSinkUrl: configuration.ZT_MONGO_URL ?? '',
    kafkaBrokers: configuration.ZT_KAFKA_BROKERS ?? [],
    redisUrl: configuration.ZT_REDIS_URL ?? '',
    prefix: configuration.ZHITONG_PREFIX,
    replicationFactor: configuration.ZHITONG_REPLICATION,
    logEpoch: configuration.ZHITONG_LOG_EPOCH,
    owner: `tally-${randomUUID().slice(0, 8)}`,
    durations: durationsDividedBy(configuration.ZT_TIME_FACTOR),
  });
  return { adapters, close: () => adapters.close() };
});
