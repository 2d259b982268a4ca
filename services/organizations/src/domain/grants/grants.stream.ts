import { defineStream } from '@zhitong/eventing';
import { grantsDecider } from './grants.decider.ts';

export const grantsStream = defineStream({
  context: 'organizations',
  category: 'grants',
  decider: grantsDecider,
  eventTypes: ['GrantProposed', 'GrantConfirmed', 'GrantGiven', 'GrantRevoked', 'GrantEnded'],
});
