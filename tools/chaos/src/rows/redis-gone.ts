import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../row.ts';
import { serverOf } from '../servers.ts';
import { expectAnswers, inSeconds, ServiceUnderLoad } from '../service-under-load.ts';
import { seconds } from '../site.ts';

/** REL-35: relay, projections and policies go on while Redis is gone, and when it comes back with nothing in it. */
export async function redisGone(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const service = await ServiceUnderLoad.start(bench);
  const redis = serverOf(site, 'redis');
  await service.receipts(20);
  await redis.end('SIGKILL');
  await wait(seconds(site, 60));
  await service.receipts(20);
  const behind = await service.caughtUp();
  await redis.restart();
  await service.receipts(20);
  note(`taken in after ${inSeconds(behind)} without Redis, ${await service.expectSound()}`);
  expectAnswers(service, []);
}
