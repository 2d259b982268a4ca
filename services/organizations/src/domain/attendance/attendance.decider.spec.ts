import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { attendanceDecider, type AttendanceEvent, type CorrectAttendance, type RecordAttendance } from './attendance.decider.ts';

const about = { meetingId: 'mtg_1', organizationId: 'org_1', personId: 'per_1', heldOn: '2026-03-02' } as const;
const facts = { ...about, kindCodes: ['lecture'] };
const tick = (fields: Partial<RecordAttendance> = {}): RecordAttendance => ({
  type: 'RecordAttendance',
  ...about,
  kinds: ['lecture'],
  meetingState: 'held',
  belongs: true,
  mark: 'present',
  means: 'tick',
  codeTaken: false,
  byId: 'per_secretary',
  ...fields,
});
const sign = (fields: Partial<RecordAttendance> = {}) => tick({ means: 'code', codeTaken: true, byId: 'per_1', ...fields });
const ticked = (markCode: string): AttendanceEvent => ({
  type: 'AttendanceRecorded',
  data: { ...facts, markCode, meansCode: 'tick', recordedById: 'per_secretary' },
});
const leaveBefore: AttendanceEvent = {
  type: 'AttendanceRecorded',
  data: { ...facts, heldOn: undefined, markCode: 'leave', meansCode: 'tick', recordedById: 'per_secretary' },
};
const signed: AttendanceEvent = { type: 'AttendanceRecorded', data: { ...facts, markCode: 'present', meansCode: 'code', recordedById: 'per_1' } };
const late = (fields: Partial<RecordAttendance> = {}) => sign({ codeTaken: false, scannedAt: '2026-03-02T01:02:00.000Z', ...fields });
const receivedLate: AttendanceEvent = {
  type: 'LateSignInReceived',
  data: { meetingId: 'mtg_1', organizationId: 'org_1', personId: 'per_1', scannedAt: '2026-03-02T01:02:00.000Z' },
};
const correct = (fields: Partial<CorrectAttendance> = {}): CorrectAttendance => ({
  type: 'CorrectAttendance',
  ...about,
  kinds: ['lecture'],
  meetingState: 'confirmed',
  belongs: true,
  mark: 'absent',
  reasonRef: 'txt_1',
  byId: 'per_up',
  ...fields,
});

describe('ORG-36 attendance', () => {
  it('ORG-36 is signed by the code in the room; twice counts once', () => {
    given(attendanceDecider).when(sign()).then(signed);
    given(attendanceDecider, signed).when(sign()).then();
    given(attendanceDecider, signed)
      .when(sign({ codeTaken: false }))
      .then();
  });
  it('ORG-36 a code that is over is refused; who does not belong to the meeting learns of it only with a code that is taken', () => {
    given(attendanceDecider)
      .when(sign({ codeTaken: false }))
      .thenRejected('CODE_EXPIRED');
    given(attendanceDecider)
      .when(sign({ codeTaken: false, belongs: false }))
      .thenRejected('NOT_FOUND');
    given(attendanceDecider)
      .when(sign({ belongs: false }))
      .thenRejected('WRONG_BRANCH');
  });
  it('ORG-36 H2 what was read without a network is received late, once, and counts when an officer records attendance', () => {
    given(attendanceDecider).when(late()).then(receivedLate);
    given(attendanceDecider, receivedLate).when(late()).then();
    given(attendanceDecider, receivedLate).when(tick()).then(ticked('present'));
    given(attendanceDecider, receivedLate)
      .when(tick({ mark: 'absent' }))
      .then(ticked('absent'));
    given(attendanceDecider, receivedLate).when(sign()).then(signed);
    for (const before of [signed, ticked('absent')]) given(attendanceDecider, before).when(late()).then();
    given(attendanceDecider, leaveBefore).when(late()).then(receivedLate);
  });
  it('ORG-36 H2 a late sign-in is held to the rules of one in the room', () => {
    given(attendanceDecider)
      .when(late({ belongs: false }))
      .thenRejected('WRONG_BRANCH');
    for (const meetingState of ['notified', 'confirmed', 'cancelled'] as const)
      given(attendanceDecider).when(late({ meetingState })).thenRejected('STATE_NOT_ALLOWED');
    given(attendanceDecider)
      .when(late({ codeTaken: true }))
      .then(signed);
  });
  it('ORG-36 who was on leave and comes signs in; what an officer has noted otherwise stands', () => {
    given(attendanceDecider, ticked('leave')).when(sign()).then(signed);
    given(attendanceDecider, signed, ticked('absent')).when(sign()).then();
    given(attendanceDecider, ticked('remote')).when(sign()).then();
  });
  it('ORG-36 an officer ticks and changes until the minutes are confirmed; leave is noted beforehand', () => {
    for (const meetingState of ['held', 'minuted'] as const)
      given(attendanceDecider, signed)
        .when(tick({ mark: 'remote', meetingState }))
        .then(ticked('remote'));
    for (const meetingState of ['planned', 'notified'] as const) {
      given(attendanceDecider).when(tick({ meetingState })).thenRejected('STATE_NOT_ALLOWED');
      given(attendanceDecider)
        .when(tick({ meetingState, mark: 'leave', heldOn: null }))
        .then(leaveBefore);
    }
    for (const meetingState of ['confirmed', 'cancelled'] as const)
      given(attendanceDecider, signed)
        .when(tick({ mark: 'absent', meetingState }))
        .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-36 who does not belong to the meeting is a guest, and nobody else is', () => {
    given(attendanceDecider)
      .when(tick({ belongs: false, mark: 'guest' }))
      .then(ticked('guest'));
    given(attendanceDecider)
      .when(tick({ belongs: false }))
      .thenRejected('WRONG_BRANCH');
    given(attendanceDecider)
      .when(tick({ mark: 'guest' }))
      .thenRejected('WRONG_BRANCH');
  });
  it('ORG-36 once the minutes are confirmed it is corrected, naming what stood there', () => {
    const corrected: AttendanceEvent = {
      type: 'AttendanceCorrected',
      data: { ...facts, fromMarkCode: 'present', markCode: 'absent', reasonRef: 'txt_1', correctedById: 'per_up' },
    };
    given(attendanceDecider, signed).when(correct()).then(corrected);
    given(attendanceDecider, signed, corrected).when(correct()).then();
    given(attendanceDecider).when(correct()).thenTypes('AttendanceCorrected');
    given(attendanceDecider, signed)
      .when(correct({ meetingState: 'minuted' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
});
