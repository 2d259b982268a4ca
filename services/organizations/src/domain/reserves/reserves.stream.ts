import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { reservesDecider } from './reserves.decider.ts';

export const reservesStream = defineStream({ ...aggregates.organizations.reserves, decider: reservesDecider });
