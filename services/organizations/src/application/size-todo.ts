import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import { startOfDay } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { lookedAtOn } from '../domain/size/founding.ts';
import { sizeBandList } from '../projections/size-bands.projection.ts';
import { entryAbout } from './entry-about.ts';

/**
 * branches right below that have had too few full members ever since they were founded, from the day on which they are looked at; the
 * one above dissolves or merges them, or grants an exception.
 */
export async function sizeEntries(kit: Kit, organizationId: string): Promise<readonly TodoEntry[]> {
  const rows = await kit.rows(sizeBandList).getMany(kit.treeNow.children(organizationId, 'line'));
  return [...rows.values()].flatMap(({ organizationId: id, foundedOn, tooFewSinceOn, exceptions }) => {
    if (foundedOn === null || tooFewSinceOn === null || tooFewSinceOn > lookedAtOn(foundedOn)) return [];
    const dueAt = startOfDay(lookedAtOn(foundedOn));
    if (dueAt > kit.call.now || exceptions.some(({ band }) => band === 'SIZE_BELOW_3')) return [];
    return [entryAbout(kit, id, { group: 'waiting', action: 'decideSize', subject: 'org', dueAt })];
  });
}
