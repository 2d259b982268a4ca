import { z } from 'zod';
import { dutyStates } from '../codes-meetings.ts';
import { views } from '../codes.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId, personId } = fields;
/** The organization department of the city or a district. */
const keeping = { context: 'organizations', right: 'post.change', reach: 'within' } as const;

export const listLeader = defineCommand({
  ...keeping,
  name: 'listLeader',
  path: '/organizations/{organizationId}/leaders',
  summary: 'Puts a member on the list of leaders who owe double organization life (ORG-42).',
  input: z.strictObject({ organizationId, personId }),
});

export const delistLeader = defineCommand({
  ...keeping,
  name: 'delistLeader',
  path: '/organizations/{organizationId}/leaders/{personId}/delist',
  summary: 'Takes a member off the list of leaders (ORG-42).',
  input: z.strictObject({ organizationId, personId }),
});

export const leaderLives = defineQuery({
  ...keeping,
  name: 'leaderLives',
  path: '/organizations/{organizationId}/leaders',
  summary: 'Leaders on the lists of an organization and those below it, and what each did in the own branch in a year (ORG-42).',
  input: z.strictObject({
    ...paging,
    organizationId,
    view: z.enum(views.values).default('line'),
    /** This one where none is named. */
    year: fields.year.optional(),
  }),
  output: pageOf(
    z
      .object({
        personId: z.string(),
        organizationId: z.string(),
        listedOn: z.string(),
        /** Where at home today. */
        branchId: z.string().nullable(),
        year: z.string(),
        /** Times in the own branch, those with a lecture among them. */
        attended: z.int(),
        lectures: z.int(),
        state: z.enum(dutyStates.values),
        /** On 1 October something was missing. */
        warned: z.boolean(),
      })
      .meta({ id: 'LeaderLifeRow' }),
  ),
});

/** What one leader has done in the own branch this year, and what is owed of it. */
const ownYear = {
  year: z.string(),
  attended: z.int(),
  lectures: z.int(),
  attendNeeded: z.int(),
  lecturesNeeded: z.int(),
  met: z.boolean(),
  /** On 1 October something was missing. */
  warned: z.boolean(),
} as const;

export const myLeaderLife = defineQuery({
  context: 'organizations',
  right: 'own.read',
  reach: 'self',
  name: 'myLeaderLife',
  path: '/own/leader-life',
  summary: 'What a leader has done in the own branch this year; null for who is on no list (ORG-42).',
  input: z.strictObject({}),
  output: z.object({ life: z.object(ownYear).nullable(), lagSeconds: z.number() }).meta({ id: 'MyLeaderLife' }),
});

export const branchLeaders = defineQuery({
  context: 'organizations',
  right: 'meeting.read',
  reach: 'within',
  name: 'branchLeaders',
  path: '/branches/{organizationId}/leaders',
  summary: 'Leaders at home in a branch, and what each has done in it this year: whom its secretary still invites (ORG-42).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(z.object({ personId: z.string(), ...ownYear }).meta({ id: 'BranchLeader' })),
});

/** The year is that of the day. */
const reported = { ...subtreeBy('line'), ...atMoment } as const;

export const leaderReport = defineQuery({
  ...keeping,
  name: 'leaderReport',
  path: '/organizations/{organizationId}/leader-report',
  summary: 'Leaders on the lists of a subtree for six months of the year at least, and those who have done enough in the own branch, now or on a day (R-09).',
  input: z.strictObject(reported),
  output: z.object({ year: z.string(), asOf: fields.date, leaders: z.int(), met: z.int(), lagSeconds: z.number() }).meta({ id: 'LeaderReport' }),
});

export const leaderReportRows = defineQuery({
  ...keeping,
  name: 'leaderReportRows',
  path: '/organizations/{organizationId}/leader-report/leaders',
  summary: 'The leaders behind a figure of the leader report: exactly as many rows (R-09).',
  input: z.strictObject({ ...reported, ...paging, met: z.enum(['true', 'false']).optional() }),
  output: pageOf(
    z
      .object({
        personId: z.string(),
        /** Whose list it is. */
        organizationId: z.string(),
        listedOn: z.string(),
        attended: z.int(),
        lectures: z.int(),
        met: z.boolean(),
      })
      .meta({ id: 'LeaderReportRow' }),
  ),
});
