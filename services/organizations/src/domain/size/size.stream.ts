import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { sizeDecider } from './size.decider.ts';

export const sizeStream = defineStream({ ...aggregates.organizations.size, decider: sizeDecider });
