import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { reviewItemDecider } from './review-item.decider.ts';
import { reviewDecider } from './review.decider.ts';

export const reviewStream = defineStream({ ...aggregates.organizations.review, decider: reviewDecider });

export const reviewItemStream = defineStream({ ...aggregates.organizations.reviewitem, decider: reviewItemDecider });

export const reviewItemId = (reviewId: string, organizationId: string): string => `${reviewId}.${organizationId}`;
