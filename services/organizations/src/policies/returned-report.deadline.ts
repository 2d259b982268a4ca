import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, from, ignore, intend, put, type Change, type DueRow } from '@zhitong/eventing';
import { justAfter, type DataOf } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { ReceiptEvent } from '../domain/receipt/receipt.decider.ts';
import { receiptId, receiptStream } from '../domain/receipt/receipt.stream.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { dutyOf } from '../projections/inbox-row.ts';

interface ReturnedRow extends DueRow {
  readonly organizationId: string;
  readonly receiptId: string;
}

function returned({ directiveId, organizationId, reportDueAt }: DataOf<ReceiptEvent, 'ReportReturned'>): Change<ReturnedRow> {
  const id = receiptId(directiveId, organizationId);
  const dueAt = justAfter(reportDueAt);
  return put(`${id}|${dueAt}`, { dueAt, organizationId, receiptId: id });
}

/** A returned report has a deadline of its own, apart from the directive's (LINK-07). */
export const returnedReport = defineDeadline<ReturnedRow, ServiceEnv>({
  name: 'returned-report',
  version: 1,
  sources: [
    from<ReceiptEvent>(aggregates.organizations.receipt)<ReturnedRow, ServiceEnv>({
      ReceiptOpened: ignore,
      ReceiptAcknowledged: ignore,
      ReceiptReported: ignore,
      ReportReturned: ({ data }) => returned(data),
      ReceiptReminded: ignore,
      ReceiptOverdue: ignore,
      ReceiptTransferred: ignore,
    }),
  ],
  async fire({ organizationId, receiptId: id }, now, env) {
    const row = await env.rows(directiveInbox).get(id);
    if (!row?.directive) throw new Error(`The receipt ${id} has a deadline but is not listed yet`);
    const duty = dutyOf(row);
    if (duty === undefined) return [];
    const superiorId = env.tree.current().node(organizationId)?.lineParentId ?? undefined;
    return [intend(receiptStream, id, { type: 'FindOverdue', duty, at: now, owes: 'report', superiorId })];
  },
  expects: ['CONFLICT'],
});
