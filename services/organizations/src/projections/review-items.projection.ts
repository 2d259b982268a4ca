import {
  reviewGrounds,
  reviewOutcomes,
  reviewReasons,
  views,
  type Level,
  type ReviewGround,
  type ReviewOutcome,
  type ReviewReason,
  type View,
} from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put, type Changes, type Recorded } from '@zhitong/eventing';
import { endOfDay } from '@zhitong/kernel';
import type { Moment, ServiceEnv } from '@zhitong/platform';
import type { ReviewItemEvent } from '../domain/review/review-item.decider.ts';
import { reviewItemId } from '../domain/review/review.stream.ts';

interface Decided {
  readonly outcome: ReviewOutcome;
  readonly reason: ReviewReason;
  readonly on: string;
  readonly recordedAt: string;
}
export interface ReviewItemRow {
  readonly reviewId: string;
  readonly organizationId: string;
  readonly reviewerId: string;
  readonly level: Level;
  /** Where it stood when it was listed: from the top down, itself at the end. */
  readonly path: Readonly<Record<View, readonly string[]>>;
  readonly grounds: readonly ReviewGround[];
  readonly listedOn: string;
  readonly recordedAt: string;
  readonly untilOn: string;
  readonly dueAt: string;
  readonly open: boolean;
  readonly decided: Decided | null;
}

async function listed({ data, recordedAt }: Recorded<ReviewItemEvent, 'ReviewOrganizationListed'>, { tree }: Pick<ServiceEnv, 'tree'>) {
  const { reviewId, organizationId, reviewerId, groundCodes, listedOn, untilOn, treeVersion } = data;
  const then = await tree.at(treeVersion);
  const [line, place] = views.values.map((view) => then.path(organizationId, view));
  return put(reviewItemId(reviewId, organizationId), {
    ...{ reviewId, organizationId, reviewerId, listedOn, recordedAt, untilOn },
    level: then.node(organizationId)?.level ?? 'base',
    path: { line: line ?? [], place: place ?? [] },
    grounds: groundCodes.map((code) => reviewGrounds.parse(code)),
    dueAt: endOfDay(untilOn),
    open: true,
    decided: null,
  });
}

function decided({ data, recordedAt }: Recorded<ReviewItemEvent, 'ReviewDecided'>): Changes<ReviewItemRow> {
  const outcome = reviewOutcomes.parse(data.outcomeCode);
  const reason = reviewReasons.parse(data.reasonCode);
  const conclusion = { outcome, reason, on: data.decidedOn, recordedAt };
  return amend(reviewItemId(data.reviewId, data.organizationId), (row) => ({ ...row, open: false, decided: conclusion }));
}

export const reviewKey = (reviewId: string): string => `review/${reviewId}`;

/** One row per organization on the list of a review; tally `review/<id>` counts them and those decided. */
export const reviewItems = defineProjection<ReviewItemRow, ServiceEnv>({
  name: 'review-items',
  version: 1,
  indexes: [['reviewId'], ['reviewerId', 'open', 'dueAt']],
  sources: [
    from<ReviewItemEvent>(aggregates.organizations.reviewitem)<ReviewItemRow, ServiceEnv>({ ReviewOrganizationListed: listed, ReviewDecided: decided }),
  ],
  tallies: ({ reviewId, open }) => [{ key: reviewKey(reviewId), amounts: { listed: 1, ...(open ? {} : { decided: 1 }) } }],
  announce: ({ reviewerId }) => [`org:${reviewerId}`, `inbox:${reviewerId}`],
});

/** What was on the list at the end of a day, with the decision of by then, as far as known by an instant. */
export function itemAt(row: ReviewItemRow, { asOf, knownAt }: Moment): ReviewItemRow | null {
  if (row.listedOn > asOf || row.recordedAt > knownAt) return null;
  const known = row.decided !== null && row.decided.on <= asOf && row.decided.recordedAt <= knownAt;
  return known ? row : { ...row, open: true, decided: null };
}
