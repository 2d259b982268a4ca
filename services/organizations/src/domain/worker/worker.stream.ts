import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { workerDecider } from './worker.decider.ts';

export const workerStream = defineStream({ ...aggregates.organizations.worker, decider: workerDecider, restricted: true });
