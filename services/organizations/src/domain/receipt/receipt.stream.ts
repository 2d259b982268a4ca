import { defineStream } from '@zhitong/eventing';
import { receiptDecider } from './receipt.decider.ts';

export const receiptStream = defineStream({
  context: 'organizations',
  category: 'receipt',
  decider: receiptDecider,
  eventTypes: ['ReceiptOpened', 'ReceiptAcknowledged', 'ReceiptReported', 'ReportReturned', 'ReceiptReminded', 'ReceiptOverdue', 'ReceiptTransferred'],
});

/** One stream per directive and addressee. */
export const receiptId = (directiveId: string, organizationId: string): string => `${directiveId}.${organizationId}`;
