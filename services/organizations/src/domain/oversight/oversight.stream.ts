import { defineStream } from '@zhitong/eventing';
import { oversightDecider } from './oversight.decider.ts';

export const oversightStream = defineStream({
  context: 'organizations',
  category: 'oversight',
  decider: oversightDecider,
  restricted: true,
  eventTypes: ['PersonalMattersFiled', 'AuditRecorded'],
});
