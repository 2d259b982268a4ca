import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { flagsDecider } from './flags.decider.ts';

/** `members.flags-<personId>`, on the topic that only named readers may read. */
export const flagsStream = defineStream({ ...aggregates.members.flags, restricted: true, decider: flagsDecider });
