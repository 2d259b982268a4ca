import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { receiptDecider } from './receipt.decider.ts';

export const receiptStream = defineStream({ ...aggregates.organizations.receipt, decider: receiptDecider });

/** One stream per directive and addressee. */
export const receiptId = (directiveId: string, organizationId: string): string => `${directiveId}.${organizationId}`;
