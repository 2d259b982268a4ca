import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { treeDecider } from './tree.decider.ts';

/** The only stream of its category; its version is the tree version. */
export const treeId = 'city';

export const treeStream = defineStream({ ...aggregates.organizations.tree, decider: treeDecider, keepInMemory: true });
