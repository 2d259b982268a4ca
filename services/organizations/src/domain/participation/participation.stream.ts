import { defineStream } from '@zhitong/eventing';
import { jointActionDecider } from './joint-action.decider.ts';
import { participationDecider } from './participation.decider.ts';

export const jointActionStream = defineStream({
  context: 'organizations',
  category: 'jointaction',
  decider: jointActionDecider,
  eventTypes: ['JointActionRecorded'],
});

export const participationStream = defineStream({
  context: 'organizations',
  category: 'participation',
  decider: participationDecider,
  eventTypes: ['ParticipationCounted', 'ParticipationReversed'],
});

interface Which {
  readonly organizationId: string;
  readonly partnerId: string;
  readonly year: string;
}
export const participationId = ({ organizationId, partnerId, year }: Which): string => `${organizationId}.${partnerId}.${year}`;
