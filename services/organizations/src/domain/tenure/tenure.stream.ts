import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { tenureDecider } from './tenure.decider.ts';

export const tenureStream = defineStream({ ...aggregates.organizations.tenure, decider: tenureDecider });
