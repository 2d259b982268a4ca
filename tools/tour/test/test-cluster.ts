import { startCluster, type Cluster, type ClusterOptions, type Servers } from '@zhitong/cluster';
import { shanghaiDate } from '@zhitong/kernel';
import { kafkaBrokers, mongoUrl, redisUrl } from '@zhitong/testing/suite-servers.ts';

/** No other test of any run shares topics or databases with it. */
export const ownPrefix = (begin: string): string => `${begin}${process.pid}${Date.now() % 100_000}`;

/** The servers that the suite runs on. */
export const suiteServers = (): Servers => ({ mongoUrl: mongoUrl(), kafkaBrokers: kafkaBrokers(), redisUrl: redisUrl() });

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
