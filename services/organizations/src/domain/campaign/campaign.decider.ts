import { campaignKinds, isCommitteeKind, isWorking, type CampaignKind, type OrganizationKind, type OrganizationState } from '@zhitong/catalogue';
import type { CampaignEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/campaign_events.ts';
import { addDays, addMonths, ensure, Rejected, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';

export type CampaignEvent = EventOf<CampaignEvents>;

/** First and last day. */
export interface CampaignWindow {
  readonly fromOn: string;
  readonly untilOn: string;
}
export interface OpenCampaign extends CampaignWindow {
  readonly type: 'OpenCampaign';
  readonly campaignId: string;
  readonly organization: { readonly id: string; readonly kind: OrganizationKind; readonly state: OrganizationState };
  readonly kind: CampaignKind;
  readonly titleRef: string;
  readonly at: string;
  readonly byId: string;
}

export interface OpenedCampaign extends CampaignWindow {
  readonly campaignId: string;
  readonly organizationId: string;
  readonly kind: CampaignKind;
}
type Campaign = OpenedCampaign | null;

/** The discipline education month 纪律教育学习月 of a year. */
export function disciplineMonth(year: string, month: number): CampaignWindow {
  const fromOn = `${year}-${String(month).padStart(2, '0')}-01`;
  return { fromOn, untilOn: addDays(addMonths(fromOn, 1), -1) };
}

/** @throws {Rejected} `NOT_FOUND` */
export function openedCampaign(campaign: Campaign): OpenedCampaign {
  if (campaign === null) throw new Rejected('NOT_FOUND', 'There is no such campaign.');
  return campaign;
}

/** ORG-44: by a committee, for the branches below it. */
function decide(campaign: Campaign, command: OpenCampaign): readonly CampaignEvent[] {
  if (campaign !== null) return [];
  const { campaignId, organization, kind, titleRef, fromOn, untilOn, at, byId } = command;
  ensure(isWorking(organization.state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organization.state });
  ensure(isCommitteeKind(organization.kind), 'CAMPAIGN_BY_COMMITTEE', 'Campaigns are opened by committees.', { kind: organization.kind });
  ensure(fromOn <= untilOn, 'PERIOD_INVALID', 'It would end before it begins.', { fromOn, untilOn });
  ensure(untilOn >= shanghaiDate(at), 'DATE_PASSED', 'The days of the campaign are over.', { untilOn });
  return [{ type: 'CampaignOpened', data: { campaignId, organizationId: organization.id, kindCode: kind, titleRef, fromOn, untilOn, openedById: byId } }];
}

/** One campaign by branch (ORG-44). */
export const campaignDecider: Decider<Campaign, OpenCampaign, CampaignEvent> = {
  initial: null,
  decide,
  evolve: (_before, { data: { campaignId, organizationId, kindCode, fromOn, untilOn } }) => ({
    ...{ campaignId, organizationId, fromOn, untilOn },
    kind: campaignKinds.parse(kindCode),
  }),
};
