import { defineStream } from '@zhitong/eventing';
import { lectureDecider } from './lecture.decider.ts';

export const lectureStream = defineStream({ context: 'organizations', category: 'lecture', decider: lectureDecider, eventTypes: ['LectureGiven'] });

/** At one meeting somebody gives one lecture. */
export const lectureIdAt = (meetingId: string, personId: string): string => `${meetingId}.${personId}`;
