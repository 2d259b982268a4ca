import { topicOf } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';
import type { CheckpointKeys } from '../audit/checkpoint-keys.ts';
import { createContent, type ContentStore } from '../content/content-store.ts';
import { KeyRing } from '../content/key-ring.ts';
import type { KeyService } from '../content/key-service.port.ts';
import { startGrpcServer, type GrpcTls } from '../grpc/grpc-server.ts';
import type { SubjectVerifier } from '../grpc/subject-keys.ts';
import type { ServiceAdapters } from '../service/adapters.ts';
import type { ServiceDefinition } from '../service/service-definition.ts';
import { standardLimits, type RuntimeLimits } from '../service/runtime-limits.ts';
import { Metrics } from '../telemetry/metrics.ts';
import { serviceGauges } from '../telemetry/service-gauges.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';

/** What a definition may build on: its own stores and the keepers of keys. */
export interface ServiceParts {
  readonly adapters: ServiceAdapters;
  readonly keys: KeyRing;
  readonly keyService: KeyService;
  readonly content: ContentStore;
  readonly clock: Clock;
}

/** Makes the definition of a service once its parts are open. */
export type ServiceFactory = (parts: ServiceParts) => ServiceDefinition | Promise<ServiceDefinition>;

export interface StartServiceOptions {
  readonly factory: ServiceFactory;
  readonly adapters: ServiceAdapters;
  readonly keyService: KeyService;
  readonly subjectKeys: SubjectVerifier;
  readonly auditKeys: CheckpointKeys;
  readonly clock: Clock;
  /** `host:port` of the gRPC door; port 0 takes a free one. */
  readonly address: string;
  readonly tls?: GrpcTls;
  readonly production: boolean;
  readonly limits?: RuntimeLimits;
  /** What the process exports; every service of it adds its part. */
  readonly metrics?: Metrics;
}

export interface RunningService {
  readonly context: string;
  readonly runtime: ServiceRuntime;
  readonly address: string;
  /** Says from now on that it is not ready; it works on until it is stopped. */
  leave(): void;
  stop(): Promise<void>;
}

/** Puts one service to work on the given adapters and opens its gRPC door. */
export async function startService(options: StartServiceOptions): Promise<RunningService> {
  const { factory, adapters, keyService, subjectKeys, auditKeys, clock, address, tls, production, limits = standardLimits, metrics = new Metrics() } = options;
  const keys = await KeyRing.open(adapters.keys, keyService);
  const content = await createContent({ documents: adapters.documents, keys });
  const definition = turningKeys(await factory({ adapters, keys, keyService, content, clock }), keys);
  const runtime = new ServiceRuntime({ definition, adapters, content, clock, topicOf, limits, auditKeys, metrics, admitsImporter: !production });
  metrics.follow(serviceGauges(runtime));
  await runtime.start();
  const server = await startGrpcServer({
    context: definition.context,
    runtime,
    address,
    subjectKeys,
    clock,
    log: adapters.log,
    reflection: !production,
    ...(tls === undefined ? {} : { tls }),
  });
  return {
    context: definition.context,
    runtime,
    address: server.address,
    leave: () => runtime.leave(),
    async stop() {
      await server.stop();
      await runtime.stop();
      await adapters.close();
    },
  };
}

const turnEveryMs = 60_000;

/** Keys of an older master key are wrapped anew by the way, until the older one is needless. */
const turningKeys = ({ chores, ...definition }: ServiceDefinition, keys: KeyRing): ServiceDefinition => ({
  ...definition,
  chores: (env, now) => [
    ...(chores?.(env, now) ?? []),
    { run: () => keys.rotate(), otherwise: 'keys could not be wrapped with the newest master key', everyMs: turnEveryMs },
  ],
});
