import { z } from 'zod';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineQuery, pageOf, paging } from '../operation.ts';

const query = { context: 'organizations', right: 'organization.read', reach: 'within' } as const;

const asked = { ...subtreeBy('place'), ...atMoment } as const;

export const tenureReport = defineQuery({
  ...query,
  name: 'tenureReport',
  path: '/organizations/{organizationId}/tenure-report',
  summary: 'Secretaries of communities in office on a day, and those of them who have served the six years without a break (ORG-25, R-11).',
  input: z.strictObject(asked),
  output: z.object({ asOf: fields.date, secretaries: z.int(), reached: z.int(), lagSeconds: z.number() }).meta({ id: 'TenureReport' }),
});

export const tenureReportRows = defineQuery({
  ...query,
  name: 'tenureReportRows',
  path: '/organizations/{organizationId}/tenure-report/secretaries',
  summary: 'The secretaries behind a figure of the tenure report, with the day their count began and the day it is reached (ORG-25, R-11).',
  input: z.strictObject({ ...asked, ...paging, reached: fields.yes.optional() }),
  output: pageOf(
    z
      .object({
        organizationId: z.string(),
        organizationName: z.string(),
        personId: z.string(),
        sinceOn: z.string(),
        /** The day on which the years are full. */
        fullOn: z.string(),
        /** Null before. */
        reachedOn: z.string().nullable(),
      })
      .meta({ id: 'TenureRow' }),
  ),
});
