import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, put } from '@zhitong/eventing';
import type { AccountRow } from '@zhitong/catalogue/operations/access.ts';
import type { AccountEvent } from '../domain/account/account.decider.ts';

/** One row per log-in; keyed by the hash of issuer and subject, which is how a log-in is resolved. */
export const accountList = defineProjection<AccountRow>({
  name: 'account-list',
  version: 1,
  indexes: [['changedAt'], ['personId', 'changedAt'], ['state', 'changedAt'], ['personId', 'state', 'changedAt']],
  sources: [
    from<AccountEvent>(aggregates.organizations.account)<AccountRow>({
      AccountOpened: ({ data: { accountId, personId }, occurredAt: changedAt }) => put(accountId, { accountId, personId, state: 'open', changedAt }),
      AccountDisabled: ({ data: { accountId, personId }, occurredAt: changedAt }) => put(accountId, { accountId, personId, state: 'disabled', changedAt }),
    }),
  ],
});
