import type { ReceiptDuty } from '@zhitong/catalogue';
import { eachRow } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import type { InboxRow } from '../projections/inbox-row.ts';

/** Addressees of one text of a directive that still owe a step. */
export async function* pendingReceipts(env: ServiceEnv, directiveId: string, textVersion: number, owes: ReceiptDuty): AsyncGenerator<InboxRow> {
  const rows = env.rows(directiveInbox);
  const field = owes === 'acknowledge' ? 'toAcknowledge' : 'toReport';
  const where = [
    { field: 'directiveId', eq: directiveId },
    { field, eq: true },
  ];
  for await (const row of eachRow((start) => rows.query({ where, limit: 500, ...start }))) if (row.directive?.terms.textVersion === textVersion) yield row;
}

/** Every one of so many addressees was delivered, and nobody owes a step. */
export async function allFinal(env: ServiceEnv, directiveId: string, addressees: number): Promise<boolean> {
  const inbox = env.rows(directiveInbox);
  const addressed = [
    { field: 'directiveId', eq: directiveId },
    { field: 'role', eq: 'addressee' },
  ];
  const open = await inbox.query({ where: [...addressed, { field: 'open', eq: true }], limit: 1 });
  if (open.items.length > 0) return false;
  const { count } = await inbox.count(addressed, Math.max(1, addressees));
  return count >= addressees;
}
