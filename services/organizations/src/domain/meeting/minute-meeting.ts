import { beginsWithFirstItem, isAdmission, isCommitteeBody } from '@zhitong/catalogue';
import { addDays, endOfDay, ensure } from '@zhitong/kernel';
import { citedOnce } from './cited-topics.ts';
import type { ConfirmMinutes, CorrectMinutes, MinutesText, RecordMinutes, RecordMotion } from './meeting.commands.ts';
import { plannedMeeting, type Meeting, type MeetingEvent, type Planned } from './meeting-state.ts';
import { ensureVotes, passes } from './motion.ts';

/** ORG-39. */
function ensureFirstItem({ kinds }: Planned, { organizationKind, firstItem }: MinutesText): void {
  const required = beginsWithFirstItem(kinds) || organizationKind === 'leadingGroup';
  const complete = firstItem === undefined ? !required : !firstItem.done || firstItem.topicCode !== undefined;
  ensure(complete, 'FIRST_ITEM_MISSING', 'Say whether the first agenda item was dealt with, and on what topic.');
}

const textOf = ({ minutesRef, decisionsRef, firstItem, topics }: MinutesText) => ({
  ...{ minutesRef, decisionsRef, firstItem },
  topicsTaken: topics && { topicCodes: citedOnce(topics) },
});

/** ORG-40: with attendance, decisions and first item; written anew until it is confirmed. */
export function recordMinutes(meeting: Meeting, command: RecordMinutes): readonly MeetingEvent[] {
  const planned = plannedMeeting(meeting);
  const { status, meetingId, organizationId } = planned;
  ensure(status === 'held' || status === 'minuted', 'STATE_NOT_ALLOWED', 'Minutes are written once the meeting is held, until they are confirmed.', {
    state: status,
  });
  ensure(command.attended > 0, 'ATTENDANCE_MISSING', 'Note first who was present.');
  ensureFirstItem(planned, command);
  return [{ type: 'MinutesRecorded', data: { meetingId, organizationId, ...textOf(command), recordedById: command.byId } }];
}

/** ORG-40: later than the days that are set is marked. */
export function confirmMinutes(meeting: Meeting, { minutesDays, at, byId }: ConfirmMinutes): readonly MeetingEvent[] {
  const { status, meetingId, organizationId, kinds, heldOn } = plannedMeeting(meeting);
  if (status === 'confirmed') return [];
  ensure(status === 'minuted' && heldOn !== null, 'STATE_NOT_ALLOWED', 'There are no minutes to confirm.', { state: status });
  const warnings = at > endOfDay(addDays(heldOn, minutesDays)) ? ['MINUTES_LATE'] : [];
  return [{ type: 'MinutesConfirmed', data: { meetingId, organizationId, kindCodes: [...kinds], heldOn, confirmedById: byId, warnings } }];
}

export function correctMinutes(meeting: Meeting, command: CorrectMinutes): readonly MeetingEvent[] {
  const planned = plannedMeeting(meeting);
  const { status, meetingId, organizationId } = planned;
  ensure(status === 'confirmed', 'STATE_NOT_ALLOWED', 'Until the minutes are confirmed the organization writes them anew itself.', { state: status });
  ensureFirstItem(planned, command);
  const { reasonRef, byId } = command;
  return [{ type: 'MinutesCorrected', data: { meetingId, organizationId, ...textOf(command), reasonRef, correctedById: byId } }];
}

/** Types that a branch with a committee discusses there first. */
const isImportant = ({ motion }: RecordMotion): boolean => motion !== 'other';

function ensureMotion({ status, kinds }: Planned, { motion, organizationKind, personIds }: RecordMotion): void {
  ensure(status === 'held' || status === 'minuted', 'STATE_NOT_ALLOWED', 'A vote is recorded once the meeting is held, until its minutes are confirmed.', {
    state: status,
  });
  const votes = kinds.includes('memberMeeting') || isCommitteeBody(kinds);
  ensure(votes, 'MEETING_KIND_NOT_ALLOWED', 'A meeting of this kind decides nothing.', { kinds });
  const temporary = isAdmission(motion) && organizationKind === 'temporaryBranch';
  ensure(!temporary, 'TEMPORARY_BRANCH', 'A temporary branch admits nobody.');
  ensure(personIds.length === (isAdmission(motion) ? 1 : 0), 'ONE_BY_ONE', 'An admission is about one person, any other motion about nobody.', { personIds });
}

/** ORG-37. */
export function recordMotion(meeting: Meeting, command: RecordMotion): readonly MeetingEvent[] {
  const planned = plannedMeeting(meeting);
  const { meetingId, organizationId, kinds, heldOn } = planned;
  const { motionId, motion, personIds, subjectRef, votes, halfInclusive, committeeFirst, affairId, byId } = command;
  if (planned.motionIds.includes(motionId)) return [];
  ensureMotion(planned, command);
  ensure(command.consultation !== 'missing', 'CONSULTATION_MISSING', 'The members are consulted on such a matter first, by the day of the vote.', {
    type: motion,
  });
  ensureVotes(motion, votes, halfInclusive);
  const body = isCommitteeBody(kinds) ? 'committee' : 'members';
  const warnings = body === 'members' && committeeFirst === 'missing' && isImportant(command) ? ['COMMITTEE_FIRST'] : [];
  const about = { meetingId, organizationId, motionId, typeCode: motion, bodyCode: body, personId: personIds[0], subjectRef, heldOn: heldOn ?? '' };
  const data = { ...about, secret: isAdmission(motion), votes: { ...votes }, recordedById: byId, affairId, warnings };
  return [{ type: passes(votes) ? 'MotionPassed' : 'MotionFailed', data }];
}
