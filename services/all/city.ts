import { contexts, type Context } from '@zhitong/catalogue';
import { armCrashPoint } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import { openMembersService } from '@zhitong/members/open-members-service.ts';
import { assessmentsService } from '@zhitong/assessments/assessments.service.ts';
import { fundingService } from '@zhitong/funding/funding.service.ts';
import { startGateway } from '@zhitong/gateway/start-gateway.ts';
import { openOrganizationsService } from '@zhitong/organizations/open-organizations-service.ts';
import {
  checkpointKeysAt,
  clockOf,
  closeOnSignal,
  ConfigurationError,
  createLocalKeyService,
  createLog,
  createSubjectSigner,
  createSubjectVerifier,
  endWith,
  limitsDividedBy,
  masterKeysAt,
  Metrics,
  readConfiguration,
  startHealthServer,
  startService,
  subjectKeysAt,
  warningsInto,
  type RunningService,
  type ServiceFactory,
} from '@zhitong/platform';
import { openEmbeddedRuntime } from '@zhitong/platform/runtime/embedded.ts';
import { openPersonas, type Persona } from '@zhitong/seed';
import { serviceCentersService } from '@zhitong/service-centers/service-centers.service.ts';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caughtUp } from './caught-up.ts';
import { progressBar } from './progress-bar.ts';
import { seedInProcess } from './seed-in-process.ts';

/** How each service of the city is made. */
export const factories: Readonly<Record<Context, ServiceFactory>> = {
  organizations: openOrganizationsService,
  members: openMembersService,
  assessments: () => assessmentsService,
  funding: () => fundingService,
  'service-centers': () => serviceCentersService,
};
const webRoot = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The whole city in one process. */
export interface City {
  readonly url: string;
  /** Address of `/livez`, `/readyz` and `/metrics` for supervisors. */
  readonly health: string;
  readonly personas: readonly Persona[];
  readonly services: ReadonlyMap<Context, RunningService>;
  readonly dataFolder: string;
  stop(): Promise<void>;
}

export interface CityOptions {
  /** Closes by itself on SIGTERM and SIGINT; tests close it themselves. */
  readonly signals?: boolean;
  readonly progress?: (step: string, done: number, of: number) => void;
}

/** Opens the folder, starts every service on it, fills it when it is empty, and opens the door for people. */
export async function startCity(environment: Readonly<Record<string, string | undefined>>, options: CityOptions = {}): Promise<City> {
  const { signals = true, progress = progressBar((text) => process.stderr.write(text), process.stderr.isTTY) } = options;
  const configuration = readConfiguration(environment);
  if (configuration.NODE_ENV === 'production') {
    throw new ConfigurationError('NODE_ENV: the embedded runtime seeds synthetic data and brings its own issuer, it is not for production');
  }
  armCrashPoint(configuration.ZT_CRASH_AT, configuration.NODE_ENV);
  const clock = clockOf(configuration);
  const log = createLog('zhitong', configuration.ZHITONG_LOG_LEVEL);
  if (signals) warningsInto(log);
  const dataFolder = resolve(configuration.ZHITONG_DATA);
  mkdirSync(dataFolder, { recursive: true });
  await requireFree(configuration.PORT, configuration.ZHITONG_HOST);
  const metrics = new Metrics();
  const { ZHITONG_LOG_EPOCH: logEpoch, ZHITONG_AUDIT_SINK: sink } = configuration;
  const auditSink = sink === undefined ? {} : { auditSinkFolder: resolve(sink) };
  const limits = limitsDividedBy(configuration.ZT_TIME_FACTOR);
  const runtime = openEmbeddedRuntime({ dataFolder, ...auditSink, contexts, logEpoch, log, damaged: endWith });
  const keyFolder = resolve(configuration.ZHITONG_KEYS ?? join(dataFolder, 'keys'));
  const keyService = createLocalKeyService(await masterKeysAt(join(keyFolder, 'master-keys.json')));
  const subjectKeys = await subjectKeysAt(join(keyFolder, 'subject-keys.json'));
  const auditKeys = await checkpointKeysAt(join(keyFolder, 'audit-keys.json'));
  const verifier = createSubjectVerifier(subjectKeys, clock);

  const start = async (context: Context): Promise<[Context, RunningService]> => [
    context,
    await startService({
      factory: factories[context],
      adapters: await runtime.adapters(context),
      keyService,
      subjectKeys: verifier,
      auditKeys,
      clock,
      address: '127.0.0.1:0',
      production: false,
      metrics,
      limits,
    }),
  ];
  const services = new Map(await Promise.all(contexts.map(start)));
  const today = shanghaiDate(clock.now());
  const { ZHITONG_BASE_DATE: baseDate = today } = configuration;
  const personas = await openPersonas(dataFolder, () =>
    seedInProcess({
      services,
      profile: configuration.ZHITONG_PROFILE,
      seed: configuration.ZHITONG_SEED,
      baseDate,
      clock,
      // Counted from an earlier day, what is announced would have begun already.
      meetings: baseDate === today,
      // Nothing has happened yet where somebody drives it through its time, or in what it looks back on.
      life: baseDate === today && configuration.ZT_CLOCK_FILE === undefined,
      progress,
    }),
  );
  await caughtUp([...services.values()], { progress });
  const gateway = await startGateway({
    port: configuration.PORT,
    host: configuration.ZHITONG_HOST,
    ...(configuration.ZHITONG_PUBLIC_URL === undefined ? {} : { publicUrl: configuration.ZHITONG_PUBLIC_URL }),
    ephemeral: runtime.ephemeral,
    services: Object.fromEntries([...services].map(([context, { address }]) => [context, { address }])),
    signer: await createSubjectSigner(subjectKeys, clock),
    issuer: { kind: 'development' },
    personas,
    webRoot,
    runtime: 'embedded',
    version: configuration.ZHITONG_VERSION,
    production: false,
    clock,
    log,
    readiness: () => readinessOf(services),
    metrics,
  });
  const health = await startHealthServer({
    host: '127.0.0.1',
    port: configuration.ZHITONG_HEALTH_PORT,
    readiness: () => readinessOf(services),
    metrics,
  });
  const stop = async () => {
    await gateway.stop();
    for (const service of services.values()) await service.stop();
    await runtime.close();
    await health.stop();
  };
  // There is no second process to look to: it says that it is closing, and closes.
  if (signals) closeOnSignal(stop, log, { leave: () => gateway.leave(), noticeMs: 0 });
  return { url: gateway.url, health: health.address, personas, services, dataFolder, stop };
}

/** Before a city is opened and seeded, not after. @throws {ConfigurationError} when somebody else listens there. */
async function requireFree(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new ConfigurationError(`PORT: ${host}:${String(port)} cannot be listened on: ${String(cause)}`, { cause });
  } finally {
    server.close();
  }
}

function readinessOf(services: ReadonlyMap<Context, RunningService>) {
  const parts = [...services].flatMap(([context, { runtime }]) =>
    Object.entries(runtime.readiness().parts).map(([part, state]) => [`${context}.${part}`, state] as const),
  );
  return { ready: parts.every(([, { ok }]) => ok), parts: Object.fromEntries(parts) };
}
