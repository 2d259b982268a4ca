import { topicOf } from '@zhitong/catalogue';
import { armCrashPoint, Progress, subscriptionName, systemClock as clock, type Clock, type Log } from '@zhitong/eventing';
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
import { Hints } from '@zhitong/platform/service/hints.ts';
import { redrive } from '@zhitong/platform/service/redrive.ts';
import { parkedEvents } from '../parked-events.ts';
import { join } from 'node:path';
import { openDoor } from './door.ts';
import { cause, tallies, tallyService } from './tally.ts';

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
    cause.present = true;
    await runtime.start();
    const health = await startHealthServer({ host: '127.0.0.1', port: 0, readiness: () => runtime.readiness(), metrics });
    const progress = new Progress();
    await new Hints(tallyService.context, adapters.ephemeral, log).listen((note) => progress.note(note));
    const door = await openDoor({
      handler: runtime.handler,
      clock,
      sums: async () => (await runtime.env.rows(tallies).tallies(['all'])).get('all') ?? {},
      rebuild: async () => (await runtime.rebuilds.start('tallies')).done,
      reached: ({ stream, version }) => progress.reached(subscriptionName(tallies, runtime.builds.active(tallies)), stream, version, longestWaitMs),
      parked: async () => (await parkedEvents(adapters.readModels)).map(({ stream }) => stream),
      mend: () => mend(runtime),
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

/** Below what a client waits for an answer. */
const longestWaitMs = 5_000;

/** Bytes that are no event stay: nobody can take them in. */
async function mend(runtime: ServiceRuntime): Promise<void> {
  cause.present = false;
  const events = (await parkedEvents(runtime.adapters.readModels)).filter(({ event }) => event !== null);
  const keys = new Map(events.map(({ subscription, stream }) => [`${subscription}|${stream}`, { subscription, stream }]));
  for (const key of keys.values()) await redrive(runtime, key);
}

const noTexts = () => {
  throw new TypeError('A tally holds no text');
};
const content = { forCall: noTexts, keep: noTexts, discard: noTexts, destroy: noTexts };
