import { z } from 'zod';
import { levels, organizationKinds, organizationStates, sectors } from '../codes.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const kind = z.enum(organizationKinds.values);
const level = z.enum(levels.values);
const sector = z.enum(sectors.values);

const asked = { ...subtreeBy('line'), ...atMoment } as const;

export const structureReport = defineQuery({
  name: 'structureReport',
  context,
  path: '/organizations/{organizationId}/structure-report',
  right: 'organization.read',
  reach: 'within',
  summary: 'Live organizations on a day by kind, level and sector, those outside a size band, those with an acting officer (R-03, R-04).',
  input: z.strictObject(asked),
  output: z
    .object({
      asOf: fields.date,
      live: z.int(),
      /** Of the live ones: somebody holds a right to act for it as secretary, deputy or officer. */
      withOfficer: z.int(),
      kinds: z.array(z.object({ kind, count: z.int() })),
      levels: z.array(z.object({ level, count: z.int() })),
      sectors: z.array(z.object({ sector, count: z.int() })),
      /** Branches and general branches: the kinds that have size bands. */
      banded: z.int(),
      /** Of these, outside one at least. Known for the present only: null for a day or an instant that is past. */
      outsideBands: z.int().nullable(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'StructureReport' }),
});

export const structureReportRows = defineQuery({
  name: 'structureReportRows',
  context,
  path: '/organizations/{organizationId}/structure-report/organizations',
  right: 'organization.read',
  reach: 'within',
  summary: 'The list behind a figure of the structure report: exactly as many rows (R-03, R-04).',
  input: z.strictObject({
    ...asked,
    ...paging,
    kind: kind.optional(),
    level: level.optional(),
    sector: sector.optional(),
    withOfficer: fields.yes.optional(),
    /** Now only. */
    outsideBands: fields.yes.optional(),
  }),
  output: pageOf(
    z
      .object({ organizationId: z.string(), name: z.string(), kind, level, sector, state: z.enum(organizationStates.values), fromOn: z.string() })
      .meta({ id: 'StructureReportRow' }),
  ),
});
