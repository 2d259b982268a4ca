import { z } from 'zod';
import { fields, subtreeBy } from '../fields.ts';
import { defineQuery, pageOf, paging } from '../operation.ts';

const reading = { context: 'organizations', right: 'meeting.read', reach: 'within' } as const;

/** From a day, the first of the year without one, until the end of another, today without it; the subtree is the one of that last day. */
const asked = { ...subtreeBy('line'), from: fields.date.optional(), asOf: fields.date.optional() } as const;

const counts = {
  /** Meetings to which everybody of a branch is called. */
  meetings: z.int(),
  /** Present or connected; who was on leave was not. */
  attended: z.int(),
  /** Members of the branch on the day of each meeting, suspended ones not among them. */
  members: z.int(),
} as const;

export const attendanceReport = defineQuery({
  ...reading,
  name: 'attendanceReport',
  path: '/organizations/{organizationId}/attendance-report',
  summary: 'How many of those who were called took part when the branches of a subtree met (R-08).',
  input: z.strictObject(asked),
  output: z
    .object({
      from: z.string(),
      asOf: z.string(),
      /** Branches that met. */
      branches: z.int(),
      ...counts,
      lagSeconds: z.number(),
    })
    .meta({ id: 'AttendanceReport' }),
});

export const attendanceReportRows = defineQuery({
  ...reading,
  name: 'attendanceReportRows',
  path: '/organizations/{organizationId}/attendance-report/branches',
  summary: 'The list behind the report of attendance: a row for each branch that met (R-08).',
  input: z.strictObject({ ...asked, ...paging }),
  output: pageOf(z.object({ organizationId: z.string(), ...counts }).meta({ id: 'AttendanceReportRow' })),
});
