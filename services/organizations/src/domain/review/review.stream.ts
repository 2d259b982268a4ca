import { defineStream } from '@zhitong/eventing';
import { reviewItemDecider } from './review-item.decider.ts';
import { reviewDecider } from './review.decider.ts';

export const reviewStream = defineStream({
  context: 'organizations',
  category: 'review',
  decider: reviewDecider,
  eventTypes: ['ReviewOpened', 'ReviewListed'],
});

export const reviewItemStream = defineStream({
  context: 'organizations',
  category: 'reviewitem',
  decider: reviewItemDecider,
  eventTypes: ['ReviewOrganizationListed', 'ReviewDecided'],
});

export const reviewItemId = (reviewId: string, organizationId: string): string => `${reviewId}.${organizationId}`;
