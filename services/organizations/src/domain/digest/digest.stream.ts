import { defineStream } from '@zhitong/eventing';
import { digestDecider } from './digest.decider.ts';

export const digestStream = defineStream({
  context: 'organizations',
  category: 'digest',
  decider: digestDecider,
  eventTypes: ['DigestSent', 'DigestRoundFinished'],
});

/** The stream of the daily round, beside those of persons. */
export const digestRound = 'city';
