import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { leaderLifeDecider } from './leader-life.decider.ts';
import { leaderDecider } from './leader.decider.ts';

export const leaderStream = defineStream({ ...aggregates.organizations.leader, decider: leaderDecider });

export const leaderLifeStream = defineStream({ ...aggregates.organizations.leaderlife, decider: leaderLifeDecider });

export const leaderLifeId = (personId: string, year: string): string => `${personId}.${year}`;
