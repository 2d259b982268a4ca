import { contexts, type Context } from '@zhitong/catalogue';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, startChildren, type Child, type ChildOptions } from './child.ts';
import { seedOverGrpc } from './seed-over-grpc.ts';
import type { Profile } from '@zhitong/seed';

/** Servers the city runs on. */
export interface Servers {
  readonly mongoUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly redisUrl: string;
}

export interface ClusterOptions {
  readonly servers: Servers;
  /** Keys, personas and logs. */
  readonly dataFolder: string;
  /** Databases and topics of this city. */
  readonly prefix: string;
  readonly replicas: Readonly<Partial<Record<Context, number>>>;
  readonly gateways: number;
  /** Port of the first gateway; 0 takes a free one. */
  readonly port: number;
  readonly profile: Profile;
  readonly seed: number;
  readonly baseDate: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly progress: (step: string, done: number, of: number) => void;
}

export interface Cluster {
  /** Address of the first gateway. */
  readonly url: string;
  /** What every process of a service is told. */
  readonly environment: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
  /** Ends the process of that name and starts it again at the same address. */
  restart(name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  stop(): Promise<void>;
}

/** Every service as its own processes, then the gateways; fills the city when it is empty, through one process of each: the fewer share the machine, the sooner. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataFolder, replicas, gateways } = options;
  mkdirSync(join(dataFolder, 'logs'), { recursive: true });
  const children: Child[] = [];
  const stop = async () => {
    await Promise.all(children.filter(({ name }) => name.startsWith('gateway')).map((child) => child.stop()));
    await Promise.all(children.map((child) => child.stop()));
  };
  try {
    children.push(...(await startChildren(contexts.map((context) => replicaOf(options, context, 1)))));
    await seedOverGrpc({ ...options, addresses: addressesOf(children) });
    const more = contexts.flatMap((context) => Array.from({ length: (replicas[context] ?? 1) - 1 }, (_, at) => replicaOf(options, context, at + 2)));
    children.push(...(await startChildren(more)));
    const addresses = addressesOf(children);
    for (let at = 0; at < gateways; at++) children.push(await startChild(gatewayOf(options, addresses, at)));
    const restart = async (name: string, signal: 'SIGKILL' | 'SIGTERM') => {
      const at = children.findIndex((child) => child.name === name);
      const ended = children[at];
      if (!ended) throw new Error(`There is no process ${name}`);
      await ended.stop(signal);
      const [, , port = ''] = /^(.*):(\d+)$/.exec(ended.ready['grpc'] ?? '') ?? [];
      children[at] = await ended.again({ ZHITONG_GRPC_PORT: port });
    };
    const url = children.find(({ name }) => name === 'gateway-1')?.ready['url'] ?? '';
    return { url, environment: shared(options), children, restart, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const shared = ({ servers, dataFolder, prefix, environment = {} }: ClusterOptions): Record<string, string> => ({
  ZT_MONGO_URL: servers.mongoUrl,
  ZT_KAFKA_BROKERS: servers.kafkaBrokers.join(','),
  ZT_REDIS_URL: servers.redisUrl,
  ZHITONG_PREFIX: prefix,
  ZHITONG_DATA: dataFolder,
  ZHITONG_KEYS: join(dataFolder, 'keys'),
  ZHITONG_NOTICE_MS: '0', // nobody routes traffic to it but its own gateways, and all of it ends together
  ...environment,
});

const replicaOf = (options: ClusterOptions, context: Context, number: number): ChildOptions => ({
  name: `${context}-${number}`,
  entry: `services/${context}/main.ts`,
  environment: shared(options),
  logFile: join(options.dataFolder, 'logs', `${context}-${number}.log`),
});

const gatewayOf = (options: ClusterOptions, addresses: Readonly<Record<Context, string>>, at: number): ChildOptions => ({
  name: `gateway-${at + 1}`,
  entry: 'services/gateway/main.ts',
  environment: {
    ...shared(options),
    PORT: String(options.port === 0 ? 0 : options.port + at),
    ZHITONG_SERVICES: Object.entries(addresses)
      .map(([context, address]) => `${context}=${address}`)
      .join(';'),
  },
  logFile: join(options.dataFolder, 'logs', `gateway-${at + 1}.log`),
});

/** One gRPC target per service; several replicas become one target that calls are spread over. */
function addressesOf(children: readonly Child[]): Readonly<Record<Context, string>> {
  const of = (context: Context) => {
    const addresses = children.filter(({ ready }) => ready['service'] === context).map(({ ready }) => ready['grpc'] ?? '');
    return addresses.length === 1 ? (addresses[0] ?? '') : `ipv4:${addresses.join(',')}`;
  };
  return {
    organizations: of('organizations'),
    members: of('members'),
    assessments: of('assessments'),
    funding: of('funding'),
    'service-centers': of('service-centers'),
  };
}
