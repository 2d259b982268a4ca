import { z } from 'zod';
import { guideStates } from '../codes-link.ts';
import { levels } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId, directiveId, quarter, date } = fields;
const query = { context: 'organizations', right: 'directive.read', reach: 'within' } as const;
const level = z.enum(levels.values);

export const topicGuideRow = z
  .object({
    directiveId,
    quarter,
    issuerId: organizationId,
    /** A district's, to the city's. */
    supplement: z.boolean(),
    /** Null once its key was destroyed. */
    title: z.string().nullable(),
    topicCodes: z.array(z.string()),
    issuedOn: date,
    /** After the day that is set. */
    late: z.boolean(),
    state: z.enum(guideStates.values),
  })
  .meta({ id: 'TopicGuideRow' });

export const quarterGuide = defineQuery({
  ...query,
  name: 'quarterGuide',
  path: '/organizations/{organizationId}/topic-guide',
  summary: 'The topic guide of a quarter for an organization, with the supplement of its district (LINK-12).',
  input: z.strictObject({
    organizationId,
    /** Default: the present one. */
    quarter: quarter.optional(),
  }),
  output: z
    .object({
      quarter,
      fromOn: date,
      untilOn: date,
      /** Last day on which the city's is in time. */
      dueOn: date,
      /** The city's first; empty while there is none. */
      guides: z.array(topicGuideRow),
      lagSeconds: z.number(),
    })
    .meta({ id: 'QuarterGuide' }),
});

export const listTopicGuides = defineQuery({
  ...query,
  name: 'listTopicGuides',
  path: '/topic-guides',
  summary: 'Topic guides that an organization, those above it or districts below it issued, the last quarter first (LINK-12).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(topicGuideRow),
});

const asked = {
  directiveId,
  /** Who looks. */
  organizationId,
  /** Only this organization's part of the tree; default: all that who looks may see. */
  under: organizationId.optional(),
} as const;

/** Branches addressed, those that acknowledged, and those that cited a topic in a meeting held in the quarter. */
const figures = { addressees: z.int(), acknowledged: z.int(), used: z.int() } as const;

export const topicGuideUse = defineQuery({
  ...query,
  name: 'topicGuideUse',
  path: '/topic-guides/{directiveId}/use',
  summary: 'How many of the branches addressed have acknowledged a topic guide, and how many have used it, with the same for each part below (LINK-12).',
  input: z.strictObject(asked),
  output: z
    .object({
      ...figures,
      under: organizationId,
      children: z.array(z.object({ organizationId, name: z.string(), level, ...figures, hasChildren: z.boolean() })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'TopicGuideUse' }),
});

export const topicGuideBranches = defineQuery({
  ...query,
  name: 'topicGuideBranches',
  path: '/topic-guides/{directiveId}/branches',
  summary: 'The branches behind the figures of a topic guide: when each acknowledged, which topics it took up (LINK-12).',
  input: z.strictObject({ ...asked, ...paging, used: fields.yes.optional(), acknowledged: fields.yes.optional() }),
  output: pageOf(
    z.object({ organizationId, name: z.string(), acknowledgedAt: z.string().nullable(), topicCodes: z.array(z.string()) }).meta({ id: 'TopicGuideBranchRow' }),
  ),
});
