import { campaignKinds, type CampaignKind } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, put } from '@zhitong/eventing';
import type { CampaignEvent } from '../domain/campaign/campaign.decider.ts';

export interface CampaignListRow {
  readonly campaignId: string;
  readonly organizationId: string;
  readonly kind: CampaignKind;
  readonly titleRef: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

/** One row per campaign. */
export const campaignList = defineProjection<CampaignListRow>({
  name: 'campaign-list',
  version: 1,
  indexes: [['organizationId', 'fromOn']],
  sources: [
    from<CampaignEvent>(aggregates.organizations.campaign)<CampaignListRow>({
      CampaignOpened: ({ data: { campaignId, organizationId, kindCode, titleRef, fromOn, untilOn } }) =>
        put(campaignId, { campaignId, organizationId, kind: campaignKinds.parse(kindCode), titleRef, fromOn, untilOn }),
    }),
  ],
});
