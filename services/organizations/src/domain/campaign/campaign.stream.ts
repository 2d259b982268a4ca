import { defineStream } from '@zhitong/eventing';
import { campaignBranchDecider } from './campaign-branch.decider.ts';
import { campaignDecider } from './campaign.decider.ts';

export const campaignStream = defineStream({ context: 'organizations', category: 'campaign', decider: campaignDecider, eventTypes: ['CampaignOpened'] });

export const campaignBranchStream = defineStream({
  context: 'organizations',
  category: 'campaignbranch',
  decider: campaignBranchDecider,
  eventTypes: ['CampaignMeetingTagged', 'CampaignDone', 'CampaignMissed'],
});

export const campaignBranchId = (campaignId: string, organizationId: string): string => `${campaignId}.${organizationId}`;
