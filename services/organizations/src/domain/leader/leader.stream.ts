import { defineStream } from '@zhitong/eventing';
import { leaderLifeDecider } from './leader-life.decider.ts';
import { leaderDecider } from './leader.decider.ts';

export const leaderStream = defineStream({
  context: 'organizations',
  category: 'leader',
  decider: leaderDecider,
  eventTypes: ['LeaderListed', 'LeaderDelisted'],
});

export const leaderLifeStream = defineStream({
  context: 'organizations',
  category: 'leaderlife',
  decider: leaderLifeDecider,
  eventTypes: ['LeaderOccasionNoted', 'LeaderLifeWarned', 'LeaderLifeMet', 'LeaderLifeMissed'],
});

export const leaderLifeId = (personId: string, year: string): string => `${personId}.${year}`;
