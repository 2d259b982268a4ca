import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { requestDecider } from './request.decider.ts';

export const requestStream = defineStream({ ...aggregates.organizations.request, decider: requestDecider });
