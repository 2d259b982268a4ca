import type { ReviewGround, ReviewOutcome, ReviewReason } from '@zhitong/catalogue';
import type { ReviewItemEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/reviewitem_events.ts';
import { assertNever, ensure, Rejected, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';

export type ReviewItemEvent = EventOf<ReviewItemEvents>;

interface About {
  readonly reviewId: string;
  /** The organization on the list. */
  readonly organizationId: string;
}
export interface ListForReview extends About {
  readonly type: 'ListForReview';
  readonly reviewerId: string;
  readonly grounds: readonly ReviewGround[];
  readonly listedOn: string;
  readonly untilOn: string;
  readonly treeVersion: number;
}
export interface DecideReview extends About {
  readonly type: 'DecideReview';
  readonly outcome: ReviewOutcome;
  readonly reason: ReviewReason;
  readonly at: string;
  readonly byId: string;
}
export type ReviewItemCommand = ListForReview | DecideReview;

type ReviewItem =
  | { readonly status: 'absent' }
  | { readonly status: 'open'; readonly gone: boolean }
  | { readonly status: 'decided'; readonly outcomeCode: string; readonly reasonCode: string };

function list(item: ReviewItem, command: ListForReview): readonly ReviewItemEvent[] {
  if (item.status !== 'absent') return [];
  const { reviewId, organizationId, reviewerId, grounds, listedOn, untilOn, treeVersion } = command;
  ensure(grounds.length > 0, 'CAUSE_REQUIRED', 'An organization is listed on a ground.', { field: 'grounds' });
  return [{ type: 'ReviewOrganizationListed', data: { reviewId, organizationId, reviewerId, groundCodes: [...grounds], listedOn, untilOn, treeVersion } }];
}

/** Also after the last day: late is better than never. A decision stands; the same once more is none. */
function conclude(item: ReviewItem, command: DecideReview): readonly ReviewItemEvent[] {
  const { reviewId, organizationId, outcome: outcomeCode, reason: reasonCode, at, byId } = command;
  if (item.status === 'absent') throw new Rejected('NOT_FOUND', 'This organization is not on the list of the review.');
  if (item.status === 'decided') {
    const same = item.outcomeCode === outcomeCode && item.reasonCode === reasonCode;
    ensure(same, 'STATE_NOT_ALLOWED', 'It has been decided already.', { outcome: item.outcomeCode });
    return [];
  }
  ensure(!item.gone || outcomeCode === 'keep', 'STATE_NOT_ALLOWED', 'Of a place without an organization nothing can be merged, split, converted or dissolved.');
  return [{ type: 'ReviewDecided', data: { reviewId, organizationId, outcomeCode, reasonCode, decidedOn: shanghaiDate(at), decidedById: byId } }];
}

/** One organization in one structure review (ORG-10): `absent -> open -> decided`. */
export const reviewItemDecider: Decider<ReviewItem, ReviewItemCommand, ReviewItemEvent> = {
  initial: { status: 'absent' },
  decide(item, command) {
    switch (command.type) {
      case 'ListForReview':
        return list(item, command);
      case 'DecideReview':
        return conclude(item, command);
      default:
        return assertNever(command);
    }
  },
  evolve(_item, { type, data }) {
    switch (type) {
      case 'ReviewOrganizationListed': {
        const gone: ReviewGround = 'placeWithoutOrganization';
        return { status: 'open', gone: data.groundCodes.includes(gone) };
      }
      case 'ReviewDecided':
        return { status: 'decided', outcomeCode: data.outcomeCode, reasonCode: data.reasonCode };
      default:
        return assertNever(type);
    }
  },
};
