import { listReceipts as operation } from '@zhitong/catalogue/operations/directives.ts';
import { views, type Level } from '@zhitong/catalogue';
import type { Condition } from '@zhitong/eventing';
import { ensure } from '@zhitong/kernel';
import { answer, listed, type Kit, type TreeView } from '@zhitong/platform';
import { drillPath } from '../domain/directive/addressees.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { currentReceipt, pathOf, type InboxRow } from '../projections/inbox-row.ts';
import { standsOver } from './directive-scope.ts';
import { drilledInto, seenDirective, type Seen } from './directive-view.ts';
import { nameIn } from './organization-rows.ts';

interface ReceiptFilter {
  readonly level?: Level | undefined;
  readonly state?: string | undefined;
  readonly overdue?: 'true' | 'false' | undefined;
}

const receiptRow = (kit: Kit) => (row: InboxRow) => {
  const { receipt, acknowledgedLate, reportedLate, remindedAt } = currentReceipt(row);
  return {
    directiveId: row.directiveId,
    organizationId: row.organizationId,
    name: nameIn(kit.treeNow, row.organizationId),
    level: row.level ?? ('base' as const),
    state: row.state ?? ('delivered' as const),
    openedAt: receipt.openedAt,
    acknowledgedAt: receipt.acknowledgedAt,
    acknowledgedLate,
    reportedAt: receipt.reportedAt,
    reportedLate,
    duty: row.duty,
    dueAt: row.dueAt,
    overdue: row.dueAt !== null && row.dueAt < kit.call.now,
    remindedAt,
  };
};

/** Rows of a selection that still stand where the index says: a subtree that moved away is invisible at once. */
function receiptSelection(kit: Kit, { directive, seesAll }: Seen, under: string, tree: TreeView, filter: ReceiptFilter): readonly Condition[] {
  const of: readonly Condition[] = [
    { field: 'directiveId', eq: directive.directiveId },
    { field: 'role', eq: 'addressee' },
  ];
  if (filter.overdue === 'true') {
    const only = seesAll && filter.level === undefined && filter.state === undefined && under === directive.issuerId;
    ensure(only, 'VALIDATION_FAILED', 'Overdue receipts are listed for the whole directive, by its issuer.');
    return [...of, { field: 'open', eq: true }, { field: 'dueAt', lt: kit.call.now }];
  }
  const { level, state } = filter;
  const view = views.parse(directive.terms?.view ?? 'line');
  const prefix = under === directive.issuerId ? '/' : pathOf(drillPath(tree, directive.issuerId, under, view));
  const exact = [...(level === undefined ? [] : [{ field: 'level', eq: level }]), ...(state === undefined ? [] : [{ field: 'state', eq: state }])];
  return [...of, ...exact, { field: 'path', prefix }];
}

export const listReceipts = answer(operation, async ({ directiveId, organizationId, under: asked, limit, cursor, ...filter }, kit) => {
  const seen = await seenDirective(kit, directiveId, organizationId);
  const under = drilledInto(kit, seen, organizationId, asked);
  const where = receiptSelection(kit, seen, under, await kit.tree.at(seen.directive.rule?.treeVersion ?? kit.treeNow.version), filter);
  const orderBy = { field: filter.overdue === 'true' ? 'dueAt' : 'path', direction: 'asc' } as const;
  const { items, ...rest } = await listed(kit.rows(directiveInbox), { where, orderBy, limit, cursor });
  const shown = items.filter((row) => seen.seesAll || standsOver(kit.treeNow, organizationId, row.organizationId));
  return { items: shown.map(receiptRow(kit)), ...rest };
});
