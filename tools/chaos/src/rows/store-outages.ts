import { eventually } from '@zhitong/testing/eventually.ts';
import { setTimeout as wait } from 'node:timers/promises';
import type { Bench } from '../row.ts';
import { isWhole, primaryOf, stepDown, withOwnMongo } from '../servers.ts';
import { expectAnswers, inSeconds, Longest, patienceMs, ServiceUnderLoad } from '../service-under-load.ts';
import { seconds, type Site } from '../site.ts';

const outages = 5;

/**
 * REL-07: the primary is killed or steps down in the middle of commits. Where durations are real there are three members and another one takes
 * over; a member that is alone comes back itself.
 */
export async function primaryGoes(bench: Bench): Promise<void> {
  const { note } = bench;
  const members = bench.site.factor === 1 ? 3 : 1;
  const site = members === 1 ? bench.site : await withOwnMongo(bench, { mongoMembers: members });
  const service = await ServiceUnderLoad.start({ ...bench, site });
  const longest = new Longest();
  for (let outage = 0; outage < outages; outage++) {
    await service.receipts(20);
    const written = () => longest.of(() => service.receipts(1));
    if (outage % 2 === 0) await killed(site, members, written);
    else await stepDown(site, 1).then(written);
    await eventually(() => isWhole(site), patienceMs);
  }
  note(`${String(outages)} outages of ${String(members)} members, written again after ${inSeconds(longest.ms)} at most, ${await service.expectSound()}`);
  expectAnswers(service, ['STORE_UNAVAILABLE', 'OUTCOME_UNKNOWN']);
}

async function killed(site: Site, members: number, written: () => Promise<void>): Promise<void> {
  const primary = await primaryOf(site);
  await primary.end('SIGKILL');
  if (members > 1) await written();
  else await wait(seconds(site, 10));
  await primary.restart();
  if (members === 1) await written();
}
