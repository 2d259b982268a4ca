import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { exportDecider } from './export.decider.ts';

export const exportStream = defineStream({ ...aggregates.organizations.export, decider: exportDecider });
