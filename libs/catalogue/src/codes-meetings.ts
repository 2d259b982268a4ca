import { codeList, type CodeOf } from '@zhitong/kernel';

/** Kinds of meetings (requirements 1.4). */
export const meetingKinds = codeList(
  'memberMeeting',
  'committeeMeeting',
  'groupMeeting',
  'lecture',
  'themeDay',
  'organizationLife',
  'democraticLife',
  'talk',
  'jointMeeting',
  'facultyPartyMeeting',
  'partyGovernmentJoint',
  'partyCommittee',
  'special',
);
export type MeetingKind = CodeOf<typeof meetingKinds>;

export const meetingStates = codeList('planned', 'notified', 'held', 'minuted', 'confirmed', 'cancelled');
export type MeetingState = CodeOf<typeof meetingStates>;

/** How somebody takes part (ORG-36). */
export const attendanceMarks = codeList('present', 'remote', 'leave', 'absent', 'guest');
export type AttendanceMark = CodeOf<typeof attendanceMarks>;

/** By the code shown in the room, or by an officer. */
export const attendanceMeans = codeList('code', 'tick');
export type AttendanceMeans = CodeOf<typeof attendanceMeans>;

export const cancelReasons = codeList('tooFewPresent', 'noRoom', 'postponed', 'plannedInError', 'other');
export type CancelReason = CodeOf<typeof cancelReasons>;

/** Members of a committee meet, not all members. */
export const ofCommittee = (kinds: readonly MeetingKind[]): boolean =>
  kinds.some((kind) => kind === 'committeeMeeting' || kind === 'partyCommittee' || kind === 'democraticLife' || kind === 'partyGovernmentJoint');
