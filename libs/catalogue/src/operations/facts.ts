import { z } from 'zod';
import { charterStates, enterpriseClasses, massOrganizations, staffingDuties, teamReviewOutcomes } from '../codes-organizations.ts';
import { levels, organizationKinds, sectors } from '../codes.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, postId } = fields;
const enterpriseClass = z.enum(enterpriseClasses.values);
const partyInCharter = z.enum(charterStates.values);
const mass = z.array(z.enum(massOrganizations.values)).max(massOrganizations.values.length);
const outcome = z.enum(teamReviewOutcomes.values);

export const setOrganizationAttributes = defineCommand({
  name: 'setOrganizationAttributes',
  context,
  path: '/organizations/{organizationId}/attributes',
  summary: 'Puts the attributes of an organization on record, all that apply to it at once (ORG-14, pilot flags of ORG-27 and ORG-30).',
  right: 'organization.change',
  reach: 'within',
  input: z.strictObject({
    organizationId,
    /** Enterprises only. */
    enterpriseClass: enterpriseClass.optional(),
    /** Enterprises of a class; none without it. */
    partyInCharter: partyInCharter.optional(),
    /** With `adopted`, and only then. */
    charterAdoptedOn: fields.date.optional(),
    /** Committees of enterprises and universities. */
    proceduralRulesOn: fields.date.optional(),
    /** Committees of agencies, as the next. */
    headDoublesAsSecretary: z.boolean().optional(),
    hasDisciplineCommittee: z.boolean().optional(),
    massOrganizations: mass.default([]),
    /** Communities only. */
    seatPilot: z.boolean().default(false),
    /** Streets only. */
    partTimePilot: z.boolean().optional(),
  }),
});

export const reviewStreetTeam = defineCommand({
  name: 'reviewStreetTeam',
  context,
  path: '/organizations/{organizationId}/team-review',
  summary: 'An organization above records the term review of a street’s leading group: outcome and date, no text (ORG-15).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({
    organizationId,
    outcome,
    reviewedOn: fields.date,
    /** For a date further back than is filed as a rule (0.3). */
    reason: fields.reason.optional(),
  }),
});

export const setSeatAttributes = defineCommand({
  name: 'setSeatAttributes',
  context,
  path: '/organizations/{organizationId}/seats/{postId}/attributes',
  summary: 'Puts on record what statistics ask about a seat of a community committee; nothing shows it again (ORG-30).',
  right: 'post.change',
  reach: 'within',
  input: z.strictObject({ organizationId, postId, nonHukou: z.boolean(), collegeDiploma: z.boolean() }),
});

/** Null before it is declared; what is needed is null while the staff it is a share of is not known. */
export const staffed = {
  staff: z.int().nullable(),
  inPost: z.int().nullable(),
  least: z.int().nullable(),
  most: z.int().nullable(),
  declaredOn: z.string().nullable(),
} as const;

export const organizationFacts = defineQuery({
  name: 'organizationFacts',
  context,
  path: '/organizations/{organizationId}/facts',
  summary: 'What is on record about one organization, and what may be: attributes, the last review of its team, how many of its seats are described.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ organizationId }),
  output: z
    .object({
      /** Attributes that apply to an organization of this kind and sector. */
      applicable: z.array(z.string()),
      /** Null until they are put on record. */
      attributes: z
        .object({
          enterpriseClass: enterpriseClass.nullable(),
          partyInCharter: partyInCharter.nullable(),
          charterAdoptedOn: z.string().nullable(),
          proceduralRulesOn: z.string().nullable(),
          headDoublesAsSecretary: z.boolean().nullable(),
          hasDisciplineCommittee: z.boolean().nullable(),
          massOrganizations: mass,
          seatPilot: z.boolean(),
          partTimePilot: z.boolean().nullable(),
          fromOn: z.string(),
        })
        .nullable(),
      /** Streets only: null for the others, and before the first. */
      review: z.object({ outcome, reviewedOn: z.string() }).nullable(),
      /** Seats of a community committee, and those described; no seat by itself. */
      seats: z.int(),
      seatsDescribed: z.int(),
      /** Null where nothing is asked for. */
      staffing: z.object({ duty: z.enum(staffingDuties.values), ...staffed }).nullable(),
      version: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'OrganizationFacts' }),
});

const asked = { ...subtreeBy('place'), ...atMoment } as const;

/** Persons: null where a group of less than the setting would show, here or as a difference between what is shown in the tree (section 9). */
const persons = z.int().nullable();

export const factReport = defineQuery({
  name: 'factReport',
  context,
  path: '/organizations/{organizationId}/fact-report',
  summary:
    'Street teams reviewed, enterprises with party work in their charter by class, and seats of community committees, on a day (ORG-14, ORG-15, ORG-30).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject(asked),
  output: z
    .object({
      asOf: fields.date,
      streets: z.int(),
      streetsReviewed: z.int(),
      charters: z.array(z.object({ enterpriseClass, enterprises: z.int(), submitted: z.int(), adopted: z.int() })),
      pilots: z.int(),
      seats: z.int(),
      seatsDescribed: z.int(),
      nonHukou: persons,
      collegeDiploma: persons,
      lagSeconds: z.number(),
    })
    .meta({ id: 'FactReport' }),
});

/** Figures of the report that are lists of organizations; seats are statistics and have no list. */
export const factFigures = ['streets', 'streetsReviewed', 'enterprises', 'submitted', 'adopted', 'pilots'] as const;

export const factReportRows = defineQuery({
  name: 'factReportRows',
  context,
  path: '/organizations/{organizationId}/fact-report/{figure}',
  summary: 'The organizations behind a figure of the report: exactly as many rows (ORG-14, ORG-15, ORG-30).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({
    ...asked,
    ...paging,
    figure: z.enum(factFigures),
    enterpriseClass: enterpriseClass.optional(),
  }),
  output: pageOf(
    z
      .object({
        organizationId: z.string(),
        name: z.string(),
        kind: z.enum(organizationKinds.values),
        level: z.enum(levels.values),
        sector: z.enum(sectors.values),
        enterpriseClass: enterpriseClass.nullable(),
        partyInCharter: partyInCharter.nullable(),
        charterAdoptedOn: z.string().nullable(),
        outcome: outcome.nullable(),
        reviewedOn: z.string().nullable(),
      })
      .meta({ id: 'FactReportRow' }),
  ),
});
