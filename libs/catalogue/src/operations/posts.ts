import { z } from 'zod';
import { newSecretaryReasons, concurrentOffices, removalGrounds, vacancyCauses } from '../codes-organizations.ts';
import { postTypes } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const type = z.enum(postTypes.values);

export const postRow = z
  .object({
    postId: z.string(),
    organizationId: z.string(),
    personId: z.string(),
    type,
    portfolioCode: z.string().nullable(),
    concurrentAs: z.array(z.enum(concurrentOffices.values)),
    fromOn: z.string(),
    /** Null while held. */
    vacatedOn: z.string().nullable(),
  })
  .meta({ id: 'PostRow' });
export type PostRow = z.infer<typeof postRow>;

export const fillPost = defineCommand({
  name: 'fillPost',
  context,
  path: '/posts',
  summary: 'Puts a full member into a post; the post brings its grant (ORG-21).',
  right: 'post.change',
  reach: 'within',
  input: z.strictObject({
    organizationId: fields.organizationId,
    personId: fields.personId,
    type,
    portfolioCode: fields.code.optional(),
    concurrentAs: z.array(z.enum(concurrentOffices.values)).max(4).default([]),
    fromOn: fields.date,
    /** For a secretary of less party age than the rule asks for. */
    reasonCode: z.enum(newSecretaryReasons.values).optional(),
    /** For a date further back than is filed as a rule, from above (0.3). */
    reason: fields.reason.optional(),
  }),
});

export const vacatePost = defineCommand({
  name: 'vacatePost',
  context,
  path: '/posts/{postId}/vacate',
  summary: 'Ends the holding of a post and takes its grant (ORG-21).',
  right: 'post.change',
  reach: 'within',
  input: z.strictObject({
    postId: fields.postId,
    organizationId: fields.organizationId,
    vacatedOn: fields.date,
    cause: z.enum(vacancyCauses.values),
    reason: fields.reason.optional(),
  }),
});

export const removeSecretary = defineCommand({
  name: 'removeSecretary',
  context,
  path: '/posts/{postId}/remove-secretary',
  summary: 'An organization above removes a secretary on one of the grounds of the rule (ORG-23).',
  right: 'organization.approve',
  reach: 'above',
  input: z.strictObject({
    postId: fields.postId,
    organizationId: fields.organizationId,
    removedOn: fields.date,
    ground: z.enum(removalGrounds.values),
    reason: fields.reason.optional(),
  }),
});

export const listPosts = defineQuery({
  name: 'listPosts',
  context,
  path: '/posts',
  summary: 'Posts of an organization, held and past, newest first.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    organizationId: fields.organizationId,
    type: type.optional(),
    held: z.enum(['yes', 'no']).optional(),
  }),
  output: pageOf(postRow),
});
