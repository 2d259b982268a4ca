import { eventually } from '@zhitong/testing/eventually.ts';
import type { Bench } from '../row.ts';
import { serverOf } from '../servers.ts';
import { inSeconds, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import { liveness, readiness } from '../subject/client.ts';

/** REL-32: a server is stuck but alive; the service says which of its parts stand still, stays alive itself, and heals without a restart. */
export async function stuckServer(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench);
  const [replica] = service.replicas;
  if (!replica) throw new Error('Nobody serves');
  for (const name of ['kafka', 'mongo1'] as const) {
    await service.receipts(20);
    await eventually(async () => (await readiness(replica.health)).ready, patienceMs);
    serverOf(site, name).signal('SIGSTOP');
    const stopped = performance.now();
    let red: readonly string[] = [];
    await eventually(async () => {
      red = (await readiness(replica.health)).red;
      return red.some((part) => part === 'consumer' || part === 'relay');
    }, patienceMs);
    const seen = performance.now();
    if (!(await liveness(replica.health))) throw new Error('The process calls itself dead because another one is');
    serverOf(site, name).signal('SIGCONT');
    await eventually(async () => (await readiness(replica.health)).ready, patienceMs);
    note(`${name}: ${red.join(' and ')} red after ${inSeconds(seen - stopped)}, healed in ${inSeconds(performance.now() - seen)}`);
  }
  note(await service.expectSound());
}
