import { eventually } from '@zhitong/testing/eventually.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { behindProxy } from '../behind-proxy.ts';
import type { Bench } from '../row.ts';
import { serverOf } from '../servers.ts';
import { inSeconds, patienceMs } from '../service-under-load.ts';
import { seconds, type Site } from '../site.ts';
import { liveness, readiness } from '../subject/client.ts';
import type { Replica } from '../subject/replica.ts';

/** Of the requirement, also where durations are shortened: a busy machine has the rest. */
const limitMs = 30_000;

/** REL-32: a server is stuck but alive, or the way to it is; the service says which of its parts stand still, stays alive itself, and heals without a restart. */
export async function stuckServer(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const { service, proxy } = await behindProxy(bench);
  const replica = service.first;
  const deadLine: Stuck = {
    name: 'a dead line to MongoDB',
    seize() {
      proxy.strand();
      proxy.disturb({ kind: 'halfOpen' });
    },
    release: () => proxy.heal(),
  };
  for (const stuck of [asleep(site, 'kafka'), asleep(site, 'mongo1'), deadLine]) {
    await service.receipts(20);
    await eventually(async () => (await readiness(replica.health)).ready, patienceMs);
    stuck.seize();
    const stopped = performance.now();
    const red = await redParts(replica);
    const seen = performance.now();
    if (!(await liveness(replica.health))) throw new Error('The process calls itself dead because another one is');
    await wait(Math.max(0, seconds(site, 60) - (seen - stopped)));
    stuck.release();
    const released = performance.now();
    await eventually(async () => (await readiness(replica.health)).ready, limitMs);
    const healed = performance.now();
    const behind = await service.caughtUp();
    note(
      `${stuck.name}: ${red.join(' and ')} red after ${inSeconds(seen - stopped)}, healed in ${inSeconds(healed - released)}, everything taken in ${inSeconds(behind)} later`,
    );
  }
  note(await service.expectSound());
}

interface Stuck {
  readonly name: string;
  readonly seize: () => void;
  readonly release: () => void;
}

/** A process that does not get to run; its connections stay open, and the kernel goes on taking what is sent to it. */
const asleep = (site: Site, name: 'kafka' | 'mongo1'): Stuck => ({
  name,
  seize: () => serverOf(site, name).signal('SIGSTOP'),
  release: () => serverOf(site, name).signal('SIGCONT'),
});

/** What stands still, once that is said. */
async function redParts({ health }: Replica): Promise<readonly string[]> {
  let red: readonly string[] = [];
  await eventually(async () => {
    ({ red } = await readiness(health));
    return red.some((part) => part === 'consumer' || part === 'relay');
  }, limitMs);
  return red;
}
