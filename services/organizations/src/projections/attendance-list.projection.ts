import { attendanceMarks, attendanceMeans, type AttendanceMark, type AttendanceMeans } from '@zhitong/catalogue';
import { defineProjection, from, put } from '@zhitong/eventing';
import { attendanceId } from '../domain/attendance/attendance.stream.ts';
import type { AttendanceEvent } from '../domain/attendance/attendance.decider.ts';

export interface AttendanceListRow {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly mark: AttendanceMark;
  readonly means: AttendanceMeans;
  readonly recordedAt: string;
  readonly corrected: boolean;
}

export const attendanceKey = (meetingId: string): string => `attendance/${meetingId}`;

/** One row per person at a meeting; tally `attendance/<meeting>` counts them by mark. */
export const attendanceList = defineProjection<AttendanceListRow>({
  name: 'attendance-list',
  version: 1,
  indexes: [['meetingId']],
  sources: [
    from<AttendanceEvent>(
      'organizations',
      'attendance',
    )<AttendanceListRow>({
      AttendanceRecorded: ({ data: { meetingId, organizationId, personId, markCode, meansCode }, occurredAt: recordedAt }) =>
        put(attendanceId(meetingId, personId), {
          meetingId,
          organizationId,
          personId,
          mark: attendanceMarks.parse(markCode),
          means: attendanceMeans.parse(meansCode),
          recordedAt,
          corrected: false,
        }),
      AttendanceCorrected: ({ data: { meetingId, organizationId, personId, markCode }, occurredAt: recordedAt }) =>
        put(attendanceId(meetingId, personId), {
          meetingId,
          organizationId,
          personId,
          mark: attendanceMarks.parse(markCode),
          means: 'tick',
          recordedAt,
          corrected: true,
        }),
    }),
  ],
  tallies: ({ meetingId, mark }) => [{ key: attendanceKey(meetingId), amounts: { [mark]: 1 } }],
  announce: ({ meetingId }) => [`meeting:${meetingId}`],
});
