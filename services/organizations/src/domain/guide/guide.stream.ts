import { defineStream } from '@zhitong/eventing';
import { guideDecider } from './guide.decider.ts';

/** By the code of the quarter, `2026-Q2`: of two that issue at once, one is the first. */
export const guideStream = defineStream({
  context: 'organizations',
  category: 'guide',
  decider: guideDecider,
  eventTypes: ['TopicGuideIssued', 'TopicGuideWithdrawn', 'TopicGuideExpired'],
});
