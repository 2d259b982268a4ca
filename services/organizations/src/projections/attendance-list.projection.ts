import { attendanceMarks, attendanceMeans, callsEverybody, type AttendanceMark, type AttendanceMeans } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, ignore, put, type Changes, type Recorded } from '@zhitong/eventing';
import { attendanceId } from '../domain/attendance/attendance.stream.ts';
import type { AttendanceEvent } from '../domain/attendance/attendance.decider.ts';
import { kindsOf } from '../domain/meeting/meeting-state.ts';

export interface AttendanceListRow {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly mark: AttendanceMark;
  readonly means: AttendanceMeans;
  readonly recordedAt: string;
  readonly corrected: boolean;
  /** Day of the meeting; empty before it is held. */
  readonly heldOn: string;
  /** Its day, where it was held and everybody of the branch was called to it. */
  readonly branchMetOn: string | null;
}

export const attendanceKey = (meetingId: string): string => `attendance/${meetingId}`;
export const attendedKey = (organizationId: string, year: string): string => `attended/${organizationId}/${year}`;

function noted(event: Recorded<AttendanceEvent, 'AttendanceRecorded' | 'AttendanceCorrected'>, means: AttendanceMeans): Changes<AttendanceListRow> {
  const { type, data, occurredAt: recordedAt } = event;
  const { meetingId, organizationId, personId, markCode, heldOn = null, kindCodes } = data;
  return put(attendanceId(meetingId, personId), {
    ...{ meetingId, organizationId, personId, means, recordedAt },
    mark: attendanceMarks.parse(markCode),
    corrected: type === 'AttendanceCorrected',
    heldOn: heldOn ?? '',
    branchMetOn: callsEverybody(kindsOf(kindCodes)) ? heldOn : null,
  });
}

export const tookPart = (mark: AttendanceMark): boolean => mark === 'present' || mark === 'remote';

/**
 * One row per person at a meeting; tally `attendance/<meeting>` counts them by mark, `attended/<organization>/<year>` by the day of the
 * meeting those who took part when the whole branch met.
 */
export const attendanceList = defineProjection<AttendanceListRow>({
  name: 'attendance-list',
  version: 3,
  indexes: [['meetingId'], ['personId', 'heldOn']],
  sources: [
    from<AttendanceEvent>(aggregates.organizations.attendance)<AttendanceListRow>({
      AttendanceRecorded: (event) => noted(event, attendanceMeans.parse(event.data.meansCode)),
      AttendanceCorrected: (event) => noted(event, 'tick'),
      LateSignInReceived: ignore,
    }),
  ],
  tallies: ({ meetingId, organizationId, mark, branchMetOn }) => [
    { key: attendanceKey(meetingId), amounts: { [mark]: 1 } },
    ...(branchMetOn === null || !tookPart(mark) ? [] : [{ key: attendedKey(organizationId, branchMetOn.slice(0, 4)), amounts: { [branchMetOn]: 1 } }]),
  ],
  announce: ({ meetingId }) => [`meeting:${meetingId}`],
});
