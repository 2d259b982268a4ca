import { assertNever, type Decider } from '@zhitong/kernel';
import { cancelMeeting, holdMeeting, notifyMeeting, planMeeting } from './keep-meeting.ts';
import { confirmMinutes, correctMinutes, recordMinutes, recordMotion } from './minute-meeting.ts';
import type { MeetingCommand } from './meeting.commands.ts';
import { kindsOf, type Meeting, type MeetingEvent, type Planned } from './meeting-state.ts';

function decide(meeting: Meeting, command: MeetingCommand): readonly MeetingEvent[] {
  switch (command.type) {
    case 'PlanMeeting':
      return planMeeting(meeting, command);
    case 'NotifyMeeting':
      return notifyMeeting(meeting, command);
    case 'HoldMeeting':
      return holdMeeting(meeting, command);
    case 'CancelMeeting':
      return cancelMeeting(meeting, command);
    case 'RecordMinutes':
      return recordMinutes(meeting, command);
    case 'ConfirmMinutes':
      return confirmMinutes(meeting, command);
    case 'CorrectMinutes':
      return correctMinutes(meeting, command);
    case 'RecordMotion':
      return recordMotion(meeting, command);
    default:
      return assertNever(command);
  }
}

function evolve(meeting: Meeting, event: MeetingEvent): Meeting {
  if (event.type !== 'MeetingPlanned') return meeting.status === 'absent' ? meeting : changed(meeting, event);
  const { meetingId, organizationId, kindCodes, groupId = null, startsAt } = event.data;
  return { status: 'planned', meetingId, organizationId, kinds: kindsOf(kindCodes), groupId, startsAt, heldOn: null, motionIds: [] };
}

function changed(meeting: Planned, { type, data }: Exclude<MeetingEvent, { type: 'MeetingPlanned' }>): Planned {
  switch (type) {
    case 'MeetingNotified':
      return { ...meeting, status: 'notified' };
    case 'MeetingHeld':
      return { ...meeting, status: 'held', heldOn: data.heldOn };
    case 'MeetingCancelled':
      return { ...meeting, status: 'cancelled' };
    case 'MinutesRecorded':
      return { ...meeting, status: 'minuted' };
    case 'MinutesConfirmed':
      return { ...meeting, status: 'confirmed' };
    case 'MinutesCorrected':
      return meeting;
    case 'MotionPassed':
    case 'MotionFailed':
      return { ...meeting, motionIds: [...meeting.motionIds, data.motionId] };
    default:
      return assertNever(type);
  }
}

/** One meeting 三会一课 (requirements 1.4): `planned -> notified -> held -> minuted -> confirmed`; `planned|notified -> cancelled`. */
export const meetingDecider: Decider<Meeting, MeetingCommand, MeetingEvent> = { initial: { status: 'absent' }, decide, evolve };
