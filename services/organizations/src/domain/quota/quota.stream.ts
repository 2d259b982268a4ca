import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { quotaDecider, type QuotaOf } from './quota.decider.ts';

export const quotaStream = defineStream({ ...aggregates.organizations.quota, decider: quotaDecider });

/** One stream per organization, kind and period; of group meetings one per group. */
export const quotaId = ({ organizationId, kind, period, groupId }: Omit<QuotaOf, 'needed' | 'kind'> & { readonly kind: string }): string =>
  [organizationId, kind, period, ...(groupId === undefined ? [] : [groupId])].join('.');
