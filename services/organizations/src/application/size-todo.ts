import { isBranchKind } from '@zhitong/catalogue';
import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import type { Kit } from '@zhitong/platform';
import { lookedAtOn } from '../domain/size/founding.ts';
import { sizeBandList } from '../projections/size-bands.projection.ts';
import { today } from './actor.ts';
import { entryAbout } from './entry-about.ts';

/**
 * X-21, ORG-03: founded branches right below that have too few full members once their first thirty days are over; the one above dissolves or
 * merges them, or grants an exception until a day.
 */
export async function sizeEntries(kit: Kit, organizationId: string): Promise<readonly TodoEntry[]> {
  const branches = kit.treeNow.children(organizationId, 'line').filter((id) => {
    const node = kit.treeNow.node(id);
    return node?.state === 'active' && isBranchKind(node.kind);
  });
  const rows = await kit.rows(sizeBandList).getMany(branches);
  const day = today(kit);
  return [...rows.values()].flatMap(({ organizationId: id, outside, foundedOn, exceptions }) => {
    if (foundedOn === null || lookedAtOn(foundedOn) > day || !outside.includes('SIZE_BELOW_3')) return [];
    if (exceptions.some(({ band, reviewOn }) => band === 'SIZE_BELOW_3' && reviewOn > day)) return [];
    return [entryAbout(kit, id, { group: 'waiting', action: 'decideSize', subject: 'org', dueAt: null })];
  });
}
