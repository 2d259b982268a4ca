import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { factsDecider } from './facts.decider.ts';

export const factsStream = defineStream({ ...aggregates.organizations.facts, decider: factsDecider });
