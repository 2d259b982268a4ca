import type { Contribution } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import { currentReceipt, type InboxRow } from './inbox-row.ts';

/** Names of the counter rows of {@link directiveInbox}. */
export const tallyKeys = {
  level: (directiveId: string, level: string) => `${directiveId}|${level}`,
  under: (directiveId: string, organizationId: string) => `${directiveId}|under|${organizationId}`,
  inbox: (organizationId: string) => `inbox|${organizationId}`,
  month: (issuerId: string, month: string, level: string) => `month|${issuerId}|${month}|${level}`,
} as const;

const one = (condition: boolean) => (condition ? 1 : 0);

/** LINK-10: what one addressee adds to the progress of its directive. Transferred and cancelled leave every denominator. */
function progress(row: InboxRow): Readonly<Record<string, number>> {
  if (row.state === 'transferred' || row.state === 'cancelled') return { left: 1 };
  const { receipt, acknowledgedLate, reportedLate } = currentReceipt(row);
  const acknowledged = receipt.acknowledgedAt !== null;
  return {
    addressees: 1,
    delivered: 1,
    opened: one(receipt.openedAt !== null),
    acknowledgedOnTime: one(acknowledged && !acknowledgedLate),
    acknowledgedLate: one(acknowledged && acknowledgedLate),
    notAcknowledged: one(!acknowledged),
    reported: one(receipt.status === 'reported'),
    reportedOnTime: one(receipt.status === 'reported' && !reportedLate),
    overdue: one((row.toAcknowledge && receipt.overdue.includes('acknowledge')) || (row.toReport && receipt.overdue.includes('report'))),
    open: one(row.open),
  };
}

export function inboxTallies(row: InboxRow): readonly Contribution[] {
  const { directiveId, organizationId, directive, level } = row;
  if (directive === null || level === null) return [];
  const amounts = progress(row);
  const { issuerId, acknowledgeDueAt } = directive.terms;
  const month = shanghaiDate(acknowledgeDueAt).slice(0, 7);
  const inbox = { unread: one(row.unread), toAcknowledge: one(row.toAcknowledge), toReport: one(row.toReport) };
  return [
    { key: tallyKeys.level(directiveId, level), amounts },
    ...directive.ancestors.map((ancestor) => ({ key: tallyKeys.under(directiveId, ancestor), amounts })),
    { key: tallyKeys.inbox(organizationId), amounts: inbox },
    ...(row.overdueSuperiorId === null ? [] : [{ key: tallyKeys.inbox(row.overdueSuperiorId), amounts: { overdueBelow: 1 } }]),
    ...(amounts['addressees'] === undefined
      ? []
      : [{ key: tallyKeys.month(issuerId, month, level), amounts: { addressees: 1, acknowledgedOnTime: amounts['acknowledgedOnTime'] ?? 0 } }]),
  ];
}
