import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { jointActionDecider } from './joint-action.decider.ts';
import { participationDecider } from './participation.decider.ts';

export const jointActionStream = defineStream({ ...aggregates.organizations.jointaction, decider: jointActionDecider });

export const participationStream = defineStream({ ...aggregates.organizations.participation, decider: participationDecider });

interface Which {
  readonly organizationId: string;
  readonly partnerId: string;
  readonly year: string;
}
export const participationId = ({ organizationId, partnerId, year }: Which): string => `${organizationId}.${partnerId}.${year}`;
