import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { campaignBranchDecider, type CampaignBranchEvent, type CloseCampaign, type TagMeeting } from './campaign-branch.decider.ts';
import { campaignDecider, disciplineMonth, type CampaignEvent, type OpenCampaign } from './campaign.decider.ts';

const window = { fromOn: '2026-07-01', untilOn: '2026-07-31' };
const open = (fields: Partial<OpenCampaign> = {}): OpenCampaign => ({
  type: 'OpenCampaign',
  campaignId: 'cmp_1',
  organization: { id: 'org_1', kind: 'committee', state: 'active' },
  kind: 'disciplineEducation',
  titleRef: 'txt_1',
  ...window,
  at: '2026-06-01T01:00:00.000Z',
  byId: 'per_1',
  ...fields,
});
const opened: CampaignEvent = {
  type: 'CampaignOpened',
  data: { campaignId: 'cmp_1', organizationId: 'org_1', kindCode: 'disciplineEducation', titleRef: 'txt_1', ...window, openedById: 'per_1' },
};

describe('ORG-44 campaigns', () => {
  it('ORG-44 are opened once, by a committee, for days that are not over', () => {
    given(campaignDecider).when(open()).then(opened);
    given(campaignDecider, opened).when(open()).then();
    for (const kind of ['branch', 'generalBranch', 'leadingGroup'] as const)
      given(campaignDecider)
        .when(open({ organization: { id: 'org_1', kind, state: 'active' } }))
        .thenRejected('CAMPAIGN_BY_COMMITTEE');
    given(campaignDecider)
      .when(open({ organization: { id: 'org_1', kind: 'committee', state: 'merging' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(campaignDecider)
      .when(open({ untilOn: '2026-07-01' }))
      .thenTypes('CampaignOpened');
    given(campaignDecider)
      .when(open({ untilOn: '2026-06-30' }))
      .thenRejected('PERIOD_INVALID');
    given(campaignDecider)
      .when(open({ at: '2026-07-31T15:59:59.999Z' }))
      .thenTypes('CampaignOpened');
    given(campaignDecider)
      .when(open({ at: '2026-07-31T16:00:00.000Z' }))
      .thenRejected('DATE_PASSED');
  });
  it.each([
    ['2026', 7, '2026-07-01', '2026-07-31'],
    ['2024', 2, '2024-02-01', '2024-02-29'],
    ['2026', 12, '2026-12-01', '2026-12-31'],
  ])('ORG-44 the discipline education month of %s in month %i is %s to %s', (year, month, fromOn, untilOn) =>
    expect(disciplineMonth(year, month)).toEqual({ fromOn, untilOn }),
  );
});

const about = { campaignId: 'cmp_1', organizationId: 'org_b' };
const tag = (meetingId: string, fields: Partial<TagMeeting> = {}): TagMeeting => ({
  type: 'TagMeeting',
  ...about,
  meetingId,
  heldOn: '2026-07-31',
  window,
  byId: 'per_1',
  ...fields,
});
const scheduledAt = '2026-07-31T16:00:00.000Z';
const close = (fields: Partial<CloseCampaign> = {}): CloseCampaign => ({ type: 'CloseCampaign', ...about, scheduledAt, at: scheduledAt, ...fields });
const tagged = (meetingId: string): CampaignBranchEvent => ({
  type: 'CampaignMeetingTagged',
  data: { ...about, meetingId, heldOn: '2026-07-31', taggedById: 'per_1' },
});
const done: CampaignBranchEvent = { type: 'CampaignDone', data: { ...about, meetingId: 'mtg_1', heldOn: '2026-07-31' } };
const missed: CampaignBranchEvent = { type: 'CampaignMissed', data: { ...about, scheduledAt } };

describe('ORG-44 a branch in a campaign', () => {
  it('ORG-44 is done by one meeting held within its days, and by no other', () => {
    given(campaignBranchDecider).when(tag('mtg_1')).then(tagged('mtg_1'), done);
    given(campaignBranchDecider, tagged('mtg_1'), done).when(tag('mtg_1')).then();
    given(campaignBranchDecider, tagged('mtg_1'), done).when(tag('mtg_2')).then(tagged('mtg_2'));
    given(campaignBranchDecider)
      .when(tag('mtg_1', { heldOn: '2026-07-01' }))
      .thenTypes('CampaignMeetingTagged', 'CampaignDone');
    for (const heldOn of ['2026-06-30', '2026-08-01']) given(campaignBranchDecider).when(tag('mtg_1', { heldOn })).thenRejected('CAMPAIGN_DAYS');
    given(campaignBranchDecider)
      .when(tag('mtg_1', { heldOn: null }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-44 is missed when the campaign is over, not before and not twice; a late entry makes it done', () => {
    given(campaignBranchDecider).when(close()).then(missed);
    given(campaignBranchDecider)
      .when(close({ at: '2026-07-31T15:59:59.999Z' }))
      .then();
    given(campaignBranchDecider, tagged('mtg_1'), done).when(close()).then();
    given(campaignBranchDecider, missed).when(close()).then();
    given(campaignBranchDecider, missed).when(tag('mtg_1')).then(tagged('mtg_1'), done);
  });
});
