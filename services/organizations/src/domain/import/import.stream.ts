import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { importDecider } from './import.decider.ts';

export const importStream = defineStream({ ...aggregates.organizations.import, decider: importDecider });
