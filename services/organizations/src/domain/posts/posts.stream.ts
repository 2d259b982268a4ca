import { defineStream } from '@zhitong/eventing';
import { postsDecider } from './posts.decider.ts';

export const postsStream = defineStream({
  context: 'organizations',
  category: 'posts',
  decider: postsDecider,
  eventTypes: ['PostFilled', 'PostVacated', 'SecretaryRemoved', 'SecretaryVacancyLong'],
});
