import * as operations from '@zhitong/catalogue/operations/campaigns.ts';
import { isBranchKind, type DutyState } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { ensure, Rejected } from '@zhitong/kernel';
import { answer, listed, momentOf, useCase, type Kit } from '@zhitong/platform';
import type { z } from 'zod';
import { disciplineMonth, openedCampaign, type CampaignWindow, type OpenedCampaign } from '../domain/campaign/campaign.decider.ts';
import { campaignBranchId, campaignBranchStream, campaignStream } from '../domain/campaign/campaign.stream.ts';
import { campaignBranches } from '../projections/campaign-branches.projection.ts';
import { campaignList } from '../projections/campaign-list.projection.ts';
import { actorOf, today } from './actor.ts';
import { meetingNow } from './meeting-commands.ts';
import { idOf, nodeOf, pageInMemory } from './organization-rows.ts';
import { chunk, liveAmong, subtreeAsOf } from './tree-as-of.ts';

type Opening = z.output<typeof operations.openCampaign.input>;

/** The days named; of the discipline education month those of the setting, in the year named or in this one. */
function windowOf(kit: Kit, { organizationId, kind, fromOn, untilOn, year }: Opening): CampaignWindow {
  if (kind === 'disciplineEducation') {
    const of = year ?? today(kit).slice(0, 4);
    return disciplineMonth(of, kit.settings.number('campaign.disciplineMonth', `${of}-01-01`, organizationId));
  }
  if (fromOn === undefined || untilOn === undefined)
    throw new Rejected('CAMPAIGN_DAYS_REQUIRED', 'A campaign names its first and its last day.', { field: 'fromOn' });
  return { fromOn, untilOn };
}

const openCampaign = useCase(operations.openCampaign, async (asked, kit) => {
  const { organizationId, kind: campaignKind, title } = asked;
  await kit.allow({ organizationId });
  const { kind, state } = nodeOf(kit.treeNow, organizationId);
  const campaignId = kit.newId('cmp');
  return kit.handle(campaignStream, campaignId, {
    type: 'OpenCampaign',
    campaignId,
    organization: { id: organizationId, kind, state },
    kind: campaignKind,
    titleRef: await kit.content.seal({ organizationId }, 'title', title),
    ...windowOf(kit, asked),
    at: kit.call.now,
    byId: actorOf(kit).id,
  });
});

/** A campaign as the log has it, for an organization that it is about. @throws {Rejected} `NOT_FOUND` */
async function campaignFor(kit: Kit, campaignId: string, organizationId: string): Promise<OpenedCampaign> {
  const campaign = openedCampaign((await kit.peek(campaignStream, campaignId)).state);
  ensure(kit.treeNow.within(campaign.organizationId, organizationId, 'line'), 'NOT_FOUND', 'There is no such campaign.');
  return campaign;
}

const tagCampaignMeeting = useCase(operations.tagCampaignMeeting, async ({ meetingId, campaignId }, kit) => {
  const { organizationId, heldOn } = await meetingNow(kit, meetingId);
  await kit.allow({ organizationId });
  ensure(isBranchKind(nodeOf(kit.treeNow, organizationId).kind), 'MEETING_KIND_NOT_ALLOWED', 'Campaigns are held by branches.');
  const window = await campaignFor(kit, campaignId, organizationId);
  const command = { type: 'TagMeeting', campaignId, organizationId, meetingId, heldOn, window, byId: actorOf(kit).id } as const;
  return kit.handle(campaignBranchStream, campaignBranchId(campaignId, organizationId), command, { receiptId: meetingId });
});

const listCampaigns = answer(operations.listCampaigns, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', in: kit.treeNow.path(organizationId, 'line') }];
  const { items, ...rest } = await listed(kit.rows(campaignList), { where, orderBy: { field: 'fromOn', direction: 'desc' }, limit, cursor });
  const titles = await kit.content.openMany(items.map(({ titleRef }) => titleRef));
  return { items: items.map(({ $key: _key, titleRef, ...row }) => ({ ...row, title: titles.get(titleRef) ?? '' })), ...rest };
});

interface BranchState {
  readonly organizationId: string;
  readonly state: DutyState;
  readonly meetings: number;
  readonly doneOn: string | null;
}

/** How each branch below stands: on the last day of the campaign, today while it goes on. Once it is over, those that were not there all the time owe nothing. */
async function statesOf(kit: Kit, campaign: OpenedCampaign, organizationId: string): Promise<readonly BranchState[]> {
  const { campaignId, fromOn, untilOn } = campaign;
  const over = untilOn < today(kit);
  const moment = momentOf(kit, over ? { asOf: untilOn } : {});
  const ids = (await subtreeAsOf(kit, organizationId, 'line', moment)).filter(({ kind }) => isBranchKind(kind)).map(idOf);
  const since = over ? await liveAmong(kit, ids, { ...moment, asOf: fromOn }) : new Set(ids);
  const found: BranchState[] = [];
  for (const some of portions(ids.sort(), chunk)) {
    const rows = await kit.rows(campaignBranches).getMany(some.map((id) => campaignBranchId(campaignId, id)));
    for (const id of some) {
      const { state = 'open', meetingIds = [], doneOn = null } = rows.get(campaignBranchId(campaignId, id)) ?? {};
      if (state === 'met' || since.has(id)) found.push({ organizationId: id, state, meetings: meetingIds.length, doneOn });
    }
  }
  return found;
}

const campaignProgress = answer(operations.campaignProgress, async ({ campaignId, organizationId, state, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const campaign = await campaignFor(kit, campaignId, organizationId);
  const branches = await statesOf(kit, campaign, organizationId);
  const count = (of: DutyState) => branches.filter((row) => row.state === of).length;
  const { page, ...rest } = pageInMemory(
    branches.filter((row) => (state ?? row.state) === row.state),
    idOf,
    limit,
    cursor,
  );
  const figures = { branches: branches.length, done: count('met'), missed: count('missed') };
  return { items: page, ...rest, figures, lagSeconds: kit.rows(campaignBranches).lagSeconds() };
});

export const campaignUseCases = [openCampaign, tagCampaignMeeting, listCampaigns, campaignProgress];
