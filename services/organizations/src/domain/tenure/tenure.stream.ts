import { defineStream } from '@zhitong/eventing';
import { tenureDecider } from './tenure.decider.ts';

export const tenureStream = defineStream({
  context: 'organizations',
  category: 'tenure',
  decider: tenureDecider,
  eventTypes: ['TenurePostTaken', 'TenurePostLeft', 'SixYearTenureReached'],
});
