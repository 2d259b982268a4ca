import { z } from 'zod';
import { organizerGrades, organizerResults, workerClasses } from '../codes-organizations.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId, postId, date } = fields;
const command = { context: 'organizations', right: 'post.change', reach: 'within' } as const;
/** Grades are not for everybody who may read the organization. */
const query = { context: 'organizations', right: 'post.change', reach: 'within' } as const;
/** A holding of a post; why the organization above files it so late (0.3). */
const holding = { postId, organizationId, reason: fields.reason.optional() } as const;
const grade = z.int().min(1).max(1000);
const workerClass = z.enum(workerClasses.values);

export const placeWorker = defineCommand({
  ...command,
  name: 'placeWorker',
  path: '/posts/{postId}/worker',
  summary: 'Puts on record the political review and the first grade of a full-time worker of a community (ORG-29).',
  input: z.strictObject({ ...holding, reviewPassed: z.boolean(), reviewedOn: date, grade, fromOn: date }),
});

export const gradeWorker = defineCommand({
  ...command,
  name: 'gradeWorker',
  path: '/posts/{postId}/worker/grade',
  summary: 'Gives a worker of a community another grade from a day on; the class follows from it (ORG-29).',
  input: z.strictObject({ ...holding, grade, fromOn: date }),
});

export const sendOrganizer = defineCommand({
  ...command,
  name: 'sendOrganizer',
  path: '/posts/{postId}/organizer',
  summary: 'Says to which organization an organizer is sent, and in which grade (ORG-29).',
  input: z.strictObject({ ...holding, sentToId: organizationId, grade: z.enum(organizerGrades.values), sentOn: date }),
});

export const trainOrganizer = defineCommand({
  ...command,
  name: 'trainOrganizer',
  path: '/posts/{postId}/organizer/train',
  summary: 'An organizer was trained (ORG-29).',
  input: z.strictObject({ ...holding, trainedOn: date }),
});

export const reviewOrganizer = defineCommand({
  ...command,
  name: 'reviewOrganizer',
  path: '/posts/{postId}/organizer/review',
  summary: 'The result of the yearly review of an organizer; a later one corrects it (ORG-29).',
  input: z.strictObject({ ...holding, year: fields.year, result: z.enum(organizerResults.values) }),
});

const asked = { ...subtreeBy('place'), ...atMoment } as const;
const held = { postId: z.string(), organizationId: z.string(), organizationName: z.string(), personId: z.string(), fromOn: z.string() } as const;

export const workerReport = defineQuery({
  ...query,
  name: 'workerReport',
  path: '/organizations/{organizationId}/worker-report',
  summary: 'Full-time workers of communities on a day, by class, and those who have no grade yet (ORG-29).',
  input: z.strictObject(asked),
  output: z
    .object({ asOf: date, workers: z.int(), lead: z.int(), principal: z.int(), assistant: z.int(), ungraded: z.int(), lagSeconds: z.number() })
    .meta({ id: 'WorkerReport' }),
});

/** Lists behind the figures of the two reports. */
export const workerFigures = ['workers', ...workerClasses.values, 'ungraded'] as const;
export const organizerFigures = ['organizers', 'unsent', 'untrained', 'unreviewed'] as const;

export const workerReportRows = defineQuery({
  ...query,
  name: 'workerReportRows',
  path: '/organizations/{organizationId}/worker-report/workers',
  summary: 'The workers behind a figure of the report, by community (ORG-29).',
  input: z.strictObject({ ...asked, ...paging, figure: z.enum(workerFigures).default('workers') }),
  output: pageOf(
    z
      .object({
        ...held,
        /** Null before the worker was placed. */
        grade: z.int().nullable(),
        class: workerClass.nullable(),
        gradedOn: z.string().nullable(),
        reviewedOn: z.string().nullable(),
      })
      .meta({ id: 'WorkerRow' }),
  ),
});

export const organizerReport = defineQuery({
  ...query,
  name: 'organizerReport',
  path: '/organizations/{organizationId}/organizer-report',
  summary: 'Organizers on a day; who of them is sent nowhere, was not trained in its year, has no review of the year before (ORG-29).',
  input: z.strictObject(asked),
  output: z
    .object({ asOf: date, organizers: z.int(), unsent: z.int(), untrained: z.int(), unreviewed: z.int(), lagSeconds: z.number() })
    .meta({ id: 'OrganizerReport' }),
});

export const organizerReportRows = defineQuery({
  ...query,
  name: 'organizerReportRows',
  path: '/organizations/{organizationId}/organizer-report/organizers',
  summary: 'The organizers behind a figure of the report (ORG-29).',
  input: z.strictObject({ ...asked, ...paging, figure: z.enum(organizerFigures).default('organizers') }),
  output: pageOf(
    z
      .object({
        ...held,
        sentToId: z.string().nullable(),
        grade: z.enum(organizerGrades.values).nullable(),
        sentOn: z.string().nullable(),
        /** The last one. */
        trainedOn: z.string().nullable(),
        /** Of the last year that has one. */
        reviewedYear: z.string().nullable(),
        result: z.enum(organizerResults.values).nullable(),
      })
      .meta({ id: 'OrganizerRow' }),
  ),
});
