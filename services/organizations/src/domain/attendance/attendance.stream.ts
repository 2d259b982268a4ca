import { defineStream } from '@zhitong/eventing';
import { attendanceDecider } from './attendance.decider.ts';

export const attendanceStream = defineStream({
  context: 'organizations',
  category: 'attendance',
  decider: attendanceDecider,
  eventTypes: ['AttendanceRecorded', 'AttendanceCorrected', 'LateSignInReceived'],
});

/** One stream per meeting and person: hundreds sign in at once and nobody waits for anybody. */
export const attendanceId = (meetingId: string, personId: string): string => `${meetingId}.${personId}`;
