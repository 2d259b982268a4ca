import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { objectionsDecider } from './objections.decider.ts';

/** `members.objections-<personId>`, on the topic that only named readers may read. */
export const objectionsStream = defineStream({ ...aggregates.members.objections, restricted: true, decider: objectionsDecider });
