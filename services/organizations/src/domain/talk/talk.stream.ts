import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { talkDecider } from './talk.decider.ts';

export const talkStream = defineStream({ ...aggregates.organizations.talk, decider: talkDecider });
