import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../row.ts';
import { expectAnswers, inSeconds, Longest, ServiceUnderLoad } from '../service-under-load.ts';
import { seconds } from '../site.ts';
import { endReplica } from '../subject/replica.ts';

const changes = 10;

/** REL-24: a second member of the consumer group comes and goes, in order and by SIGKILL. */
export async function membersChange(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench);
  const longest = new Longest();
  for (let change = 0; change < changes; change += 2) {
    const joined = await service.add();
    await wait(seconds(site, 5));
    service.remove(joined);
    if (change % 4 === 0) await endReplica(joined);
    else await joined.process.kill();
    await wait(seconds(site, 5));
    await longest.of(() => service.caughtUp());
  }
  note(`${String(changes)} changes, everything taken in ${inSeconds(longest.ms)} after a change at most, ${await service.expectSound()}`);
  expectAnswers(service, ['CONNECTION_LOST']);
}
