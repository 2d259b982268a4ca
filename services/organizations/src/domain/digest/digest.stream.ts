import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { digestDecider } from './digest.decider.ts';

export const digestStream = defineStream({ ...aggregates.organizations.digest, decider: digestDecider });

/** The stream of the daily round of a time of the day, beside those of persons. */
export const digestRound = (time: string): string => (time === '08:30' ? 'city' : `city.${time.replace(':', '')}`);
