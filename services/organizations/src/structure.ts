import type { UseCase } from '@zhitong/platform';
import { lineQueries } from './application/line-matrix.ts';
import { reviewUseCases } from './application/reviews.ts';
import { structureReports } from './application/structure-report.ts';
import { termReports } from './application/term-report.ts';
import { reviewItemStream, reviewStream } from './domain/review/review.stream.ts';
import { whenReviewOpenedThenListOrganizations } from './policies/when-review-opened-then-list-organizations.policy.ts';
import { reviewItems } from './projections/review-items.projection.ts';
import { reviewList } from './projections/review-list.projection.ts';
import { termSpells } from './projections/term-spells.projection.ts';

/** How the city is set up, by lines and places, and what is reviewed of it (P09, ORG-10, R-03, R-04, R-10). */
export const structureStreams = [reviewStream, reviewItemStream] as const;
export const structureProjections = [reviewList, reviewItems, termSpells] as const;
export const structurePolicies = [whenReviewOpenedThenListOrganizations] as const;
export const structureUseCases: readonly UseCase[] = [...structureReports, ...termReports, ...lineQueries, ...reviewUseCases];
