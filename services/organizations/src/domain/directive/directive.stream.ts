import { defineStream } from '@zhitong/eventing';
import { directiveDecider } from './directive.decider.ts';

export const directiveStream = defineStream({
  context: 'organizations',
  category: 'directive',
  decider: directiveDecider,
  eventTypes: [
    'DirectiveDrafted',
    'DirectiveIssued',
    'DirectiveForwarded',
    'DirectiveAmended',
    'DirectiveReminded',
    'DirectiveMomentPassed',
    'DirectiveDutyMoved',
    'DirectiveRecalled',
    'DirectiveClosed',
    'DirectiveDiscarded',
  ],
});
