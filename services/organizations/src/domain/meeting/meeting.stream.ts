import { defineStream } from '@zhitong/eventing';
import { meetingDecider } from './meeting.decider.ts';

export const meetingStream = defineStream({
  context: 'organizations',
  category: 'meeting',
  decider: meetingDecider,
  eventTypes: [
    'MeetingPlanned',
    'MeetingNotified',
    'MeetingHeld',
    'MeetingCancelled',
    'MinutesRecorded',
    'MinutesConfirmed',
    'MinutesCorrected',
    'MotionPassed',
    'MotionFailed',
  ],
});
