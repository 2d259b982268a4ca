import { z } from 'zod';
import { attendanceMarks, attendanceMeans, cancelReasons, meetingKinds, meetingStates, motionBodies, motionTypes } from '../codes-meetings.ts';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, groupId, meetingId, personId, date, instant } = fields;

/** Acts of the organization that meets, or of one above for it. */
const keeping = { context, right: 'meeting.keep', reach: 'within' } as const;
const reading = { context, right: 'meeting.read', reach: 'within' } as const;
const topicCodes = z.array(fields.code).max(20);
/** Why the organization above files something so late (0.3). */
const reason = fields.reason.optional();

export const planMeeting = defineCommand({
  ...keeping,
  name: 'planMeeting',
  path: '/meetings',
  summary: 'Plans a meeting, or enters one that has taken place (ORG-35).',
  input: z.strictObject({
    organizationId,
    kinds: z.array(z.enum(meetingKinds.values)).min(1).max(4),
    groupId: groupId.optional(),
    startsAt: instant,
    title: fields.text(80),
    agenda: fields.text(4000).optional(),
    /** Of the topic guides in force on its day (LINK-12). */
    topicCodes: topicCodes.default([]),
    reason,
  }),
});

export const fixThemeDay = defineCommand({
  ...keeping,
  name: 'fixThemeDay',
  path: '/organizations/{organizationId}/theme-day',
  summary: "Fixes the day of the month of a branch's theme days, from a date on; in a shorter month its last day (ORG-35).",
  input: z.strictObject({ organizationId, dayOfMonth: z.int().min(1).max(31), fromOn: date }),
});

export const themeDay = defineQuery({
  ...reading,
  name: 'themeDay',
  path: '/organizations/{organizationId}/theme-day',
  summary: "The fixed day of a branch's theme days, and those to come, by date (ORG-35).",
  input: z.strictObject({ organizationId }),
  output: z.object({ days: z.array(z.object({ dayOfMonth: z.int(), fromOn: z.string() })) }).meta({ id: 'ThemeDay' }),
});

export const notifyMeeting = defineCommand({
  ...keeping,
  name: 'notifyMeeting',
  path: '/meetings/{meetingId}/notify',
  summary: 'Tells those who belong to it; a day before at the latest (ORG-35).',
  input: z.strictObject({ meetingId }),
});

export const holdMeeting = defineCommand({
  ...keeping,
  name: 'holdMeeting',
  path: '/meetings/{meetingId}/hold',
  summary: 'The meeting begins, or took place on a day that lies back (ORG-35).',
  input: z.strictObject({ meetingId, heldOn: date, reason }),
});

export const cancelMeeting = defineCommand({
  ...keeping,
  name: 'cancelMeeting',
  path: '/meetings/{meetingId}/cancel',
  summary: 'The meeting does not take place (ORG-35).',
  input: z.strictObject({ meetingId, reasonCode: z.enum(cancelReasons.values) }),
});

export const recordAttendance = defineCommand({
  ...keeping,
  name: 'recordAttendance',
  path: '/meetings/{meetingId}/attendance',
  summary: 'An officer notes how somebody takes part, until the minutes are confirmed (ORG-36).',
  input: z.strictObject({ meetingId, personId, mark: z.enum(attendanceMarks.values), reason: fields.reason.optional() }),
});

export const correctAttendance = defineCommand({
  ...keeping,
  reach: 'above',
  name: 'correctAttendance',
  path: '/meetings/{meetingId}/attendance/correct',
  summary: 'The organization above puts an attendance right after the minutes are confirmed (ORG-36).',
  input: z.strictObject({ meetingId, personId, mark: z.enum(attendanceMarks.values), reason: fields.reason }),
});

export const signInToMeeting = defineCommand({
  context,
  name: 'signInToMeeting',
  path: '/own/meetings/{meetingId}/sign-in',
  summary: 'Signs in by the code shown in the room, or shown when it was read without a network; twice counts once (ORG-36).',
  right: 'own.act',
  reach: 'self',
  input: z.strictObject({
    meetingId,
    signInCode: z.string().regex(/^\d{6}$/, says('signInCode')),
    /** So long ago the code was read: one that is over counts, within {meeting.offlineMinutes}, once an officer records attendance. */
    scannedSecondsAgo: z.int().min(0).max(3_600).optional(),
  }),
});

const text = {
  text: fields.text(20_000),
  decisions: fields.text(4000),
  firstItem: z.strictObject({ done: z.boolean(), topicCode: fields.code.optional() }).optional(),
  /** Of the guide that it took up; absent: those that were planned (LINK-12). */
  topicCodes: topicCodes.optional(),
} as const;

export const recordMinutes = defineCommand({
  ...keeping,
  name: 'recordMinutes',
  path: '/meetings/{meetingId}/minutes',
  summary: 'Records what was said and decided, with the first agenda item where the kind begins with it (ORG-39, ORG-40).',
  input: z.strictObject({ meetingId, ...text }),
});

export const confirmMinutes = defineCommand({
  ...keeping,
  name: 'confirmMinutes',
  path: '/meetings/{meetingId}/minutes/confirm',
  summary: 'Attendance, motions and minutes stand; within seven days of the meeting (ORG-40).',
  input: z.strictObject({ meetingId }),
});

export const correctMinutes = defineCommand({
  ...keeping,
  reach: 'above',
  name: 'correctMinutes',
  path: '/meetings/{meetingId}/minutes/correct',
  summary: 'The organization above puts confirmed minutes right; what stood before is kept (ORG-40).',
  input: z.strictObject({ meetingId, ...text, reason: fields.reason }),
});

const votes = z.int().min(0).max(100_000);

export const recordMotion = defineCommand({
  ...keeping,
  name: 'recordMotion',
  path: '/meetings/{meetingId}/motions',
  summary: 'Records the totals of a vote; passed is what more than half of the entitled agreed to (ORG-37).',
  input: z.strictObject({
    meetingId,
    type: z.enum(motionTypes.values),
    /** Whom an admission is about: one person. */
    personIds: z.array(personId).max(20).default([]),
    subject: fields.text(200).optional(),
    /** That the members were consulted on before (ORG-45). */
    affairId: fields.affairId.optional(),
    present: votes,
    written: votes.default(0),
    yes: votes,
    no: votes,
    abstain: votes,
  }),
});

const marks = z.object({ present: z.int(), remote: z.int(), leave: z.int(), absent: z.int(), guest: z.int() }).meta({ id: 'AttendanceCounts' });

const meeting = {
  meetingId: z.string(),
  organizationId: z.string(),
  kinds: z.array(z.enum(meetingKinds.values)),
  groupId: z.string().nullable(),
  state: z.enum(meetingStates.values),
  startsAt: z.string(),
  /** Empty once its key was destroyed. */
  title: z.string(),
  heldOn: z.string().nullable(),
  warnings: z.array(z.string()),
} as const;

export const meetingRow = z.object({ ...meeting, attendance: marks }).meta({ id: 'MeetingRow' });
export type MeetingRow = z.infer<typeof meetingRow>;

export const meetingView = z
  .object({
    ...meeting,
    attendance: marks,
    agenda: z.string().nullable(),
    /** That it is to take up, or took up. */
    topicCodes: z.array(z.string()),
    cancelReason: z.enum(cancelReasons.values).nullable(),
    /** As they were recorded, then each correction; the last one stands. */
    minutes: z.array(
      z.object({
        text: z.string(),
        decisions: z.string(),
        firstItem: z.object({ done: z.boolean(), topicCode: z.string().nullable() }).nullable(),
        reason: z.string().nullable(),
        byId: z.string(),
        at: z.string(),
      }),
    ),
    motions: z.array(
      z.object({
        motionId: z.string(),
        type: z.enum(motionTypes.values),
        body: z.enum(motionBodies.values),
        personId: z.string().nullable(),
        subject: z.string().nullable(),
        secret: z.boolean(),
        passed: z.boolean(),
        votes: z.object({ entitled: z.int(), present: z.int(), written: z.int(), yes: z.int(), no: z.int(), abstain: z.int() }),
        warnings: z.array(z.string()),
      }),
    ),
    /** Who belongs to it on its day, and how many of them may vote. */
    expected: z.int(),
    entitled: z.int(),
    /** Signing in by code goes on. */
    open: z.boolean(),
    version: z.int(),
    lagSeconds: z.number(),
  })
  .meta({ id: 'MeetingView' });

export const listMeetings = defineQuery({
  ...reading,
  name: 'listMeetings',
  path: '/meetings',
  summary: 'Meetings of an organization, the last one first (ORG-35).',
  input: z.strictObject({
    ...paging,
    organizationId: organizationId.optional(),
    state: z.enum(meetingStates.values).optional(),
    from: date.optional(),
    until: date.optional(),
  }),
  output: pageOf(meetingRow),
});

export const getMeeting = defineQuery({
  ...reading,
  name: 'getMeeting',
  path: '/meetings/{meetingId}',
  summary: 'A meeting with who belongs to it, and how many have come.',
  input: z.strictObject({ meetingId }),
  output: meetingView,
});

export const listAttendance = defineQuery({
  ...reading,
  name: 'listAttendance',
  path: '/meetings/{meetingId}/attendance',
  summary: 'Who belongs to a meeting and how each takes part; guests as well (ORG-36).',
  input: z.strictObject({ ...paging, meetingId, mark: z.enum(attendanceMarks.values).optional() }),
  output: pageOf(
    z
      .object({
        personId: z.string(),
        /** Belongs to it; others are guests. */
        expected: z.boolean(),
        entitled: z.boolean(),
        mark: z.enum(attendanceMarks.values).nullable(),
        means: z.enum(attendanceMeans.values).nullable(),
        recordedAt: z.string().nullable(),
        corrected: z.boolean(),
        /** Signed in without a network then, and waits for an officer. */
        lateScannedAt: z.string().nullable(),
      })
      .meta({ id: 'AttendanceRow' }),
  ),
});

export const meetingCode = defineQuery({
  context,
  right: 'meeting.keep',
  reach: 'within',
  name: 'meetingCode',
  path: '/meetings/{meetingId}/code',
  summary: 'The code shown in the room now, and until when it is shown and taken (ORG-36).',
  input: z.strictObject({ meetingId }),
  output: z.object({ signInCode: z.string(), shownUntil: z.string(), takenUntil: z.string() }).meta({ id: 'MeetingCode' }),
});

export const ownMeetings = defineQuery({
  context,
  right: 'own.read',
  reach: 'self',
  name: 'ownMeetings',
  path: '/own/meetings',
  summary: 'Meetings of the own branch that are announced or took place lately, and the own part in them.',
  input: z.strictObject({}),
  output: z
    .object({
      items: z.array(z.object({ ...meeting, mark: z.enum(attendanceMarks.values).nullable(), lateScannedAt: z.string().nullable() })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'OwnMeetings' }),
});
