import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { termDecider } from './term.decider.ts';

export const termStream = defineStream({ ...aggregates.organizations.term, decider: termDecider });
