import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../row.ts';
import { serverOf } from '../servers.ts';
import { expectAnswers, inSeconds, Longest, ServiceUnderLoad } from '../service-under-load.ts';
import { seconds } from '../site.ts';

const outages = 3;

/** REL-17: nobody who gives a command notices that Kafka is away, and what was recorded meanwhile is published once it is back. */
export async function kafkaAway(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench);
  const kafka = serverOf(site, 'kafka');
  const longest = new Longest();
  for (let outage = 0; outage < outages; outage++) {
    await service.receipts(20);
    await kafka.end(outage % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
    await wait(seconds(site, 60));
    await service.receipts(20);
    await kafka.restart();
    await longest.of(() => service.caughtUp());
  }
  note(`${String(outages)} outages, everything taken in ${inSeconds(longest.ms)} after Kafka was back at most, ${await service.expectSound()}`);
  expectAnswers(service, []);
}
