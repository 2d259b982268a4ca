import { isBranchKind } from '@zhitong/catalogue';
import { addDays } from '@zhitong/kernel';
import { checkDays } from '../calendar.ts';
import type { District } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';
import type { Meeting } from './meetings.ts';

/** The discipline education month, which the district opens ahead. */
export interface Campaign {
  readonly openedOn: string;
  readonly fromOn: string;
  readonly untilOn: string;
  /** Known once it is opened. */
  readonly idOf: () => string;
  readonly opening: Act;
}

export function planCampaign({ organizationId, officer }: District, year: number): Campaign {
  let campaignId = '';
  const body = { organizationId, kind: 'disciplineEducation', title: '纪律教育学习月', year: String(year) };
  const open = async () => void (campaignId = (await officer.command('/campaigns', body, `campaign/${year}`)).id);
  const openedOn = `${year}-06-20`;
  const window = { fromOn: `${year}-07-01`, untilOn: `${year}-07-31` };
  return { ...window, openedOn, idOf: () => campaignId, opening: { on: openedOn, what: 'a campaign is opened', run: open } };
}

/** Day on which a meeting is said to belong to the campaign. */
export const taggedOn = ({ recordedOn }: Meeting): string => addDays(recordedOn, 1);

function checkOn({ organizationId, officer: who, organizations }: District, { untilOn, idOf }: Campaign, meetings: readonly Meeting[], on: string): Check {
  const branches = organizations.filter(({ kind }) => isBranchKind(kind)).length;
  const done = new Set(meetings.filter((meeting) => meeting.tagged && taggedOn(meeting) <= on).map(({ branch }) => branch.organizationId)).size;
  return {
    on,
    who,
    get path() {
      return `/campaigns/${idOf()}/branches?organizationId=${organizationId}&limit=1`;
    },
    expected: { figures: { branches, done, missed: on > untilOn ? branches - done : 0 } },
  };
}

/** ORG-44. */
export const campaignsPart = (district: District, campaign: Campaign, meetings: readonly Meeting[], year: number): Part => ({
  acts: [campaign.opening],
  checks: checkDays(year).flatMap((on) => (on < campaign.openedOn ? [] : [checkOn(district, campaign, meetings, on)])),
});
