import { defineStream } from '@zhitong/eventing';
import { requestDecider } from './request.decider.ts';

export const requestStream = defineStream({
  context: 'organizations',
  category: 'request',
  decider: requestDecider,
  eventTypes: [
    'RequestSubmitted',
    'RequestRouted',
    'RoutingGapFound',
    'RequestAccepted',
    'RequestRerouted',
    'RequestHolderDecided',
    'RequestPaused',
    'RequestResumed',
    'RequestOverdue',
    'RequestEscalated',
    'RequestAnswered',
    'RequestConfirmed',
    'RequestReopened',
    'RequestAutoClosed',
    'RequestWithdrawn',
    'RequestPlanReached',
    'RequestPartyReplaced',
  ],
});
