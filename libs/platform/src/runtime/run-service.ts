import type { Context } from '@zhitong/catalogue';
import { armCrashPoint, systemClock, type Log } from '@zhitong/eventing';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { checkpointKeysAt } from '../audit/checkpoint-keys.ts';
import { createLocalKeyService } from '../content/local-key-service.adapter.ts';
import { masterKeysAt } from '../content/master-key-file.ts';
import { subjectKeysAt } from '../grpc/subject-key-file.ts';
import { createSubjectVerifier } from '../grpc/subject-keys.ts';
import { createLog } from '../telemetry/log.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { warningsInto } from '../telemetry/runtime-warnings.ts';
import { clockOf } from './clock-file.ts';
import { ConfigurationError, readConfiguration, type Configuration } from './configuration.ts';
import { openDistributedAdapters } from './distributed.ts';
import type { RuntimeLimits } from '../service/runtime-limits.ts';
import { durationsDividedBy } from './durations.ts';
import { closeOnSignal, endOnCrash, endWith } from './exit.ts';
import { startHealthServer } from './health-server.ts';
import { startService, type RunningService, type ServiceFactory } from './start-service.ts';

/** A server of the distributed runtime that must be named. */
function needed(name: keyof Configuration, configuration: Configuration): string {
  const value = configuration[name];
  if (value === undefined || value === '') throw new ConfigurationError(`${name}: the distributed runtime needs it`);
  return Array.isArray(value) ? value.join(',') : String(value);
}

export interface ReplicaOptions {
  readonly context: Context;
  readonly factory: ServiceFactory;
  readonly configuration: Configuration;
  /** Identifies it among its like. */
  readonly owner: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Other than those that the configuration sets. */
  readonly limits?: Partial<RuntimeLimits>;
}

/** Puts one replica of one service to work on the servers that the configuration names. */
export async function startReplica({ context, factory, configuration, owner, log, metrics, limits }: ReplicaOptions): Promise<RunningService> {
  const keyFolder = needed('ZHITONG_KEYS', configuration);
  const production = configuration.NODE_ENV === 'production';
  const durations = durationsDividedBy(configuration.ZT_TIME_FACTOR);
  const clock = clockOf(configuration);
  const adapters = await openDistributedAdapters({
    context,
    mongoUrl: needed('ZT_MONGO_URL', configuration),
    auditSinkUrl: configuration.ZHITONG_AUDIT_SINK ?? needed('ZT_MONGO_URL', configuration),
    kafkaBrokers: needed('ZT_KAFKA_BROKERS', configuration).split(','),
    redisUrl: needed('ZT_REDIS_URL', configuration),
    prefix: configuration.ZHITONG_PREFIX,
    replicationFactor: configuration.ZHITONG_REPLICATION,
    logEpoch: configuration.ZHITONG_LOG_EPOCH,
    owner,
    clock: systemClock,
    log,
    metrics,
    durations,
  });
  return startService({
    factory,
    adapters,
    keyService: createLocalKeyService(await masterKeysAt(join(keyFolder, 'master-keys.json'), production)),
    subjectKeys: createSubjectVerifier(await subjectKeysAt(join(keyFolder, 'subject-keys.json'), production), clock),
    auditKeys: await checkpointKeysAt(join(keyFolder, 'audit-keys.json'), production),
    clock,
    address: `${configuration.ZHITONG_GRPC_HOST}:${configuration.ZHITONG_GRPC_PORT}`,
    production,
    metrics,
    limits: { ...durations.limits, ...limits },
  });
}

/** One replica of one service as a process of its own, until it is told to end. */
export async function runService(context: Context, factory: ServiceFactory): Promise<void> {
  endOnCrash();
  try {
    const configuration = readConfiguration(process.env);
    armCrashPoint(configuration.ZT_CRASH_AT, configuration.NODE_ENV);
    const log = createLog(context, configuration.ZHITONG_LOG_LEVEL);
    warningsInto(log);
    const metrics = new Metrics();
    const owner = `${context}-${randomUUID().slice(0, 8)}`;
    const service = await startReplica({ context, factory, configuration, owner, log, metrics });
    const health = await startHealthServer({
      host: configuration.ZHITONG_GRPC_HOST,
      port: configuration.ZHITONG_HEALTH_PORT,
      readiness: () => service.runtime.readiness(),
      metrics,
    });
    closeOnSignal(
      async () => {
        await service.stop();
        await health.stop();
      },
      log,
      { leave: () => service.leave(), noticeMs: configuration.ZHITONG_NOTICE_MS },
    );
    process.stdout.write(`${JSON.stringify({ service: context, owner, grpc: service.address, health: health.address })}\n`);
  } catch (error) {
    endWith(error);
  }
}
