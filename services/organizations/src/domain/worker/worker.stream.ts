import { defineStream } from '@zhitong/eventing';
import { workerDecider } from './worker.decider.ts';

export const workerStream = defineStream({
  context: 'organizations',
  category: 'worker',
  decider: workerDecider,
  eventTypes: ['WorkerPlaced', 'WorkerGraded'],
});
