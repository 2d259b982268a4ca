import { defineStream } from '@zhitong/eventing';
import { affairDecider } from './affair.decider.ts';

export const affairStream = defineStream({
  context: 'organizations',
  category: 'affair',
  decider: affairDecider,
  eventTypes: ['ConsultationRecorded', 'AffairsPublished', 'AffairsObjected', 'AffairsObjectionAnswered'],
});
