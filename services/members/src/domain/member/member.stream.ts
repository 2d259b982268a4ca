import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { memberDecider } from './member.decider.ts';

/** `members.member-<personId>`. */
export const memberStream = defineStream({ ...aggregates.members.member, decider: memberDecider });
