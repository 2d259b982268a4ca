import { views } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { reviewedOrganizations } from '../application/reviewed-organizations.ts';
import type { OpenedReview, ReviewEvent } from '../domain/review/review.decider.ts';
import { reviewItemId, reviewItemStream, reviewStream } from '../domain/review/review.stream.ts';
import { meetingList } from '../projections/meeting-list.projection.ts';
import { membership } from '../projections/membership.projection.ts';
import { organizationValidity } from '../projections/organization-validity.projection.ts';
import { sizeBandList } from '../projections/size-bands.projection.ts';
import { termList } from '../projections/term-list.projection.ts';

/** One command for each organization that stands out, and at the end the word that there are no more. */
async function* list(review: OpenedReview, env: ServiceEnv): AsyncGenerator<Intent> {
  const { reviewId, organizationId: reviewerId, openedOn: listedOn, untilOn, treeVersion } = review;
  let listed = 0;
  for await (const { organizationId, grounds } of reviewedOrganizations(env, review)) {
    const command = { type: 'ListForReview', reviewId, organizationId, reviewerId, grounds, listedOn, untilOn, treeVersion } as const;
    yield intend(reviewItemStream, reviewItemId(reviewId, organizationId), command);
    listed += 1;
  }
  yield intend(reviewStream, reviewId, { type: 'FinishListing', listed });
}

/** ORG-10: the list of a review is made when it is opened, and stands. */
export const whenReviewOpenedThenListOrganizations = definePolicy<ServiceEnv>({
  name: 'when-review-opened-then-list-organizations',
  startFrom: 'beginning',
  sources: [
    when<ReviewEvent>(aggregates.organizations.review)<ServiceEnv>({ ReviewOpened: ({ data }, env) => list({ ...data, view: views.parse(data.view) }, env) }),
  ],
  expects: [],
  reads: [meetingList, membership, organizationValidity, sizeBandList, termList],
});
