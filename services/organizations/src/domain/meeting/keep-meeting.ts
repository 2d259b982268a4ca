import { isBranchKind, isCommitteeKind, isWorking } from '@zhitong/catalogue';
import { addHours, ensure, ensureFiled, shanghaiDate } from '@zhitong/kernel';
import { isFixedDay } from '../themeday/theme-day.decider.ts';
import { citedOnce } from './cited-topics.ts';
import type { CancelMeeting, HoldMeeting, NotifyMeeting, PlanMeeting } from './meeting.commands.ts';
import { plannedMeeting, type Meeting, type MeetingEvent } from './meeting-state.ts';

/** Kinds that only some organizations have, and two that are not one meeting. */
function ensureKinds({ kinds, groupId, convener: { kind, hasCommittee, groupIds } }: PlanMeeting): void {
  const together = kinds.includes('memberMeeting') && kinds.includes('committeeMeeting');
  ensure(!together, 'KINDS_EXCLUSIVE', 'A member meeting and a committee meeting are not held as one.');
  const group = kinds.includes('groupMeeting');
  const has =
    (!kinds.includes('committeeMeeting') || hasCommittee) && (!kinds.includes('partyCommittee') || isCommitteeKind(kind)) && (!group || isBranchKind(kind));
  ensure(has, 'MEETING_KIND_NOT_ALLOWED', 'This organization has no meeting of this kind.', { kinds });
  ensure(group === (groupId !== undefined), 'GROUP_MISMATCH', 'A group meeting names its group, another meeting none.', { field: 'groupId' });
  ensure(groupId === undefined || groupIds.includes(groupId), 'NOT_FOUND', 'There is no such group in this branch.');
}

/** A theme day on another day is told of, never refused. */
const isOffFixedDay = ({ kinds, startsAt, convener: { themeDay } }: PlanMeeting): boolean =>
  kinds.includes('themeDay') && themeDay !== null && !isFixedDay(themeDay, shanghaiDate(startsAt));

/** ORG-35: ahead, or entered afterwards as far back as is filed. */
export function planMeeting(meeting: Meeting, command: PlanMeeting): readonly MeetingEvent[] {
  if (meeting.status !== 'absent') return [];
  const { meetingId, convener, groupId, startsAt, titleRef, agendaRef, filing, byId } = command;
  const { organizationId, state } = convener;
  ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state });
  const kindCodes = [...new Set(command.kinds)];
  ensureKinds(command);
  if (startsAt <= filing.at) ensureFiled(shanghaiDate(startsAt), filing);
  const topicCodes = citedOnce(command.topics);
  const warnings = isOffFixedDay(command) ? ['OFF_FIXED_DAY'] : [];
  const data = { meetingId, organizationId, kindCodes, groupId, startsAt, titleRef, agendaRef, topicCodes, warnings };
  return [{ type: 'MeetingPlanned', data: { ...data, plannedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** ORG-35: a notice that comes later than it should is given all the same. */
export function notifyMeeting(meeting: Meeting, { noticeHours, at, byId }: NotifyMeeting): readonly MeetingEvent[] {
  const { status, meetingId, organizationId, startsAt } = plannedMeeting(meeting);
  if (status === 'notified') return [];
  ensure(status === 'planned', 'STATE_NOT_ALLOWED', 'Only a meeting that is planned is announced.', { state: status });
  ensure(startsAt > at, 'DATE_PASSED', 'The meeting was to begin before now; enter it as held.', { startsAt });
  const warnings = addHours(at, noticeHours) > startsAt ? ['SHORT_NOTICE'] : [];
  return [{ type: 'MeetingNotified', data: { meetingId, organizationId, startsAt, notifiedById: byId, warnings } }];
}

/** ORG-35: what was not announced is held only when it is entered after its time. */
export function holdMeeting(meeting: Meeting, { organizationState, heldOn, filing, byId }: HoldMeeting): readonly MeetingEvent[] {
  const { status, meetingId, organizationId, kinds, groupId, startsAt } = plannedMeeting(meeting);
  if (status === 'held') return [];
  const ready = status === 'notified' || (status === 'planned' && startsAt <= filing.at);
  ensure(ready, 'STATE_NOT_ALLOWED', 'A meeting is announced before it is held.', { state: status });
  ensure(isWorking(organizationState), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organizationState });
  ensureFiled(heldOn, filing);
  const data = { meetingId, organizationId, kindCodes: [...kinds], groupId: groupId ?? undefined, heldOn, heldById: byId };
  return [{ type: 'MeetingHeld', data: { ...data, lateReasonRef: filing.reasonRef } }];
}

export function cancelMeeting(meeting: Meeting, { reason, byId }: CancelMeeting): readonly MeetingEvent[] {
  const { status, meetingId, organizationId } = plannedMeeting(meeting);
  if (status === 'cancelled') return [];
  ensure(status === 'planned' || status === 'notified', 'STATE_NOT_ALLOWED', 'What was held is not cancelled.', { state: status });
  return [{ type: 'MeetingCancelled', data: { meetingId, organizationId, reasonCode: reason, cancelledById: byId } }];
}
