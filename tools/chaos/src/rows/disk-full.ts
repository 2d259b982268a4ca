import { eventually } from '@zhitong/testing/eventually.ts';
import { mountSmallDisk } from '@zhitong/testing/faults/small-disk.ts';
import type { Bench } from '../row.ts';
import { expectAnswers, inSeconds, Longest, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import { statusOf } from '../subject/client.ts';

const times = 3;

/** REL-08: nothing is acknowledged that the disk has no room for, what is there is read on, and room is enough to go on. */
export async function diskFull(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const disk = mountSmallDisk(64);
  bench.atEnd(() => disk.remove());
  const service = await ServiceUnderLoad.start({ ...bench, site: { ...site, folder: disk.path } }, { environment: { ZHITONG_DATA: disk.path } });
  const longest = new Longest();
  for (let time = 0; time < times; time++) {
    await service.receipts(20);
    const refused = () => service.answers.get('STORE_FULL') ?? 0;
    const before = refused();
    disk.fill();
    await eventually(() => refused() > before, patienceMs);
    await statusOf(service.first.door);
    disk.empty();
    await longest.of(() => service.receipts(20));
  }
  note(`full ${String(times)} times, normal ${inSeconds(longest.ms)} after there was room at most, ${await service.expectSound()}`);
  expectAnswers(service, ['STORE_FULL', 'STORE_UNAVAILABLE']);
}
