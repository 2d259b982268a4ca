import type { DutyState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put } from '@zhitong/eventing';
import { campaignBranchId } from '../domain/campaign/campaign.stream.ts';
import type { CampaignBranchEvent } from '../domain/campaign/campaign-branch.decider.ts';

export interface CampaignBranchRow {
  readonly campaignId: string;
  readonly organizationId: string;
  readonly state: DutyState;
  readonly meetingIds: readonly string[];
  /** Day of the meeting that made it done. */
  readonly doneOn: string | null;
}

const keyOf = ({ data: { campaignId, organizationId } }: CampaignBranchEvent): string => campaignBranchId(campaignId, organizationId);
const blank = { state: 'open', meetingIds: [], doneOn: null } as const;

/** One row per campaign and branch that has told something of it. */
export const campaignBranches = defineProjection<CampaignBranchRow>({
  name: 'campaign-branches',
  version: 1,
  indexes: [],
  sources: [
    from<CampaignBranchEvent>(aggregates.organizations.campaignbranch)<CampaignBranchRow>({
      CampaignMeetingTagged: (event) => {
        const { campaignId, organizationId, meetingId } = event.data;
        return {
          key: keyOf(event),
          fold: (before) => {
            const row = before ?? { ...blank, campaignId, organizationId };
            return { ...row, meetingIds: [...row.meetingIds, meetingId] };
          },
        };
      },
      CampaignDone: (event) => amend(keyOf(event), (row) => ({ ...row, state: 'met', doneOn: event.data.heldOn })),
      CampaignMissed: (event) => {
        const { campaignId, organizationId } = event.data;
        return put(keyOf(event), { ...blank, campaignId, organizationId, state: 'missed' });
      },
    }),
  ],
  announce: ({ organizationId }) => [`meetings:${organizationId}`],
});
