import { defineStream } from '@zhitong/eventing';
import { flagsDecider } from './flags.decider.ts';

/** `members.flags-<personId>`, on the topic that only named readers may read. */
export const flagsStream = defineStream({
  context: 'members',
  category: 'flags',
  restricted: true,
  decider: flagsDecider,
  eventTypes: ['AuthorisedFlagSet', 'AuthorisedFlagCleared'],
});
