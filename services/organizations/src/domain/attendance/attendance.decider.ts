import { attendanceMarks, type AttendanceMark, type AttendanceMeans, type MeetingKind, type MeetingState } from '@zhitong/catalogue';
import type { AttendanceEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/attendance_events.ts';
import { assertNever, ensure, type Decider, type EventOf } from '@zhitong/kernel';

export type AttendanceEvent = EventOf<AttendanceEvents>;

/** The meeting as it stands, and whether the person belongs to it. */
interface About {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly meetingState: MeetingState;
  readonly kinds: readonly MeetingKind[];
  /** Null until it is held. */
  readonly heldOn: string | null;
  readonly personId: string;
  readonly belongs: boolean;
  readonly byId: string;
}
export interface RecordAttendance extends About {
  readonly type: 'RecordAttendance';
  readonly mark: AttendanceMark;
  readonly means: AttendanceMeans;
  /** Of a sign-in: the code is one of those taken now. */
  readonly codeTaken: boolean;
  /** Of a sign-in whose code is over: the instant at which it was read and taken, not too long ago. */
  readonly scannedAt?: string | undefined;
  readonly reasonRef?: string | undefined;
}
export interface CorrectAttendance extends About {
  readonly type: 'CorrectAttendance';
  readonly mark: AttendanceMark;
  readonly reasonRef: string;
}
export type AttendanceCommand = RecordAttendance | CorrectAttendance;

interface Attendance {
  readonly mark: AttendanceMark | null;
  /** Signed in late, and no officer has recorded attendance since. */
  readonly late: boolean;
}

/** Leave is asked for beforehand; who comes is seen once it has begun. */
const mayRecord = (state: MeetingState, mark: AttendanceMark): boolean =>
  state === 'held' || state === 'minuted' || (mark === 'leave' && (state === 'planned' || state === 'notified'));

/** Which meeting it is about, as its facts say. */
const about = ({ meetingId, organizationId, personId, kinds, heldOn }: About) => ({
  meetingId,
  organizationId,
  personId,
  kindCodes: [...kinds],
  heldOn: heldOn ?? undefined,
});

const ensureMark = ({ belongs }: About, mark: AttendanceMark): void =>
  ensure(belongs !== (mark === 'guest'), 'WRONG_BRANCH', 'Who does not belong to the meeting is a guest, and nobody else is.', { mark });

/** What somebody who is not in the room learns: nothing of a meeting of others. */
function ensureCode({ belongs, codeTaken, scannedAt }: RecordAttendance): void {
  if (scannedAt !== undefined) return;
  ensure(belongs || codeTaken, 'NOT_FOUND', 'There is no such meeting.');
  ensure(codeTaken, 'CODE_EXPIRED', 'This code is over: take the one shown in the room now, or ask an officer to tick you.');
}

/** It is known who read which code when; whether they were in the room an officer says. */
const receivedLate = ({ meetingId, organizationId, personId }: RecordAttendance, scannedAt: string): AttendanceEvent => ({
  type: 'LateSignInReceived',
  data: { meetingId, organizationId, personId, scannedAt },
});

function record({ mark: before, late }: Attendance, command: RecordAttendance): readonly AttendanceEvent[] {
  const { meetingState, mark, means, codeTaken, scannedAt, reasonRef, byId } = command;
  const noted = before !== null && before !== 'leave'; // by a code twice, or by an officer who stands by it
  if (before === mark || (means === 'code' && noted)) return [];
  if (means === 'code') ensureCode(command);
  ensure(mayRecord(meetingState, mark), 'STATE_NOT_ALLOWED', 'Attendance is taken from the beginning of a meeting until its minutes are confirmed.', {
    state: meetingState,
  });
  ensureMark(command, mark);
  if (means === 'code' && !codeTaken && scannedAt !== undefined) return late ? [] : [receivedLate(command, scannedAt)];
  const data = { ...about(command), markCode: mark, meansCode: means, recordedById: byId, reasonRef };
  return [{ type: 'AttendanceRecorded', data }];
}

function correct({ mark: before }: Attendance, command: CorrectAttendance): readonly AttendanceEvent[] {
  const { meetingState, mark, reasonRef, byId } = command;
  ensure(meetingState === 'confirmed', 'STATE_NOT_ALLOWED', 'Until the minutes are confirmed the organization puts it right itself.', { state: meetingState });
  if (before === mark) return [];
  ensureMark(command, mark);
  const data = { ...about(command), fromMarkCode: before ?? undefined, markCode: mark, reasonRef, correctedById: byId };
  return [{ type: 'AttendanceCorrected', data }];
}

/** One person at one meeting (ORG-36). */
export const attendanceDecider: Decider<Attendance, AttendanceCommand, AttendanceEvent> = {
  initial: { mark: null, late: false },
  decide(attendance, command) {
    switch (command.type) {
      case 'RecordAttendance':
        return record(attendance, command);
      case 'CorrectAttendance':
        return correct(attendance, command);
      default:
        return assertNever(command);
    }
  },
  evolve: (before, { type, data }) => (type === 'LateSignInReceived' ? { ...before, late: true } : { mark: attendanceMarks.parse(data.markCode), late: false }),
};
