import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts } from '@zhitong/catalogue';
import type { Cluster } from '@zhitong/cluster';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import type { RunningService } from '@zhitong/platform';
import { personasIn } from '@zhitong/seed';
import { startStack, type Stack } from '@zhitong/stack';
import { eventually, temporaryFolder } from '@zhitong/testing';
import { check } from '@zhitong/testing/checker/check.ts';
import { runTour, type Sent } from '@zhitong/tour';
import { expectTheMainJobDone, expectTheSameReceipts } from './expectations.ts';
import { killInTurn, victims } from './kill-in-turn.ts';
import { observeCity } from './observe-city.ts';
import { commitsOn, eventsOn, replicasHere } from './observe-servers.ts';
import { restartUnderLoad } from './rolling-restart.ts';
import { ownPrefix, startTestCluster } from './test-cluster.ts';

const minutes = 60_000;
/** What a client may be told while a process or a server is gone; each is sent again with the same key. */
const passing = new Set(['SERVICE_UNAVAILABLE', 'STORE_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'OVERLOADED', 'CONFLICT', 'RATE_LIMITED']);

/** `ZT_RESTARTS=100` starts processes anew as often as the catalogue of faults asks for before a release. */
const restarts = Number(process.env['ZT_RESTARTS'] ?? 5);
/** A rule, not a measurement. */
const exitWithinMs = 25_000;

describe('the main job on the distributed runtime, two replicas of each service', () => {
  const folder = temporaryFolder();
  const prefix = ownPrefix('t');
  const sent: Sent[] = [];
  const replicas: RunningService[] = [];
  let stack: Stack;
  let cluster: Cluster;

  beforeAll(async () => {
    stack = await startStack({ own: true, brief: true });
    cluster = await startTestCluster({
      servers: stack,
      dataFolder: folder.path,
      prefix,
      replicas: Object.fromEntries(contexts.map((context) => [context, 2])),
      profile: 'city',
      // Longer than a gateway takes to find a replica again that was started anew.
      environment: { ZHITONG_NOTICE_MS: '3000' },
    });
  }, 25 * minutes);
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await cluster.stop();
    await stack.stop();
    folder.remove();
  }, minutes);

  it(
    'REL-01 REL-07 REL-12 REL-17 REL-22 issues to 788 communities, routes a request, moves a member, while the leading relay, the broker, the primary and a process of each service are killed',
    async () => {
      const { url } = cluster;
      const waited = new Set<string>();
      const [figures, killed] = await Promise.all([
        runTour({
          url,
          run: 'tour-distributed',
          tokenOf: (login) => obtainToken(url, login),
          say: () => undefined,
          sent: (one) => sent.push(one),
          waited: ({ code }) => waited.add(code),
        }),
        killInTurn({ stack, cluster, prefix }),
      ]);
      expect(killed).toEqual(victims);
      expectTheMainJobDone(figures);
      expect(sent.length).toBeGreaterThan(788);
      expect([...waited].filter((code) => !passing.has(code))).toEqual([]);
    },
    10 * minutes,
  );

  it('answers every command a second time with the first receipt', () => expectTheSameReceipts(sent), 5 * minutes);

  it(
    `REL-33 fails no request while replicas of two services and of the gateway are started anew, one after the other: ${String(restarts)} restarts at least`,
    async () => {
      const { exits, rate } = await restartUnderLoad(cluster, personasIn(folder.path), restarts);
      sent.push(...rate.sent);
      expect(rate.failed).toEqual([]);
      expect(exits.filter(({ code, ms }) => code !== 0 || ms > exitWithinMs)).toEqual([]);
      expect(rate.answered).toBeGreaterThan(10 * exits.length);
    },
    (restarts + 5) * minutes,
  );

  it(
    'has lost and doubled nothing: logs, topics, rows and audit are what its clients were told',
    async () => {
      await cluster.stop();
      replicas.push(...(await replicasHere(cluster)));
      await eventually(() => replicas.every(({ runtime }) => runtime.readiness().ready && runtime.consumer.lag() === 0), 3 * minutes);
      const personas = personasIn(folder.path);
      await eventually(async () => {
        const [commits, published] = await Promise.all([commitsOn(stack, prefix), eventsOn(stack, prefix)]);
        const violations = await check(await observeCity({ services: replicas, personas, sent, commits, published }));
        expect(violations.slice(0, 20)).toEqual([]);
      }, minutes);
    },
    6 * minutes,
  );
});
