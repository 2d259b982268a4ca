import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { guideDecider } from './guide.decider.ts';

/** By the code of the quarter, `2026-Q2`: of two that issue at once, one is the first. */
export const guideStream = defineStream({ ...aggregates.organizations.guide, decider: guideDecider });
