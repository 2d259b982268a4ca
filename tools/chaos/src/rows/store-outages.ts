import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../row.ts';
import { serverOf, stepDown } from '../servers.ts';
import { expectAnswers, inSeconds, ServiceUnderLoad } from '../service-under-load.ts';
import { seconds } from '../site.ts';

const outages = 5;

/** REL-07: the primary is killed and comes back, or steps down, in the middle of commits. */
export async function primaryGoes(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench);
  let longest = 0;
  for (let outage = 0; outage < outages; outage++) {
    await service.receipts(20);
    if (outage % 2 === 0) {
      const mongod = serverOf(site, 'mongo1');
      await mongod.end('SIGKILL');
      await wait(seconds(site, 10));
      await mongod.restart();
    } else {
      await stepDown(site, 1);
    }
    const back = performance.now();
    await service.receipts(1);
    longest = Math.max(longest, performance.now() - back);
  }
  note(`${String(outages)} outages, written again ${inSeconds(longest)} after the primary was back at most, ${await service.expectSound()}`);
  expectAnswers(service, ['STORE_UNAVAILABLE', 'OUTCOME_UNKNOWN']);
}
