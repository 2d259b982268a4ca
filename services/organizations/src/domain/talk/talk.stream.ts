import { defineStream } from '@zhitong/eventing';
import { talkDecider } from './talk.decider.ts';

export const talkStream = defineStream({ context: 'organizations', category: 'talk', decider: talkDecider, eventTypes: ['TalkRecorded'] });
