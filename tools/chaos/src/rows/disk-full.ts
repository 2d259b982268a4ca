import { eventually } from '@zhitong/testing/eventually.ts';
import { mountSmallDisk } from '@zhitong/testing/faults/small-disk.ts';
import type { Bench } from '../row.ts';
import { expectAnswers, inSeconds, Longest, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import { readiness, statusOf } from '../subject/client.ts';

const times = 3;
/** Of the requirement, also where durations are shortened: a busy machine has the rest. */
const limitMs = 30_000;
/** Less than what is kept free: commits are refused though the disk would take them. */
const leavingBytes = 2 ** 20;

/** REL-08: nothing is acknowledged that the disk has no room for, what is there is read on, the store is named as not ready, and room is enough to go on. */
export async function diskFull(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const disk = mountSmallDisk(64);
  bench.atEnd(() => disk.remove());
  const fills = [() => disk.fill(), () => disk.fill(leavingBytes)] as const;
  const service = await ServiceUnderLoad.start({ ...bench, site: { ...site, folder: disk.path } }, { environment: { ZHITONG_DATA: disk.path } });
  const { door, health } = service.first;
  const longest = new Longest();
  for (let time = 0; time < times; time++) {
    await service.receipts(20);
    const refused = () => service.answers.get('STORE_FULL') ?? 0;
    const before = refused();
    fills[time % 2]?.();
    await eventually(async () => refused() > before && (await readiness(health)).red.includes('store'), patienceMs);
    await statusOf(door);
    disk.empty();
    await longest.of(async () => {
      await eventually(async () => (await readiness(health)).ready, limitMs);
      await service.receipts(20);
      await service.caughtUp();
    });
  }
  if (longest.ms > limitMs) throw new Error(`It was ${inSeconds(longest.ms)} until everything was normal`);
  note(`full ${String(times)} times, normal ${inSeconds(longest.ms)} after there was room at most, ${await service.expectSound()}`);
  expectAnswers(service, ['STORE_FULL', 'STORE_UNAVAILABLE']);
}
