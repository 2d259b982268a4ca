import { topicOf } from '@zhitong/catalogue';
import { armCrashPoint, systemClock as clock, type Clock, type Log } from '@zhitong/eventing';
import {
  closeOnSignal,
  createLog,
  endWith,
  Metrics,
  readConfiguration,
  ServiceRuntime,
  startHealthServer,
  limitsDividedBy,
  type Configuration,
  type ServiceAdapters,
} from '@zhitong/platform';
import { checkpointKeysAt } from '@zhitong/platform/audit/checkpoint-keys.ts';
import { join } from 'node:path';
import { openDoor } from './door.ts';
import { tallies, tallyService } from './tally.ts';

export interface Opening {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** One replica of the tally service on the adapters of a runtime, until it is killed. */
export async function runTally(open: (opening: Opening) => Promise<{ readonly adapters: ServiceAdapters; close(): Promise<void> }>): Promise<void> {
  try {
    const configuration = readConfiguration(process.env);
    armCrashPoint(configuration.ZT_CRASH_AT, configuration.NODE_ENV);
    const log = createLog('tally', configuration.ZHITONG_LOG_LEVEL);
    const metrics = new Metrics();
    const { adapters, close } = await open({ configuration, clock, log, metrics });
    const auditKeys = await checkpointKeysAt(join(configuration.ZHITONG_DATA, 'audit-keys.json'));
    const limits = limitsDividedBy(configuration.ZT_TIME_FACTOR);
    const runtime = new ServiceRuntime({ definition: tallyService, adapters, auditKeys, content, clock, topicOf, limits, metrics, admitsImporter: false });
    await runtime.start();
    const health = await startHealthServer({ host: '127.0.0.1', port: 0, readiness: () => runtime.readiness(), metrics });
    const door = await openDoor({
      handler: runtime.handler,
      clock,
      sums: async () => (await runtime.env.rows(tallies).tallies(['all'])).get('all') ?? {},
      rebuild: async () => (await runtime.rebuilds.start('tallies')).done,
    });
    closeOnSignal(async () => {
      await health.stop();
      await door.close();
      await runtime.stop();
      await close();
    }, log);
    process.stdout.write(`${JSON.stringify({ owner: adapters.owner, door: door.address, health: health.address })}\n`);
  } catch (error) {
    endWith(error);
  }
}

const noTexts = () => {
  throw new TypeError('A tally holds no text');
};
const content = { forCall: noTexts, keep: noTexts, discard: noTexts, destroy: noTexts };
