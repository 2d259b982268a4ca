import { z } from 'zod';
import { exemptionReasons, orgCoverages, reportedLossCauses, unitFlags, unitLedgers, unitStates, unitThresholds } from '../codes-organizations.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, unitId, personId, date } = fields;
const count = z.int().min(0).max(1_000_000);
const ledger = z.enum(unitLedgers.values);

/** What a unit says of itself, as of `figuresOn`. */
const figures = {
  ledger,
  staff: count,
  fullMembers: count,
  /** A year's revenue, fen. */
  revenueFen: z.int().min(0).optional(),
  flags: z.array(z.enum(unitFlags.values)).max(unitFlags.values.length).default([]),
  figuresOn: date,
} as const;

const own = { context, right: 'organization.change', reach: 'within' } as const;

export const registerUnit = defineCommand({
  ...own,
  name: 'registerUnit',
  path: '/organizations/{organizationId}/units',
  summary: 'Enters a unit in the coverage ledger of a community or street; name and place are there once (ORG-31, ORG-32).',
  input: z.strictObject({ organizationId, name: fields.name, ...figures }),
});

export const updateUnit = defineCommand({
  ...own,
  name: 'updateUnit',
  path: '/units/{unitId}/update',
  summary: 'Other figures of a unit; they decide whether an organization is due (ORG-31, ORG-32).',
  input: z.strictObject({ unitId, ...figures }),
});

export const coverUnit = defineCommand({
  ...own,
  name: 'coverUnit',
  path: '/units/{unitId}/cover',
  summary: 'An organization covers the unit: its own, a joint or a regional one by its kind (ORG-33).',
  input: z.strictObject({ unitId, coveringOrgId: organizationId }),
});

export const setWorkCoverage = defineCommand({
  ...own,
  name: 'setWorkCoverage',
  path: '/units/{unitId}/liaison',
  summary: 'Names the liaison who does party work in the unit for the next twelve months (ORG-33).',
  input: z.strictObject({ unitId, liaisonId: personId }),
});

export const reportCoverageLost = defineCommand({
  ...own,
  name: 'reportCoverageLost',
  path: '/units/{unitId}/lose-coverage',
  summary: 'The organization covers the unit no more (ORG-33).',
  input: z.strictObject({ unitId, cause: z.enum(reportedLossCauses.values) }),
});

export const exemptUnit = defineCommand({
  ...own,
  name: 'exemptUnit',
  path: '/units/{unitId}/exempt',
  right: 'organization.approve',
  summary: 'The street lets the unit be without an organization for twelve months (ORG-33).',
  input: z.strictObject({ unitId, reasonCode: z.enum(exemptionReasons.values) }),
});

export const sendFirstSecretary = defineCommand({
  ...own,
  name: 'sendFirstSecretary',
  path: '/units/{unitId}/first-secretary',
  summary: 'Sends a first secretary to an association (ORG-34).',
  input: z.strictObject({ unitId, personId }),
});

export const unitRow = z
  .object({
    unitId: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    name: z.string(),
    ledger,
    state: z.enum(unitStates.values),
    staff: z.int(),
    fullMembers: z.int(),
    revenueFen: z.int().nullable(),
    flags: z.array(z.enum(unitFlags.values)),
    figuresOn: z.string(),
    /** The figures are older than they are good for. */
    stale: z.boolean(),
    /** What made it due; null where nothing did. */
    threshold: z.enum(unitThresholds.values).nullable(),
    ownRequired: z.boolean(),
    dueSinceOn: z.string().nullable(),
    /** Listed to the district. */
    overdue: z.boolean(),
    orgCoverage: z.enum(orgCoverages.values).nullable(),
    coveringOrgId: z.string().nullable(),
    coveringOrgName: z.string().nullable(),
    workCovered: z.boolean(),
    liaisonId: z.string().nullable(),
    liaisonUntilOn: z.string().nullable(),
    exemptUntilOn: z.string().nullable(),
    exemptionReason: z.enum(exemptionReasons.values).nullable(),
    firstSecretaryId: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'UnitRow' });
export type UnitRow = z.infer<typeof unitRow>;

const subtree = subtreeBy('place');

export const listUnits = defineQuery({
  name: 'listUnits',
  context,
  path: '/units',
  summary:
    'Units of a subtree by ledger and state; those due for too long, those nobody does party work in, and associations without a leader (ORG-31, ORG-33, ORG-34).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    organizationId: organizationId.optional(),
    view: subtree.view,
    ledger: ledger.optional(),
    state: z.enum(unitStates.values).optional(),
    /** Due for longer than the setting lets. */
    overdue: fields.yes.optional(),
    /** Those the figure coverage.work counts. */
    withoutWork: fields.yes.optional(),
    /** Industry associations with neither a first secretary nor a joint organization (ORG-34). */
    withoutLeader: fields.yes.optional(),
  }),
  output: pageOf(unitRow),
});

export const getUnit = defineQuery({
  name: 'getUnit',
  context,
  path: '/units/{unitId}',
  summary: 'One unit of the ledger.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ unitId }),
  output: unitRow,
});

/** As in the structure report: end of that day, what was on record by then, the subtree of that day. */
const asked = { ...subtree, ...atMoment } as const;

export const coverageReport = defineQuery({
  name: 'coverageReport',
  context,
  path: '/organizations/{organizationId}/coverage-report',
  summary: 'Coverage by organizations per ledger, and by party work, on a day (R-01, R-02).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject(asked),
  output: z
    .object({
      asOf: date,
      /** Of those due or covered: covered as the threshold asks for. */
      ledgers: z.array(z.object({ ledger, covered: z.int(), due: z.int() })),
      covered: z.int(),
      due: z.int(),
      /** Of the units not exempt: somebody does party work there. */
      worked: z.int(),
      live: z.int(),
      /** Industry associations, and those of them with a first secretary or a joint organization (ORG-34). */
      associations: z.int(),
      led: z.int(),
      /** Both coverages 两个全覆盖 are whole. */
      full: z.boolean(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'CoverageReport' }),
});

export const coverageReportRows = defineQuery({
  name: 'coverageReportRows',
  context,
  path: '/organizations/{organizationId}/coverage-report/units',
  summary: 'The list behind a figure of the coverage report: exactly as many rows (R-01, R-02).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({
    ...asked,
    ...paging,
    figure: z.enum(['covered', 'due', 'worked', 'live', 'associations', 'led']),
    ledger: ledger.optional(),
  }),
  output: pageOf(
    z
      .object({
        unitId: z.string(),
        organizationId: z.string(),
        name: z.string(),
        ledger,
        state: z.enum(unitStates.values),
        orgCoverage: z.enum(orgCoverages.values).nullable(),
        workCovered: z.boolean(),
      })
      .meta({ id: 'CoverageReportRow' }),
  ),
});
