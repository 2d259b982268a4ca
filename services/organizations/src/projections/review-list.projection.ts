import { views, type View } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put } from '@zhitong/eventing';
import type { ReviewEvent } from '../domain/review/review.decider.ts';

export interface ReviewListRow {
  readonly reviewId: string;
  readonly organizationId: string;
  readonly view: View;
  readonly year: string;
  readonly openedOn: string;
  readonly untilOn: string;
  /** Null while the list is being made. */
  readonly listed: number | null;
}

/** One row per structure review. */
export const reviewList = defineProjection<ReviewListRow>({
  name: 'review-list',
  version: 1,
  indexes: [['organizationId', 'openedOn'], ['year']],
  sources: [
    from<ReviewEvent>(aggregates.organizations.review)<ReviewListRow>({
      ReviewOpened: ({ data: { reviewId, organizationId, view, openedOn, untilOn } }) =>
        put(reviewId, { reviewId, organizationId, view: views.parse(view), year: openedOn.slice(0, 4), openedOn, untilOn, listed: null }),
      ReviewListed: ({ data: { reviewId, listed } }) => amend(reviewId, (row) => ({ ...row, listed })),
    }),
  ],
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
