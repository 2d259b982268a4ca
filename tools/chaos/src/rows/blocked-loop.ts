import { eventually } from '@zhitong/testing/eventually.ts';
import type { Bench } from '../row.ts';
import { inSeconds, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import { seconds } from '../site.ts';
import { block, liveness, readiness } from '../subject/client.ts';

/** REL-32: the event loop of the process stands still; nobody is answered and no timer runs, then everything goes on as it was. */
export async function blockedLoop(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench);
  const replica = service.first;
  await service.receipts(20);
  const blockedMs = seconds(site, 10);
  const blocked = block(replica.door, blockedMs);
  await eventually(async () => !(await answers(replica.health, blockedMs / 4)), patienceMs);
  await blocked;
  const freed = performance.now();
  await service.receipts(20);
  await eventually(async () => (await readiness(replica.health)).ready, patienceMs);
  note(`blocked for ${inSeconds(blockedMs)}, healed in ${inSeconds(performance.now() - freed)}, ${await service.expectSound()}`);
}

const answers = (health: string, withinMs: number): Promise<boolean> =>
  liveness(health, withinMs).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'TimeoutError') return false;
    throw error;
  });
