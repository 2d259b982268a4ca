import { defineStream } from '@zhitong/eventing';
import { workerDecider } from './worker.decider.ts';

export const workerStream = defineStream({
  context: 'organizations',
  category: 'worker',
  decider: workerDecider,
  restricted: true,
  eventTypes: ['WorkerPlaced', 'WorkerGraded'],
});
