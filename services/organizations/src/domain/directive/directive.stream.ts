import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { directiveDecider } from './directive.decider.ts';

export const directiveStream = defineStream({ ...aggregates.organizations.directive, decider: directiveDecider });
