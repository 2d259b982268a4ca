import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { groupsDecider } from './groups.decider.ts';

export const groupsStream = defineStream({ ...aggregates.organizations.groups, decider: groupsDecider });
