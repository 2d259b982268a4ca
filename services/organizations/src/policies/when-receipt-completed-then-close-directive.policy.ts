import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import type { ReceiptEvent } from '../domain/receipt/receipt.decider.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { allFinal } from './pending-receipts.ts';

/** All receipts final (LINK-08): of two last receipts at the same moment the second one sees both. */
async function closeIfAllFinal(directiveId: string, at: string, env: ServiceEnv): Promise<readonly Intent[]> {
  const directive = await env.rows(directiveList).get(directiveId);
  if (directive === undefined || !(await allFinal(env, directiveId, directive.addressees))) return [];
  return [intend(directiveStream, directiveId, { type: 'CloseDirective', at, cause: 'allFinal' })];
}

export const whenReceiptCompletedThenCloseDirective = definePolicy<ServiceEnv>({
  name: 'when-receipt-completed-then-close-directive',
  startFrom: 'now',
  sources: [
    when<ReceiptEvent>(aggregates.organizations.receipt)<ServiceEnv>({
      ReceiptAcknowledged: async ({ data, occurredAt }, env) => {
        const row = await env.rows(directiveList).get(data.directiveId);
        const isFinal = row?.terms !== null && row?.terms.reportDueAt === undefined;
        return isFinal ? closeIfAllFinal(data.directiveId, occurredAt, env) : [];
      },
      ReceiptReported: ({ data, occurredAt }, env) => closeIfAllFinal(data.directiveId, occurredAt, env),
    }),
  ],
  expects: ['STATE_NOT_ALLOWED'],
  reads: [directiveInbox, directiveList],
});
