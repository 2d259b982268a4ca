import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { meetingDecider } from './meeting.decider.ts';

export const meetingStream = defineStream({ ...aggregates.organizations.meeting, decider: meetingDecider });
