import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { themeDayDecider } from './theme-day.decider.ts';

export const themeDayStream = defineStream({ ...aggregates.organizations.themeday, decider: themeDayDecider });
