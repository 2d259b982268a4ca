import { z } from 'zod';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery } from '../operation.ts';

const context = 'organizations';
const { organizationId, groupId, personId } = fields;

export const setPartyGroup = defineCommand({
  name: 'setPartyGroup',
  context,
  path: '/organizations/{organizationId}/groups',
  summary: 'Makes a party group of a branch, or changes one; a member is in one at most (ORG-12).',
  right: 'post.change',
  reach: 'within',
  input: z.strictObject({
    organizationId,
    /** Absent for a new one. */
    groupId: groupId.optional(),
    name: fields.name,
    headId: personId,
    memberIds: z.array(personId).max(100),
  }),
});

export const dissolvePartyGroup = defineCommand({
  name: 'dissolvePartyGroup',
  context,
  path: '/organizations/{organizationId}/groups/{groupId}/dissolve',
  summary: 'Ends a party group; its members stay in the branch (ORG-12).',
  right: 'post.change',
  reach: 'within',
  input: z.strictObject({ organizationId, groupId }),
});

export const partyGroups = defineQuery({
  name: 'partyGroups',
  context,
  path: '/organizations/{organizationId}/groups',
  summary: 'Party groups of a branch with their heads and members (ORG-12).',
  right: 'member.read',
  reach: 'within',
  input: z.strictObject({ organizationId }),
  output: z
    .object({
      items: z.array(z.object({ groupId: z.string(), name: z.string(), headId: z.string().nullable(), memberIds: z.array(z.string()) })),
      version: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'PartyGroups' }),
});
