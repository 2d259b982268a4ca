import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { affairDecider } from './affair.decider.ts';

export const affairStream = defineStream({ ...aggregates.organizations.affair, decider: affairDecider });
