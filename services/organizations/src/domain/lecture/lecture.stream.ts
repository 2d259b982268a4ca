import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { lectureDecider } from './lecture.decider.ts';

export const lectureStream = defineStream({ ...aggregates.organizations.lecture, decider: lectureDecider });

/** At one meeting somebody gives one lecture. */
export const lectureIdAt = (meetingId: string, personId: string): string => `${meetingId}.${personId}`;
