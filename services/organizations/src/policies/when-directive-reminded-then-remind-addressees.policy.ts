import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { DataOf } from '@zhitong/kernel';
import type { DirectiveEvent } from '../domain/directive/directive-state.ts';
import { receiptId, receiptStream } from '../domain/receipt/receipt.stream.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { dutyOf } from '../projections/inbox-row.ts';
import { pendingReceipts } from './pending-receipts.ts';

async function* remindAll(event: DataOf<DirectiveEvent, 'DirectiveReminded'>, env: ServiceEnv): AsyncGenerator<Intent> {
  const { directiveId, remindedAt: at, remindedOn } = event;
  const directive = await env.rows(directiveList).get(directiveId);
  const textVersion = directive?.terms?.textVersion;
  if (textVersion === undefined) return;
  for (const owes of ['acknowledge', 'report'] as const) {
    for await (const row of pendingReceipts(env, directiveId, textVersion, owes)) {
      const duty = dutyOf(row);
      const id = receiptId(directiveId, row.organizationId);
      if (duty !== undefined) yield intend(receiptStream, id, { type: 'RemindReceipt', duty, at, owes, momentCode: `byIssuer.${remindedOn}` });
    }
  }
}

/** The issuer asked: everyone who owes a step is reminded, once. */
export const whenDirectiveRemindedThenRemindAddressees = definePolicy<ServiceEnv>({
  name: 'when-directive-reminded-then-remind-addressees',
  startFrom: 'now',
  sources: [when<DirectiveEvent>(aggregates.organizations.directive)<ServiceEnv>({ DirectiveReminded: ({ data }, env) => remindAll(data, env) })],
  expects: ['CONFLICT'],
  reads: [directiveInbox, directiveList],
});
