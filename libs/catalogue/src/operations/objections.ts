import { z } from 'zod';
import { objectionFields, objectionOutcomes } from '../codes-members.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { identity } from './members.ts';

const { personId, objectionId, organizationId } = fields;

export const objectionSchema = z
  .object({
    objectionId: z.string(),
    personId: z.string(),
    field: z.enum(objectionFields.values),
    state: z.enum(['open', 'answered']),
    raisedAt: z.string(),
    /** Absent once the person was erased. */
    text: z.string().optional(),
    outcome: z.enum(objectionOutcomes.values).optional(),
    reason: z.string().optional(),
    answeredAt: z.string().optional(),
  })
  .meta({ id: 'Objection' });

export const correctMyContact = defineCommand({
  name: 'correctMyContact',
  context: 'members',
  path: '/me/record/correct-contact',
  right: 'own.act',
  reach: 'self',
  summary: 'Puts the own phone or address right (SEC-23).',
  input: z.strictObject({ phone: identity.phone, address: identity.address }),
});

export const raiseObjection = defineCommand({
  name: 'raiseObjection',
  context: 'members',
  path: '/me/objections',
  right: 'own.act',
  reach: 'self',
  summary: 'Objects to something in the own record (MEM-07).',
  input: z.strictObject({ field: z.enum(objectionFields.values), text: fields.text(1000) }),
});

export const myObjections = defineQuery({
  name: 'myObjections',
  context: 'members',
  path: '/me/objections',
  right: 'own.read',
  reach: 'self',
  summary: 'The own objections and their answers, newest first.',
  input: z.strictObject({ ...paging }),
  output: pageOf(objectionSchema),
});

export const openObjections = defineQuery({
  name: 'openObjections',
  context: 'members',
  path: '/organizations/{organizationId}/objections',
  right: 'member.register',
  reach: 'within',
  summary: 'Objections that wait for an answer, of members at home below an organization, oldest first.',
  input: z.strictObject({ organizationId, ...paging }),
  output: pageOf(objectionSchema),
});

export const answerObjection = defineCommand({
  name: 'answerObjection',
  context: 'members',
  path: '/members/{personId}/objections/{objectionId}/answer',
  right: 'member.register',
  reach: 'above',
  summary: 'Answers an objection of somebody else, with a reason the person reads (MEM-07).',
  input: z.strictObject({ personId, objectionId, outcome: z.enum(objectionOutcomes.values), reason: fields.reason }),
});
