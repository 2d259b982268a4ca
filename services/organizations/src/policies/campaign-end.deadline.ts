import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, from, intend, put, type DueRow, type Intent } from '@zhitong/eventing';
import { addDays, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { campaignBranchesOf } from '../application/campaign-branches.ts';
import type { CampaignEvent, OpenedCampaign } from '../domain/campaign/campaign.decider.ts';
import { campaignBranchId, campaignBranchStream } from '../domain/campaign/campaign.stream.ts';

type CampaignDue = DueRow & Pick<OpenedCampaign, 'campaignId' | 'organizationId' | 'fromOn' | 'untilOn'>;

/** One command for each branch that was there on the first day and on the last. */
async function* fire({ dueAt: scheduledAt, ...campaign }: CampaignDue, now: string, env: ServiceEnv): AsyncGenerator<Intent> {
  const { campaignId } = campaign;
  for (const organizationId of await campaignBranchesOf(env, campaign, campaign))
    yield intend(campaignBranchStream, campaignBranchId(campaignId, organizationId), {
      type: 'CloseCampaign',
      campaignId,
      organizationId,
      scheduledAt,
      at: now,
    });
}

/** ORG-44: at the end of its last day a campaign is missed by the branches that held no meeting of it. */
export const campaignEnd = defineDeadline<CampaignDue, ServiceEnv>({
  name: 'campaign-end',
  version: 1,
  sources: [
    from<CampaignEvent>(aggregates.organizations.campaign)<CampaignDue, ServiceEnv>({
      CampaignOpened: ({ data: { campaignId, organizationId, fromOn, untilOn } }) =>
        put(campaignId, { campaignId, organizationId, fromOn, untilOn, dueAt: startOfDay(addDays(untilOn, 1)) }),
    }),
  ],
  fire,
  expects: [],
});
