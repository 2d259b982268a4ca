import { defineStream } from '@zhitong/eventing';
import { sizeDecider } from './size.decider.ts';

export const sizeStream = defineStream({
  context: 'organizations',
  category: 'size',
  decider: sizeDecider,
  eventTypes: ['SizeBandCrossed', 'SizeExceptionGranted'],
});
