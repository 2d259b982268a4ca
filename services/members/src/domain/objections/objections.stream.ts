import { defineStream } from '@zhitong/eventing';
import { objectionsDecider } from './objections.decider.ts';

/** `members.objections-<personId>`, on the topic that only named readers may read. */
export const objectionsStream = defineStream({
  context: 'members',
  category: 'objections',
  restricted: true,
  decider: objectionsDecider,
  eventTypes: ['ObjectionRaised', 'ObjectionAnswered', 'ContactCorrected'],
});
