import { eventually } from '@zhitong/testing/eventually.ts';
import { mountSmallDisk } from '@zhitong/testing/faults/small-disk.ts';
import type { Bench } from '../row.ts';
import { serverOf, withOwnMongo } from '../servers.ts';
import { expectAnswers, inSeconds, Longest, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import { readiness, statusOf } from '../subject/client.ts';

const times = 3;
const diskMegabytes = 512;
/** Less than what is kept free, and enough for the server to live on. */
const leavingBytes = 12 * 2 ** 20;

/**
 * REL-08: MongoDB on a small disk of its own. While there is little room commits are refused, everything is read on and nobody ends; when the
 * disk is full to the last byte MongoDB ends itself, and its operator starts it again, but none of ours.
 */
export async function serverDiskFull(bench: Bench): Promise<void> {
  const { note } = bench;
  const disk = mountSmallDisk(diskMegabytes);
  bench.atEnd(() => disk.remove());
  const site = await withOwnMongo(bench, { dataDir: disk.path });
  const service = await ServiceUnderLoad.start({ ...bench, site });
  const replica = service.first;
  const refused = () => service.answers.get('STORE_FULL') ?? 0;
  const longest = new Longest();
  for (let time = 0; time < times; time++) {
    await service.receipts(20);
    const before = refused();
    disk.fill(leavingBytes);
    await eventually(async () => refused() > before && (await readiness(replica.health)).red.includes('store'), patienceMs);
    await statusOf(replica.door);
    disk.empty();
    await longest.of(async () => {
      await service.receipts(20);
      await eventually(async () => (await readiness(replica.health)).ready, patienceMs);
    });
  }
  const mongod = serverOf(site, 'mongo1');
  if (!mongod.running) throw new Error('MongoDB has ended though there was room for it');
  disk.fill();
  await eventually(() => !mongod.running, patienceMs);
  disk.empty();
  await mongod.restart();
  await service.receipts(20);
  note(`nearly full ${String(times)} times, normal ${inSeconds(longest.ms)} after there was room at most, ${await service.expectSound()}`);
  expectAnswers(service, ['STORE_FULL', 'STORE_UNAVAILABLE', 'OUTCOME_UNKNOWN']);
}
