import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts } from '@zhitong/catalogue';
import { startCluster, type Cluster } from '@zhitong/cluster';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { runTour, type Sent } from '@zhitong/tour';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectTheMainJobDone, expectTheSameReceipts } from './expectations.ts';

const minutes = 60_000;
const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the stack is not up`);
  return value;
};

describe('the main job on the distributed runtime, two replicas of each service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-cluster-'));
  const sent: Sent[] = [];
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster({
      servers: { mongoUrl: needed('ZT_MONGO_URL'), kafkaBrokers: needed('ZT_KAFKA_BROKERS').split(','), redisUrl: needed('ZT_REDIS_URL') },
      dataFolder: folder,
      prefix: `t${process.pid}${Date.now() % 100_000}`,
      replicas: Object.fromEntries(contexts.map((context) => [context, 2])),
      gateways: 1,
      port: 0,
      profile: 'city',
      seed: 7,
      baseDate: '2026-01-01',
      environment: { ZHITONG_LOG_LEVEL: 'error' },
      progress: () => undefined,
    });
  }, 12 * minutes);
  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }, minutes);

  it(
    'issues to 788 communities, routes a request, moves a member between districts',
    async () => {
      const { url } = cluster;
      const figures = await runTour({
        url,
        run: 'tour-distributed',
        tokenOf: (login) => obtainToken(url, login),
        say: () => undefined,
        sent: (one) => sent.push(one),
      });
      expectTheMainJobDone(figures);
      expect(sent.length).toBeGreaterThan(788);
    },
    5 * minutes,
  );

  it('answers every command a second time with the first receipt', () => expectTheSameReceipts(sent), 5 * minutes);
});
