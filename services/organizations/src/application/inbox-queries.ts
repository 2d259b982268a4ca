import * as operations from '@zhitong/catalogue/operations/inbox.ts';
import type { Condition, Query } from '@zhitong/eventing';
import { ensure } from '@zhitong/kernel';
import { answer, listed, rowsBehind, type Figure, type Kit } from '@zhitong/platform';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import type { InboxRow } from '../projections/inbox-row.ts';
import { tallyKeys } from '../projections/inbox-tallies.ts';
import { auditEntries } from './audit-todo.ts';
import { directiveView } from './directive-view.ts';
import { organizationCounts } from './duty-counts.ts';
import { todoEntries } from './inbox-todo.ts';
import { importsKept } from './imports.ts';
import { leaderEntries } from './leader-todo.ts';
import { reviewEntries } from './review-todo.ts';
import { termEntries } from './term-todo.ts';
import { sizeEntries } from './size-todo.ts';
import { vacancyEntries } from './vacancy-todo.ts';

const inboxCounts = answer(operations.inboxCounts, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const [{ overdueAtTop: _digestOnly, ...counts }, jobs] = await Promise.all([
    organizationCounts(kit, organizationId, kit.call.now),
    importsKept(kit, organizationId),
  ]);
  return { ...counts, jobs, lagSeconds: kit.rows(directiveInbox).lagSeconds() };
});

type Box = (typeof operations.inboxBoxes)[number];

/** What a box selects, and the order it is shown in. */
function boxOf(box: Box, organizationId: string): { readonly where: readonly Condition[]; readonly field: 'issuedAt' | 'dueAt' } {
  const own: Condition = { field: 'organizationId', eq: organizationId };
  switch (box) {
    case 'all':
      return { where: [own], field: 'issuedAt' };
    case 'informed':
      return { where: [own, { field: 'role', eq: 'informed' }], field: 'issuedAt' };
    case 'open':
      return { where: [own, { field: 'open', eq: true }], field: 'dueAt' };
    case 'overdueBelow':
      return { where: [{ field: 'overdueSuperiorId', eq: organizationId }], field: 'dueAt' };
    default:
      return { where: [own, { field: box, eq: true }], field: 'issuedAt' };
  }
}

/** Rows with their directives and opened titles; what has not arrived in the list of directives yet is left to the next look. */
async function withDirectives(kit: Kit, rows: readonly InboxRow[]) {
  const directives = await kit.rows(directiveList).getMany([...new Set(rows.map(({ directiveId }) => directiveId))]);
  const titles = await kit.content.openMany([...directives.values()].map(({ titleRef }) => titleRef));
  return rows.flatMap((row) => {
    const directive = directives.get(row.directiveId);
    return directive === undefined || row.role === null ? [] : [{ row, directive: directiveView(directive, titles) }];
  });
}

/** What the figure directive.ack counts. */
const toAcknowledge = {
  projection: directiveInbox,
  keyOf: tallyKeys.inbox,
  amount: 'toAcknowledge',
  owner: 'organizationId',
  where: [{ field: 'toAcknowledge', eq: true }],
} as const satisfies Figure<InboxRow, never>;

function pageOf(kit: Kit, box: Box, organizationId: string, paging: Pick<Query, 'limit' | 'cursor'>) {
  const { where, field } = boxOf(box, organizationId);
  return listed(kit.rows(directiveInbox), { where, orderBy: { field, direction: field === 'dueAt' ? 'asc' : 'desc' }, ...paging });
}

const listInbox = answer(operations.listInbox, async ({ organizationId, box, below, view, ...paging }, kit) => {
  await kit.allow({ organizationId });
  const all = below === 'true';
  ensure(!all || box === 'toAcknowledge', 'VALIDATION_FAILED', 'Below an organization only what waits for an acknowledgement is listed.', { field: 'box' });
  const page = all ? rowsBehind(kit, toAcknowledge, { organizationId, view, ...paging }) : pageOf(kit, box, organizationId, paging);
  const { items: rows, ...rest } = await page;
  const items = (await withDirectives(kit, rows)).map(({ row, directive }) => ({
    ...directive,
    organizationId: row.organizationId,
    receiptState: row.state ?? ('delivered' as const),
    informedOnly: row.role === 'informed',
    dueAt: row.dueAt,
    overdue: row.dueAt !== null && row.dueAt < kit.call.now,
  }));
  return { items, ...rest };
});

const todo = answer(operations.todo, async ({ organizationId, limit }, kit) => {
  await kit.allow({ organizationId });
  const { directives, requests, more } = await todoEntries(kit, organizationId, limit);
  const shown = (await withDirectives(kit, directives)).map(({ row, directive }) => ({
    group: 'waiting' as const,
    action: row.duty ?? ('acknowledge' as const),
    subject: 'directive' as const,
    id: row.directiveId,
    title: directive.title,
    topicCode: directive.topicCode,
    otherOrganizationId: directive.issuerId,
    dueAt: row.dueAt,
    overdue: row.dueAt !== null && row.dueAt < kit.call.now,
  }));
  const byDue = [
    ...shown,
    ...requests,
    ...(await termEntries(kit, organizationId)),
    ...(await vacancyEntries(kit, organizationId)),
    ...(await sizeEntries(kit, organizationId)),
    ...(await auditEntries(kit, organizationId)),
    ...(await reviewEntries(kit, organizationId, limit)),
    ...(await leaderEntries(kit, organizationId, limit)),
  ].sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1));
  return { entries: byDue.slice(0, limit), more: more || byDue.length > limit, lagSeconds: kit.rows(directiveInbox).lagSeconds() };
});

export const inboxQueries = [inboxCounts, listInbox, todo];
