import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import type { Kit } from '@zhitong/platform';
import { reviewItems } from '../projections/review-items.projection.ts';
import { entryAbout } from './entry-about.ts';

/** ORG-10: what an organization has listed and not decided yet, soonest first. */
export async function reviewEntries(kit: Kit, organizationId: string, limit: number): Promise<readonly TodoEntry[]> {
  const where = [
    { field: 'reviewerId', eq: organizationId },
    { field: 'open', eq: true },
  ];
  const { items } = await kit.rows(reviewItems).query({ where, orderBy: { field: 'dueAt', direction: 'asc' }, limit: limit + 1 });
  return items.map(({ reviewId, organizationId: id, dueAt }) => ({
    ...entryAbout(kit, id, { group: 'waiting', action: 'decideReview', subject: 'review', dueAt }),
    id: reviewId,
  }));
}
