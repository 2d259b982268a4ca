import { isCommitteeKind, isWorking, views, type OrganizationKind, type OrganizationState, type View } from '@zhitong/catalogue';
import type { ReviewEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/review_events.ts';
import { assertNever, ensure, Rejected, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';

export type ReviewEvent = EventOf<ReviewEvents>;

export interface OpenReview {
  readonly type: 'OpenReview';
  readonly reviewId: string;
  readonly organization: { readonly id: string; readonly kind: OrganizationKind; readonly state: OrganizationState };
  readonly view: View;
  readonly untilOn: string;
  readonly treeVersion: number;
  readonly at: string;
  readonly byId: string;
}
/** Every organization that stands out has its own stream by now. */
export interface FinishListing {
  readonly type: 'FinishListing';
  readonly listed: number;
}
export type ReviewCommand = OpenReview | FinishListing;

export interface OpenedReview {
  readonly reviewId: string;
  readonly organizationId: string;
  readonly view: View;
  readonly openedOn: string;
  readonly untilOn: string;
  readonly treeVersion: number;
}
type Review = { readonly status: 'absent' } | (OpenedReview & { readonly status: 'listing' | 'listed' });

function open(review: Review, command: OpenReview): readonly ReviewEvent[] {
  if (review.status !== 'absent') return [];
  const { reviewId, organization, view, untilOn, treeVersion, at, byId } = command;
  ensure(isWorking(organization.state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organization.state });
  ensure(isCommitteeKind(organization.kind), 'REVIEW_BY_COMMITTEE', 'Structure reviews are opened by committees.', { kind: organization.kind });
  const openedOn = shanghaiDate(at);
  ensure(untilOn >= openedOn, 'DATE_PASSED', 'The last day has passed.', { untilOn });
  return [{ type: 'ReviewOpened', data: { reviewId, organizationId: organization.id, view, openedOn, untilOn, treeVersion, openedById: byId } }];
}

function finish(review: Review, { listed }: FinishListing): readonly ReviewEvent[] {
  if (review.status === 'absent') throw new Rejected('NOT_FOUND', 'There is no such review.');
  const { status, reviewId, organizationId } = review;
  return status === 'listed' ? [] : [{ type: 'ReviewListed', data: { reviewId, organizationId, listed } }];
}

/** One structure review (ORG-10): `absent -> listing -> listed`; what it comes to is with each organization on its list. */
export const reviewDecider: Decider<Review, ReviewCommand, ReviewEvent> = {
  initial: { status: 'absent' },
  decide(review, command) {
    switch (command.type) {
      case 'OpenReview':
        return open(review, command);
      case 'FinishListing':
        return finish(review, command);
      default:
        return assertNever(command);
    }
  },
  evolve(review, { type, data }) {
    switch (type) {
      case 'ReviewOpened': {
        const { reviewId, organizationId, view, openedOn, untilOn, treeVersion } = data;
        return { status: 'listing', reviewId, organizationId, view: views.parse(view), openedOn, untilOn, treeVersion };
      }
      case 'ReviewListed':
        return review.status === 'absent' ? review : { ...review, status: 'listed' };
      default:
        return assertNever(type);
    }
  },
};
