import { z } from 'zod';
import { affairTypes } from '../codes-meetings.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, affairId, objectionId, date } = fields;
const keeping = { context, right: 'meeting.keep', reach: 'within' } as const;
const reading = { context, right: 'meeting.read', reach: 'within' } as const;
const own = { context, reach: 'self' } as const;
const count = z.int().min(0).max(100_000);
const type = z.enum(affairTypes.values);

export const recordConsultation = defineCommand({
  ...keeping,
  name: 'recordConsultation',
  path: '/affairs/consultations',
  summary: 'Records that the members were asked about a matter, before it is voted on: dates and counts of opinions (ORG-45).',
  input: z.strictObject({
    organizationId,
    type,
    subject: fields.text(200),
    fromOn: date,
    untilOn: date,
    asked: count,
    opinions: count,
    adopted: count,
    reason: fields.reason.optional(),
  }),
});

export const publishAffair = defineCommand({
  ...keeping,
  name: 'publishAffair',
  path: '/affairs',
  summary: 'Makes a matter known to the own members, for seven days at least (ORG-45).',
  input: z.strictObject({
    organizationId,
    /** One that the members were consulted on; a new one otherwise. */
    affairId: affairId.optional(),
    type,
    subject: fields.text(200),
    text: fields.text(4000),
    untilOn: date,
  }),
});

export const answerAffairObjection = defineCommand({
  ...keeping,
  name: 'answerAffairObjection',
  path: '/affairs/{affairId}/objections/{objectionId}/answer',
  summary: 'Answers the objection of a member; once (ORG-45).',
  input: z.strictObject({ affairId, objectionId, text: fields.text(2000) }),
});

export const objectToAffair = defineCommand({
  ...own,
  right: 'own.act',
  name: 'objectToAffair',
  path: '/own/affairs/{affairId}/object',
  summary: 'A member objects to what the own organization has made known, while it is shown; once (ORG-45).',
  input: z.strictObject({ affairId, text: fields.text(2000) }),
});

const affair = {
  affairId: z.string(),
  organizationId: z.string(),
  type,
  /** Empty once its key was destroyed. */
  subject: z.string(),
  publishedOn: z.string().nullable(),
  untilOn: z.string().nullable(),
} as const;
const consultation = z
  .object({ fromOn: z.string(), untilOn: z.string(), asked: z.int(), opinions: z.int(), adopted: z.int() })
  .meta({ id: 'Consultation' })
  .nullable();
const objection = { objectionId: z.string(), text: z.string(), objectedOn: z.string(), answer: z.string().nullable() } as const;

export const listAffairs = defineQuery({
  ...reading,
  name: 'listAffairs',
  path: '/affairs',
  summary: 'Matters of an organization, the last one first (ORG-45).',
  input: z.strictObject({ ...paging, organizationId: organizationId.optional(), type: type.optional() }),
  output: pageOf(z.object({ ...affair, consultation, objections: z.int(), unanswered: z.int() }).meta({ id: 'AffairRow' })),
});

export const getAffair = defineQuery({
  ...reading,
  name: 'getAffair',
  path: '/affairs/{affairId}',
  summary: 'A matter with what was made known and what members objected (ORG-45).',
  input: z.strictObject({ affairId }),
  output: z
    .object({
      ...affair,
      consultation,
      text: z.string().nullable(),
      objections: z.array(z.object({ ...objection, personId: z.string() })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'AffairView' }),
});

export const ownAffairs = defineQuery({
  ...own,
  right: 'own.read',
  name: 'ownAffairs',
  path: '/own/affairs',
  summary: 'What the own branch and the organizations above it make known now or did so lately, and the own objection (ORG-45).',
  input: z.strictObject({}),
  output: z
    .object({
      items: z.array(z.object({ ...affair, text: z.string(), open: z.boolean(), objection: z.object(objection).nullable() })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'OwnAffairs' }),
});
