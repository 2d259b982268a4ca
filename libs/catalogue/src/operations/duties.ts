import { z } from 'zod';
import { dutyStates, talkKinds, yearlyDutyKinds } from '../codes-meetings.ts';
import { views } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, personId, date } = fields;
const keeping = { context, right: 'meeting.keep', reach: 'within' } as const;
const reading = { context, right: 'meeting.read', reach: 'within' } as const;
/** Why the organization above files something so late (0.3). */
const reason = fields.reason.optional();

export const recordTalk = defineCommand({
  ...keeping,
  name: 'recordTalk',
  path: '/talks',
  summary: 'Two have talked: who, of what kind, on what day, and nothing else (ORG-41).',
  input: z.strictObject({
    organizationId,
    kind: z.enum(talkKinds.values),
    personId,
    otherId: personId,
    /** Whose secretary the other is; of a two-way talk. */
    branchId: organizationId.optional(),
    heldOn: date,
    reason,
  }),
});

export const recordLecture = defineCommand({
  ...keeping,
  name: 'recordLecture',
  path: '/lectures',
  summary: 'A secretary or another leader gave a lecture before an organization, at one of its meetings or apart from them (ORG-43).',
  input: z.strictObject({ organizationId, personId, givenOn: date, meetingId: fields.meetingId.optional(), reason }),
});

export const listTalks = defineQuery({
  ...reading,
  name: 'listTalks',
  path: '/talks',
  summary: 'Talks that an organization recorded, the last one first (ORG-41).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(
    z
      .object({
        talkId: z.string(),
        organizationId: z.string(),
        kind: z.enum(talkKinds.values),
        participantIds: z.array(z.string()),
        branchId: z.string().nullable(),
        heldOn: z.string(),
      })
      .meta({ id: 'TalkRow' }),
  ),
});

export const listLectures = defineQuery({
  ...reading,
  name: 'listLectures',
  path: '/lectures',
  summary: 'Lectures given before an organization, the last one first (ORG-43).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(
    z
      .object({
        lectureId: z.string(),
        organizationId: z.string(),
        personId: z.string(),
        givenOn: z.string(),
        meetingId: z.string().nullable(),
        secretaryOfIds: z.array(z.string()),
      })
      .meta({ id: 'LectureRow' }),
  ),
});

export const listYearlyDuties = defineQuery({
  ...reading,
  name: 'listYearlyDuties',
  path: '/yearly-duties',
  summary: 'What committees owe once a year: a lecture by the secretary, and of agencies a talk with the secretary of each branch (ORG-41, ORG-43).',
  input: z.strictObject({
    ...paging,
    organizationId,
    view: z.enum(views.values).default('line'),
    /** This one where none is named. */
    year: fields.year.optional(),
    kind: z.enum(yearlyDutyKinds.values).optional(),
    state: z.enum(dutyStates.values).optional(),
  }),
  output: pageOf(
    z
      .object({
        kind: z.enum(yearlyDutyKinds.values),
        organizationId: z.string(),
        secretaryId: z.string().nullable(),
        /** With whose secretary; of talks. */
        branchId: z.string().nullable(),
        branchSecretaryId: z.string().nullable(),
        done: z.int(),
        needed: z.int(),
        state: z.enum(dutyStates.values),
      })
      .meta({ id: 'YearlyDutyRow' }),
  ),
});
