import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import { endOfDay } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { leads } from '../domain/facts/attributes.ts';
import { entryAbout } from './entry-about.ts';
import { subjectOf } from './fact-subject.ts';
import { standingsOf } from './oversight.ts';

/** ORG-26: audits of secretaries of communities right below that wait, or were missed (`W:AUDIT_DUE`); the one above sees to them. */
export async function auditEntries(kit: Kit, organizationId: string): Promise<readonly TodoEntry[]> {
  const communities = kit.treeNow.children(organizationId, 'line').filter((id) => leads(subjectOf(kit, id), 'community'));
  return (await standingsOf(kit, communities)).flatMap(({ held, owed }) =>
    owed === undefined
      ? []
      : [entryAbout(kit, held.organizationId, { group: 'waiting', action: 'recordAudit', subject: 'org', dueAt: endOfDay(owed.untilOn) })],
  );
}
