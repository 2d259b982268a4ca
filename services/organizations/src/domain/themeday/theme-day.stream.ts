import { defineStream } from '@zhitong/eventing';
import { themeDayDecider } from './theme-day.decider.ts';

export const themeDayStream = defineStream({ context: 'organizations', category: 'themeday', decider: themeDayDecider, eventTypes: ['ThemeDayFixed'] });
