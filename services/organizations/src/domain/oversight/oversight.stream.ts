import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { oversightDecider } from './oversight.decider.ts';

export const oversightStream = defineStream({ ...aggregates.organizations.oversight, decider: oversightDecider, restricted: true });
