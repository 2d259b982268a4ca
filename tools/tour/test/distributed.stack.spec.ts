import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts } from '@zhitong/catalogue';
import type { Cluster } from '@zhitong/cluster';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { runTour, type Sent } from '@zhitong/tour';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectTheMainJobDone, expectTheSameReceipts } from './expectations.ts';
import { ownPrefix, startTestCluster } from './test-cluster.ts';

const minutes = 60_000;

describe('the main job on the distributed runtime, two replicas of each service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-cluster-'));
  const sent: Sent[] = [];
  let cluster: Cluster;

  beforeAll(async () => {
    const replicas = Object.fromEntries(contexts.map((context) => [context, 2]));
    cluster = await startTestCluster({ dataFolder: folder, prefix: ownPrefix('t'), replicas, profile: 'city' });
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
