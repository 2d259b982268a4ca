import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { grantsDecider } from './grants.decider.ts';

export const grantsStream = defineStream({ ...aggregates.organizations.grants, decider: grantsDecider });
