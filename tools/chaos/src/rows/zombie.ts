import { eventually } from '@zhitong/testing/eventually.ts';
import type { Bench } from '../row.ts';
import { relayLease } from '../servers.ts';
import { inSeconds, Longest, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import type { Site } from '../site.ts';

const zombies = 5;

/** REL-13: the relay sleeps through its lease, another takes over, and the sleeper wakes up as if nothing had been. */
export async function zombieRelay(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench, { replicas: 2 });
  const longest = new Longest();
  for (let zombie = 0; zombie < zombies; zombie++) {
    const before = await heldLease(site);
    const sleeper = service.replicas.find(({ owner }) => owner === before.owner);
    if (!sleeper) throw new Error(`${before.owner} relays and is none of ours`);
    service.remove(sleeper);
    sleeper.process.signal('SIGSTOP');
    await longest.of(() => eventually(async () => (await heldLease(site)).epoch > before.epoch, patienceMs));
    await service.receipts(20);
    await service.caughtUp();
    const successor = await heldLease(site);
    sleeper.process.signal('SIGCONT');
    await service.receipts(20);
    const after = await heldLease(site);
    if (after.owner !== successor.owner) throw new Error(`${after.owner} took the lease back from ${successor.owner}`);
    service.replicas.push(sleeper);
  }
  note(`${String(zombies)} zombies, taken over ${inSeconds(longest.ms)} after they fell asleep at most, ${await service.expectSound()}`);
}

/** The lease while somebody has it. */
async function heldLease(site: Site): Promise<{ readonly owner: string; readonly epoch: number }> {
  let held = { owner: '', epoch: 0 };
  await eventually(async () => {
    const lease = await relayLease(site);
    if (lease?.owner == null) return false;
    held = { owner: lease.owner, epoch: lease.epoch };
    return true;
  }, patienceMs);
  return held;
}
