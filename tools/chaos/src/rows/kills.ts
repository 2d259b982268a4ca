import type { CrashPoint } from '@zhitong/eventing';
import { between } from '@zhitong/testing/faults/random.ts';
import { Ledger } from '../ledger.ts';
import { startLoad } from '../load.ts';
import type { Bench, Row } from '../row.ts';
import { inSeconds } from '../service-under-load.ts';
import type { Site } from '../site.ts';
import { startReplica, untilKilled, type Replica } from '../subject/replica.ts';
import { expectSound } from '../verdict.ts';

const kills = 30;
const writers = 64;

interface Killed {
  readonly longestMs: number;
  readonly receipts: number;
  readonly commits: number;
}

/**
 * Lets the service kill itself at each of the points in turn, under load, and starts it again at once. On servers the kills are
 * spread over three services, whose waits for leases and sessions of the dead overlap.
 */
export const killedAt =
  (points: readonly CrashPoint[], passes: number): Row['run'] =>
  async ({ site, another, random, note }: Bench) => {
    const sites = site.runtime === 'embedded' ? [site] : [site, another(), another()];
    const strands = sites.map((place, strand) => {
      const own = Array.from({ length: kills / sites.length }, (_, kill) => points[(kill * sites.length + strand) % points.length] ?? 'append.before');
      return underLoad(
        place,
        own.map((point) => `${point}#${String(between(random, 1, passes))}`),
        random,
      );
    });
    const all = await Promise.all(strands);
    const sum = (of: (one: Killed) => number) => String(all.reduce((total, one) => total + of(one), 0));
    const longest = inSeconds(Math.max(...all.map(({ longestMs }) => longestMs)));
    note(`${String(kills)} kills, back after ${longest} at most, ${sum(({ receipts }) => receipts)} receipts, ${sum(({ commits }) => commits)} commits`);
  };

async function underLoad(site: Site, crashes: readonly string[], random: () => number): Promise<Killed> {
  const ledger = new Ledger();
  let replica: Replica | undefined;
  const load = startLoad({ writers, ledger, random, door: () => replica?.door });
  let longestMs = 0;
  for (const crash of crashes) {
    const start = performance.now();
    await untilKilled(site, 'engines', crash, (listening) => {
      replica = listening;
      longestMs = Math.max(longestMs, performance.now() - start);
    });
  }
  replica = await startReplica(site, 'engines');
  await load.stop();
  const { commits } = await expectSound({ site, ledger, replicas: [replica] });
  return { longestMs, receipts: ledger.count('receipt'), commits };
}
