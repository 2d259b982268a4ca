import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { organizerDecider } from './organizer.decider.ts';

export const organizerStream = defineStream({ ...aggregates.organizations.organizer, decider: organizerDecider, restricted: true });
