import { z } from 'zod';
import { reviewGrounds, reviewOutcomes, reviewReasons } from '../codes-organizations.ts';
import { levels, views } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, reviewId, date } = fields;
const reading = { context, right: 'organization.read', reach: 'within' } as const;
const view = z.enum(views.values);
const level = z.enum(levels.values);
const ground = z.enum(reviewGrounds.values);
const outcome = z.enum(reviewOutcomes.values);
const reasonCode = z.enum(reviewReasons.values);

export const openReview = defineCommand({
  context,
  right: 'organization.approve',
  reach: 'within',
  name: 'openReview',
  path: '/reviews',
  summary: 'A committee reviews the structure below it: what stands out at this moment is listed, each to be decided by the last day (ORG-10).',
  input: z.strictObject({ organizationId, view: view.default('line'), untilOn: date }),
});

export const decideReview = defineCommand({
  context,
  right: 'organization.approve',
  reach: 'above',
  name: 'decideReview',
  path: '/reviews/{reviewId}/organizations/{organizationId}/decide',
  summary: 'A listed organization is kept, merged, split, converted or dissolved, with the reason; the act itself follows by its own command (ORG-10).',
  input: z.strictObject({ reviewId, organizationId, outcome, reasonCode }),
});

export const listReviews = defineQuery({
  ...reading,
  name: 'listReviews',
  path: '/reviews',
  summary: 'Structure reviews that an organization opened or that one above it did, the last one first (ORG-10).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(
    z
      .object({
        reviewId: z.string(),
        organizationId: z.string(),
        view,
        openedOn: z.string(),
        untilOn: z.string(),
        /** Null while the list is being made. */
        listed: z.int().nullable(),
        decided: z.int(),
      })
      .meta({ id: 'ReviewRow' }),
  ),
});

/** Reviews opened in the year of the day; an organization counts where it stood when it was listed. `asOf`, `knownAt` as in the structure report. */
const asked = {
  organizationId,
  view: view.default('line'),
  asOf: date.optional(),
  knownAt: fields.instant.optional(),
  /** Of this review only. */
  reviewId: reviewId.optional(),
} as const;
const progress = { listed: z.int(), decided: z.int() } as const;

export const reviewReport = defineQuery({
  ...reading,
  name: 'reviewReport',
  path: '/organizations/{organizationId}/review-report',
  summary: 'Organizations listed in structure reviews of the year and those decided, by level, ground and outcome, now or on a day (ORG-10, R-04).',
  input: z.strictObject(asked),
  output: z
    .object({
      asOf: date,
      ...progress,
      levels: z.array(z.object({ level, ...progress })),
      /** One organization may have several grounds. */
      grounds: z.array(z.object({ ground, ...progress })),
      outcomes: z.array(z.object({ outcome, count: z.int() })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'ReviewReport' }),
});

export const reviewReportRows = defineQuery({
  ...reading,
  name: 'reviewReportRows',
  path: '/organizations/{organizationId}/review-report/organizations',
  summary: 'The list behind a figure of the review report: exactly as many rows (ORG-10, R-04).',
  input: z.strictObject({
    ...asked,
    ...paging,
    level: level.optional(),
    ground: ground.optional(),
    outcome: outcome.optional(),
    state: z.enum(['decided', 'open']).optional(),
  }),
  output: pageOf(
    z
      .object({
        reviewId: z.string(),
        organizationId: z.string(),
        name: z.string(),
        level,
        reviewerId: z.string(),
        grounds: z.array(ground),
        listedOn: z.string(),
        untilOn: z.string(),
        outcome: outcome.nullable(),
        reasonCode: reasonCode.nullable(),
        decidedOn: z.string().nullable(),
        /** Day of the act that was decided; null while it is outstanding, and of what is kept. */
        followedOn: z.string().nullable(),
      })
      .meta({ id: 'ReviewReportRow' }),
  ),
});
