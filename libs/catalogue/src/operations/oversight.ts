import { z } from 'zod';
import { auditOccasions } from '../codes-organizations.ts';
import { fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId, postId, date } = fields;
/** The organization above keeps the record; nobody keeps the own. */
const command = { context: 'organizations', right: 'post.change', reach: 'above' } as const;
const query = { context: 'organizations', right: 'post.change', reach: 'within' } as const;

export const filePersonalMatters = defineCommand({
  ...command,
  name: 'filePersonalMatters',
  path: '/posts/{postId}/personal-matters',
  summary: 'A secretary of a community has handed in the report on personal matters of a year; never what is in it (ORG-26).',
  input: z.strictObject({ postId, organizationId, filedOn: date }),
});

export const recordAudit = defineCommand({
  ...command,
  name: 'recordAudit',
  path: '/posts/{postId}/audit',
  summary: 'A secretary of a community was audited around an election or around leaving (ORG-26).',
  input: z.strictObject({ postId, organizationId, auditedOn: date }),
});

const asked = subtreeBy('place');

export const oversightReport = defineQuery({
  ...query,
  name: 'oversightReport',
  path: '/organizations/{organizationId}/oversight-report',
  summary: 'Secretaries of communities today: reports on personal matters of the year, audits that are due and that were missed (ORG-26).',
  input: z.strictObject(asked),
  output: z
    .object({
      year: z.string(),
      secretaries: z.int(),
      filed: z.int(),
      unfiled: z.int(),
      /** Within the days around the occasion, and after them; those who have left are counted too. */
      auditDue: z.int(),
      auditMissing: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'OversightReport' }),
});

/** Lists behind the figures. */
export const oversightFigures = ['secretaries', 'filed', 'unfiled', 'auditDue', 'auditMissing'] as const;

export const oversightReportRows = defineQuery({
  ...query,
  name: 'oversightReportRows',
  path: '/organizations/{organizationId}/oversight-report/secretaries',
  summary: 'The secretaries behind a figure of the report (ORG-26).',
  input: z.strictObject({ ...asked, ...paging, figure: z.enum(oversightFigures).default('secretaries') }),
  output: pageOf(
    z
      .object({
        postId: z.string(),
        organizationId: z.string(),
        organizationName: z.string(),
        personId: z.string(),
        fromOn: z.string(),
        leftOn: z.string().nullable(),
        /** The report of this year. */
        filed: z.boolean(),
        /** The occasion that waits for an audit. */
        audit: z.object({ occasion: z.enum(auditOccasions.values), on: date, fromOn: date, untilOn: date }).nullable(),
        warnings: z.array(z.string()),
      })
      .meta({ id: 'OversightRow' }),
  ),
});
