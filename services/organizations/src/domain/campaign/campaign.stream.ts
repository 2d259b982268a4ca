import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { campaignBranchDecider } from './campaign-branch.decider.ts';
import { campaignDecider } from './campaign.decider.ts';

export const campaignStream = defineStream({ ...aggregates.organizations.campaign, decider: campaignDecider });

export const campaignBranchStream = defineStream({ ...aggregates.organizations.campaignbranch, decider: campaignBranchDecider });

export const campaignBranchId = (campaignId: string, organizationId: string): string => `${campaignId}.${organizationId}`;
