import { defineStream } from '@zhitong/eventing';
import { groupsDecider } from './groups.decider.ts';

export const groupsStream = defineStream({ context: 'organizations', category: 'groups', decider: groupsDecider, eventTypes: ['GroupSet'] });
