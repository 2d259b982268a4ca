import { defineStream } from '@zhitong/eventing';
import { factsDecider } from './facts.decider.ts';

export const factsStream = defineStream({
  context: 'organizations',
  category: 'facts',
  decider: factsDecider,
  eventTypes: ['OrganizationAttributesSet', 'StreetTeamReviewed', 'SeatAttributesSet', 'StaffingDeclared', 'StaffingShortfallFound'],
});
