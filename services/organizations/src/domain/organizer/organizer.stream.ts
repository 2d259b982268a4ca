import { defineStream } from '@zhitong/eventing';
import { organizerDecider } from './organizer.decider.ts';

export const organizerStream = defineStream({
  context: 'organizations',
  category: 'organizer',
  decider: organizerDecider,
  restricted: true,
  eventTypes: ['OrganizerSent', 'OrganizerTrained', 'OrganizerReviewed'],
});
