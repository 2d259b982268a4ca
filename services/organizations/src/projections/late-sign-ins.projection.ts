import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, drop, from, put } from '@zhitong/eventing';
import { attendanceId } from '../domain/attendance/attendance.stream.ts';
import type { AttendanceEvent } from '../domain/attendance/attendance.decider.ts';

export interface LateSignIn {
  readonly meetingId: string;
  readonly personId: string;
  readonly scannedAt: string;
}

const noted = ({ data: { meetingId, personId } }: { readonly data: { readonly meetingId: string; readonly personId: string } }) =>
  drop<LateSignIn>(attendanceId(meetingId, personId));

/** One row per late sign-in that waits for an officer (ORG-36). */
export const lateSignIns = defineProjection<LateSignIn>({
  name: 'late-sign-ins',
  version: 1,
  indexes: [['meetingId']],
  sources: [
    from<AttendanceEvent>(aggregates.organizations.attendance)<LateSignIn>({
      AttendanceRecorded: noted,
      AttendanceCorrected: noted,
      LateSignInReceived: ({ data: { meetingId, personId, scannedAt } }) => put(attendanceId(meetingId, personId), { meetingId, personId, scannedAt }),
    }),
  ],
  announce: ({ meetingId }) => [`meeting:${meetingId}`],
});
