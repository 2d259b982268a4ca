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
export const isCommitteeBody = (kinds: readonly MeetingKind[]): boolean =>
  kinds.some((kind) => kind === 'committeeMeeting' || kind === 'partyCommittee' || kind === 'democraticLife' || kind === 'partyGovernmentJoint');

/** All members of a branch are called: neither its committee alone nor one of its groups. */
export const callsEverybody = (kinds: readonly MeetingKind[]): boolean => !isCommitteeBody(kinds) && !kinds.includes('groupMeeting');

/** What is voted on (ORG-37); the first four admit somebody, or not. */
export const motionTypes = codeList('admit', 'approveFull', 'extend', 'cancelProvision', 'budget', 'project', 'plan', 'commendation', 'other');
export type MotionType = CodeOf<typeof motionTypes>;

const admissions: ReadonlySet<MotionType> = new Set<MotionType>(['admit', 'approveFull', 'extend', 'cancelProvision']);
/** Secret, with more than half of the entitled present, one person at a time. */
export const isAdmission = (type: MotionType): boolean => admissions.has(type);

/** Whose vote it is. */
export const motionBodies = codeList('members', 'committee');
export type MotionBody = CodeOf<typeof motionBodies>;

/** Begins with the first agenda item 第一议题 (ORG-39); so does every meeting of a leading group. */
export const beginsWithFirstItem = (kinds: readonly MeetingKind[]): boolean =>
  kinds.some((kind) => kind === 'partyCommittee' || kind === 'committeeMeeting' || kind === 'memberMeeting');

/** What the members are asked about and told of (ORG-45). */
export const affairTypes = codeList('budget', 'project', 'plan', 'commendation', 'other');
export type AffairType = CodeOf<typeof affairTypes>;
/** Who talks with whom (ORG-41); twoWay 双向约谈 is the secretary of an agency's committee with that of a branch. */
export const talkKinds = codeList('secretaryCommittee', 'committeeMember', 'memberMember', 'twoWay');
export type TalkKind = CodeOf<typeof talkKinds>;

/** What committees owe in a year beside meetings (ORG-41, ORG-43). */
export const yearlyDutyKinds = codeList('secretaryLecture', 'twoWayTalk');
export type YearlyDuty = CodeOf<typeof yearlyDutyKinds>;
export const dutyStates = codeList('met', 'open', 'missed');
export type DutyState = CodeOf<typeof dutyStates>;

/** What branches are called to hold within some days (ORG-44). */
export const campaignKinds = codeList('disciplineEducation', 'themeEducation', 'democraticLife');
export type CampaignKind = CodeOf<typeof campaignKinds>;

/** How organizations of a street or a community take part in what another one does (ORG-27). */
export const participationKinds = codeList('jointMeeting', 'jointAction');
export type ParticipationKind = CodeOf<typeof participationKinds>;

/** What organizations do together 共建 (ORG-27). */
export const jointActionKinds = codeList('volunteering', 'residentService', 'study', 'activity', 'sharedPremises', 'other');
export type JointActionKind = CodeOf<typeof jointActionKinds>;
