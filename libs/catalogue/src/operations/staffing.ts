import { z } from 'zod';
import { staffingDuties } from '../codes-organizations.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { staffed } from './facts.ts';

const context = 'organizations';
const { organizationId } = fields;
const duty = z.enum(staffingDuties.values);
const people = z.int().min(0).max(1_000_000);

export const declareStaffing = defineCommand({
  name: 'declareStaffing',
  context,
  path: '/organizations/{organizationId}/staffing',
  summary: 'Says how many there are for party work, and of how many staff where the rule asks for a share; a shortfall is found and blocks nothing (ORG-28).',
  right: 'organization.change',
  reach: 'within',
  input: z.strictObject({
    organizationId,
    /** Of agencies, institutions and enterprises, and only theirs. */
    staff: people.optional(),
    inPost: people,
  }),
});

const asked = { ...subtreeBy('place'), ...atMoment } as const;

export const staffingReport = defineQuery({
  name: 'staffingReport',
  context,
  path: '/organizations/{organizationId}/staffing-report',
  summary: 'People for party work, declared over needed, by duty, on a day (ORG-28, R-11).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject(asked),
  output: z
    .object({
      asOf: fields.date,
      duties: z.array(
        z.object({
          duty,
          /** Organizations that have the duty; those that declared; those with fewer than the least needed. */
          organizations: z.int(),
          declared: z.int(),
          short: z.int(),
          inPost: z.int(),
          /** Without those whose staff is not known. */
          least: z.int(),
          most: z.int(),
        }),
      ),
      lagSeconds: z.number(),
    })
    .meta({ id: 'StaffingReport' }),
});

/** Lists of organizations behind the figures of the report. */
export const staffingFigures = ['organizations', 'declared', 'short'] as const;

export const staffingReportRows = defineQuery({
  name: 'staffingReportRows',
  context,
  path: '/organizations/{organizationId}/staffing-report/{figure}',
  summary: 'The organizations behind a figure of the staffing report: exactly as many rows (ORG-28, R-11).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ ...asked, ...paging, figure: z.enum(staffingFigures), duty: duty.optional() }),
  output: pageOf(z.object({ organizationId: z.string(), name: z.string(), duty, ...staffed }).meta({ id: 'StaffingReportRow' })),
});
