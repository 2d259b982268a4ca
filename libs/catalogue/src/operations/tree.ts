import { z } from 'zod';
import { dissolutionReasons, lineReasons, sizeBands, sizeExceptionReasons } from '../codes-organizations.ts';
import { levels, organizationKinds, organizationStates, sectors, views } from '../codes.ts';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { postRow } from './posts.ts';

const context = 'organizations';
const organizationId = fields.organizationId;
const kind = z.enum(organizationKinds.values);
const level = z.enum(levels.values);
const sector = z.enum(sectors.values);
const view = z.enum(views.values);
/** For a date further back than is filed as a rule, from above (0.3). */
const lateReason = fields.reason.optional();
const lineReason = z.enum(lineReasons.values).optional();
const state = z.enum(organizationStates.values);
const placeCode = z.string().regex(/^\d{4,12}(-[A-Z]{2})?$/, says('placeCode'));
const unit = z.strictObject({ unitId: fields.unitId, memberIds: z.array(fields.personId).max(50) });

const identity = { name: fields.name, kind, level, sector, guidingOrgId: organizationId.optional(), placeCode: placeCode.optional() };

export const registerOrganizations = defineCommand({
  name: 'registerOrganizations',
  context,
  path: '/organizations/register',
  summary: 'Takes over organizations that exist already, parents before children; introduction of the system only.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({
    organizations: z
      .array(
        z.strictObject({
          organizationId,
          ...identity,
          lineParentId: organizationId.optional(),
          placeParentId: organizationId.optional(),
          approvesMembers: z.boolean().default(false),
        }),
      )
      .min(1)
      .max(200),
    effectiveOn: fields.date,
  }),
});

export const proposeOrganization = defineCommand({
  name: 'proposeOrganization',
  context,
  path: '/organizations',
  summary: 'Proposes an organization below an active one (ORG-01); warns LINE_UNUSUAL where the sector suggests another line.',
  right: 'organization.propose',
  reach: 'within',
  input: z.strictObject({
    ...identity,
    lineParentId: organizationId,
    placeParentId: organizationId,
    /** Full members who form a branch. */
    memberIds: z.array(fields.personId).max(200).default([]),
    /** Units of a joint branch with their members. */
    units: z.array(unit).max(50).default([]),
    /** Last day of a temporary branch. */
    endsOn: fields.date.optional(),
    /** For another managing line than usual. */
    reasonCode: lineReason,
  }),
});

export const approveOrganization = defineCommand({
  name: 'approveOrganization',
  context,
  path: '/organizations/{organizationId}/approve',
  summary: 'The nearest committee above approves a proposed organization (ORG-02).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId }),
});

export const refuseOrganization = defineCommand({
  name: 'refuseOrganization',
  context,
  path: '/organizations/{organizationId}/refuse',
  summary: 'The nearest committee above refuses a proposed organization (ORG-02).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, reason: fields.reason }),
});

export const convertOrganization = defineCommand({
  name: 'convertOrganization',
  context,
  path: '/organizations/{organizationId}/convert',
  summary: 'Changes the kind; id, children and history stay (ORG-04).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, kind, effectiveOn: fields.date, reason: lateReason }),
});

export const moveOrganization = defineCommand({
  name: 'moveOrganization',
  context,
  path: '/organizations/{organizationId}/move',
  summary: 'Asks to put an organization under another managing line (ORG-08).',
  right: 'organization.change',
  reach: 'within',
  input: z.strictObject({ organizationId, toParentId: organizationId, effectiveOn: fields.date, reasonCode: lineReason }),
});

export const releaseOrganization = defineCommand({
  name: 'releaseOrganization',
  context,
  path: '/organizations/{organizationId}/release',
  summary: 'The old managing organization lets go (ORG-08).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId }),
});

export const acceptOrganization = defineCommand({
  name: 'acceptOrganization',
  context,
  path: '/organizations/{organizationId}/accept',
  summary: 'The new managing organization takes it in (ORG-08).',
  right: 'organization.approve',
  reach: 'within',
  input: z.strictObject({ organizationId }),
});

export const relocateOrganization = defineCommand({
  name: 'relocateOrganization',
  context,
  path: '/organizations/{organizationId}/relocate',
  summary: 'Changes the place an organization stands in; the managing line stays (ORG-08).',
  right: 'organization.change',
  reach: 'within',
  input: z.strictObject({ organizationId, toPlaceId: organizationId, effectiveOn: fields.date, reason: lateReason }),
});

export const linkGuidance = defineCommand({
  name: 'linkGuidance',
  context,
  path: '/organizations/{organizationId}/guide',
  summary: 'Sets or, without a guiding organization, ends the guidance edge (ORG-09).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, guidingOrgId: organizationId.optional() }),
});

export const dissolveOrganization = defineCommand({
  name: 'dissolveOrganization',
  context,
  path: '/organizations/{organizationId}/dissolve',
  summary: 'Dissolves an organization without members and live organizations below (ORG-07).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, reasonCode: z.enum(dissolutionReasons.values), effectiveOn: fields.date, reason: lateReason }),
});

export const extendTemporaryBranch = defineCommand({
  name: 'extendTemporaryBranch',
  context,
  path: '/organizations/{organizationId}/extend',
  summary: 'The nearest committee above lets a temporary branch go on until a later day (ORG-11).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, endsOn: fields.date }),
});

export const splitOrganization = defineCommand({
  name: 'splitOrganization',
  context,
  path: '/organizations/{organizationId}/split',
  summary: 'Approves a split into two or more with each member named once (ORG-05).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({
    organizationId,
    parts: z
      .array(z.strictObject({ name: fields.name, kind, memberIds: z.array(fields.personId).max(500) }))
      .min(2)
      .max(10),
    effectiveOn: fields.date,
  }),
});

export const mergeOrganizations = defineCommand({
  name: 'mergeOrganizations',
  context,
  path: '/organizations/{organizationId}/merge',
  summary: 'Approves the merge of organizations of the same kind into this one (ORG-06).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, sourceIds: z.array(organizationId).min(1).max(20), effectiveOn: fields.date }),
});

export const grantSizeException = defineCommand({
  name: 'grantSizeException',
  context,
  path: '/organizations/{organizationId}/except-size',
  summary: 'Records why an organization may stay outside a size band until a review date (ORG-03).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, band: z.enum(sizeBands.values), reasonCode: z.enum(sizeExceptionReasons.values), reviewOn: fields.date }),
});

export const changeApprovesMembers = defineCommand({
  name: 'changeApprovesMembers',
  context,
  path: '/organizations/{organizationId}/empower',
  summary: 'Gives or takes the power of a basic committee to approve members.',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({ organizationId, approvesMembers: z.boolean() }),
});

/** One organization in a list. Paths are index hints; rights are checked against the tree. */
export const organizationRow = z
  .object({
    organizationId: z.string(),
    name: z.string(),
    kind,
    level,
    sector,
    state,
    lineParentId: z.string().nullable(),
    placeParentId: z.string().nullable(),
    guidingOrgId: z.string().nullable(),
    placeCode: z.string().nullable(),
    approvesMembers: z.boolean(),
    secretaryPersonId: z.string().nullable(),
    fullMembers: z.int(),
    provisionalMembers: z.int(),
    hasChildren: z.boolean(),
    linePathHint: z.string().optional(),
    placePathHint: z.string().optional(),
  })
  .meta({ id: 'OrganizationRow' });
export type OrganizationRow = z.infer<typeof organizationRow>;

const pathStep = z.object({ organizationId: z.string(), name: z.string(), kind, level }).meta({ id: 'OrganizationPathStep' });

const pendingMove = z
  .object({
    fromParentId: z.string(),
    toParentId: z.string(),
    effectiveOn: z.string(),
    dueAt: z.string(),
    released: z.boolean(),
    accepted: z.boolean(),
  })
  .meta({ id: 'PendingMove' });

export const organizationProfile = organizationRow
  .extend({
    linePath: z.array(pathStep),
    placePath: z.array(pathStep),
    posts: z.array(postRow),
    lineChildren: z.int(),
    placeChildren: z.int(),
    pendingMove: pendingMove.nullable(),
    /** While proposed: who decides, and until when. */
    approvingOrgId: z.string().nullable(),
    decideByAt: z.string().nullable(),
    /** Last day of a temporary branch. */
    endsOn: z.string().nullable(),
    sizeBands: z.array(z.enum(sizeBands.values)),
    /** Why it may stay outside one of them, until when it is looked at again. */
    sizeExceptions: z.array(z.object({ band: z.enum(sizeBands.values), reason: z.enum(sizeExceptionReasons.values), reviewOn: z.string() })),
    treeVersion: z.int(),
  })
  .meta({ id: 'OrganizationProfile' });
export type OrganizationProfile = z.infer<typeof organizationProfile>;

export const listOrganizations = defineQuery({
  name: 'listOrganizations',
  context,
  path: '/organizations',
  summary: 'Organizations by kind, level, sector, state, parent, subtree, name or pinyin initials.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    kind: kind.optional(),
    level: level.optional(),
    sector: sector.optional(),
    state: state.optional(),
    lineParentId: organizationId.optional(),
    placeParentId: organizationId.optional(),
    /** With `view`: this organization and everything below it; default the acting organization. */
    scope: organizationId.optional(),
    view: view.default('line'),
    /** Active or under review: those the figure org.active counts. */
    counted: fields.yes.optional(),
    /** Of one line or one place of the matrix of the scope (P09). */
    underLine: organizationId.optional(),
    inPlace: organizationId.optional(),
    name: z.string().trim().min(1).max(80).optional(),
    initials: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9]{1,40}$/, says('initials'))
      .optional(),
  }),
  output: pageOf(organizationRow),
});

export const getOrganization = defineQuery({
  name: 'getOrganization',
  context,
  path: '/organizations/{organizationId}',
  summary: 'Profile of one organization: both parents and paths, posts, counts, what is pending.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ organizationId }),
  output: organizationProfile,
});

export const treeChild = z.object({ organizationId: z.string(), name: z.string(), kind, level, sector, state, children: z.int() }).meta({ id: 'TreeChild' });

export const listChildren = defineQuery({
  name: 'listChildren',
  context,
  path: '/organizations/{organizationId}/children',
  summary: 'The organizations directly below one, with how many stand below each.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(200).default(200), organizationId, view: view.default('line') }),
  output: pageOf(treeChild),
});

export const historyRow = z
  .object({
    version: z.int(),
    type: z.string(),
    occurredAt: z.string(),
    recordedAt: z.string(),
    actorId: z.string(),
    /** The organization the actor acted for. */
    actorOrganizationId: z.string().nullable(),
    /** Fields of the event as text; lists joined by commas. */
    details: z.record(z.string(), z.string()),
  })
  .meta({ id: 'OrganizationHistoryRow' });

export const getOrganizationHistory = defineQuery({
  name: 'getOrganizationHistory',
  context,
  path: '/organizations/{organizationId}/history',
  summary: 'What happened to an organization, newest first.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(historyRow),
});

const validityStep = z
  .object({ organizationId: z.string(), name: z.string(), kind, level, state, fromOn: z.string(), toOn: z.string().nullable() })
  .meta({ id: 'OrganizationAsOf' });

export const organizationTreeAsOf = defineQuery({
  name: 'organizationTreeAsOf',
  context,
  path: '/organizations/{organizationId}/as-of',
  summary: 'Path and children of an organization as they were on a date, as far as known at an instant (ORG-13).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ ...paging, organizationId, view: view.default('line'), asOf: fields.date, knownAt: fields.instant.optional() }),
  output: pageOf(validityStep).extend({ path: z.array(validityStep) }),
});
