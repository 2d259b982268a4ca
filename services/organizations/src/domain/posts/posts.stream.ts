import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { postsDecider } from './posts.decider.ts';

export const postsStream = defineStream({ ...aggregates.organizations.posts, decider: postsDecider });
