import { defineStream } from '@zhitong/eventing';
import { reservesDecider } from './reserves.decider.ts';

export const reservesStream = defineStream({
  context: 'organizations',
  category: 'reserves',
  decider: reservesDecider,
  eventTypes: ['ReserveCadreListed', 'ReserveCadreTrained', 'ReserveCadreAppointed', 'ReserveCadreWithdrawn', 'ReserveRatioBreached'],
});
