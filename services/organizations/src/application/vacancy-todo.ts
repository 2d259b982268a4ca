import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import { addMonths, endOfDay } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { entryAbout } from './entry-about.ts';
import { organizationList } from '../projections/organization-list.projection.ts';

/** ORG-22: organizations right below that have been without a secretary for too long; the one above sees to it. */
export async function vacancyEntries(kit: Kit, organizationId: string): Promise<readonly TodoEntry[]> {
  const rows = await kit.rows(organizationList).getMany(kit.treeNow.children(organizationId, 'line'));
  return [...rows.values()].flatMap(({ organizationId: id, vacantSinceOn }) => {
    if (vacantSinceOn === null) return [];
    const dueAt = endOfDay(addMonths(vacantSinceOn, kit.settings.number('vacancy.months', kit.call.now, id)));
    return [entryAbout(kit, id, { group: 'waiting', action: 'fillSecretary', subject: 'org', dueAt })];
  });
}
