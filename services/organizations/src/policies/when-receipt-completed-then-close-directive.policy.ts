import { levels } from '@zhitong/catalogue';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import type { ReceiptEvent } from '../domain/receipt/receipt.decider.ts';
import { receiptId } from '../domain/receipt/receipt.stream.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { tallyKeys } from '../projections/inbox-tallies.ts';

/**
 * All receipts final (LINK-08). Read from counters that may be a moment behind: this receipt's own row is looked at apart, and only a
 * directive whose every addressee was delivered can close; what is missed here closes on its expiry.
 */
async function closeIfAllFinal(directiveId: string, organizationId: string, at: string, env: ServiceEnv): Promise<readonly Intent[]> {
  const inbox = env.rows(directiveInbox);
  const tallies = await inbox.tallies(levels.values.map((level) => tallyKeys.level(directiveId, level)));
  const sum = (name: string) => [...tallies.values()].reduce((total, amounts) => total + (amounts[name] ?? 0), 0);
  const own = await inbox.get(receiptId(directiveId, organizationId));
  if (sum('open') > (own?.open === true ? 1 : 0)) return [];
  const directive = await env.rows(directiveList).get(directiveId);
  if (directive === undefined || sum('addressees') + sum('left') < directive.addressees) return [];
  return [intend(directiveStream, directiveId, { type: 'CloseDirective', at, cause: 'allFinal' })];
}

export const whenReceiptCompletedThenCloseDirective = definePolicy<ServiceEnv>({
  name: 'when-receipt-completed-then-close-directive',
  startFrom: 'now',
  sources: [
    when<ReceiptEvent>('organizations', 'receipt')<ServiceEnv>({
      ReceiptAcknowledged: async ({ data, occurredAt }, env) => {
        const row = await env.rows(directiveList).get(data.directiveId);
        const isFinal = row?.terms !== null && row?.terms.reportDueAt === undefined;
        return isFinal ? closeIfAllFinal(data.directiveId, data.organizationId, occurredAt, env) : [];
      },
      ReceiptReported: ({ data, occurredAt }, env) => closeIfAllFinal(data.directiveId, data.organizationId, occurredAt, env),
    }),
  ],
  expects: ['STATE_NOT_ALLOWED'],
});
