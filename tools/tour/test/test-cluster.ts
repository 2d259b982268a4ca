import { startCluster, type Cluster, type ClusterOptions, type Servers } from '@zhitong/cluster';
import { shanghaiDate } from '@zhitong/kernel';

/** A server of the stack that the suite runs on. @throws when it is not up. */
export const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the stack is not up`);
  return value;
};

/** No other test of any run shares topics or databases with it. */
export const ownPrefix = (begin: string): string => `${begin}${process.pid}${Date.now() % 100_000}`;

/** The servers that the suite runs on. */
export const suiteServers = (): Servers => ({
  mongoUrl: needed('ZT_MONGO_URL'),
  kafkaBrokers: needed('ZT_KAFKA_BROKERS').split(','),
  redisUrl: needed('ZT_REDIS_URL'),
});

/** A city of its own that begins today: no month of its past is left to close. */
export const startTestCluster = ({
  environment,
  ...options
}: Pick<ClusterOptions, 'servers' | 'dataFolder' | 'prefix' | 'replicas' | 'profile' | 'environment'>): Promise<Cluster> =>
  startCluster({
    gateways: 1,
    port: 0,
    seed: 7,
    baseDate: shanghaiDate(new Date().toISOString()),
    environment: { ZHITONG_LOG_LEVEL: 'error', ...environment },
    progress: () => undefined,
    ...options,
  });
