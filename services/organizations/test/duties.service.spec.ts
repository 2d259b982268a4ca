import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as campaigns from '@zhitong/catalogue/operations/campaigns.ts';
import * as duties from '@zhitong/catalogue/operations/duties.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import { listMembers } from '@zhitong/catalogue/operations/members.ts';
import { fillPost } from '@zhitong/catalogue/operations/posts.ts';
import { changeSetting, listSettings } from '@zhitong/catalogue/operations/settings.ts';
import { eventually } from '@zhitong/testing';
import type { z } from 'zod';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

const [committeeId, branchId, otherId] = ['org_agency', 'org_agency.branch', 'org_agency.other'] as const;

describe('talks, lectures and what is owed of them in a year, on the running services', () => {
  let town: Town;
  let street: TestCaller;
  let secretary: TestCaller;
  let colleague: TestCaller;
  beforeAll(async () => {
    town = await startTown('2026-03-02T01:00:00.000Z');
    [street, secretary, colleague] = [town.as('street-440308001'), town.as('branch-440308001002'), town.as('branch-440308001005')];
    const below = { level: 'base', sector: 'agency', lineParentId: committeeId, placeParentId: street.organizationId };
    const organizations = [
      { organizationId: committeeId, name: '某局机关党委', kind: 'committee', ...below, lineParentId: street.organizationId },
      { organizationId: branchId, name: '某局第一党支部', kind: 'branch', ...below },
      { organizationId: otherId, name: '某局第二党支部', kind: 'branch', ...below },
    ];
    await town.asImporter('registerOrganizations', { organizations, effectiveOn: '2026-03-02' });
    await town.settle();
    await town.act(street, fillPost, { organizationId: committeeId, personId: secretary.personId, type: 'secretary', fromOn: '2026-03-02' });
    await town.act(street, fillPost, { organizationId: branchId, personId: colleague.personId, type: 'secretary', fromOn: '2026-03-02' });
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const talk = (fields: object = {}, who: TestCaller = street) =>
    town.act(who, duties.recordTalk, {
      ...{ organizationId: committeeId, kind: 'twoWay', personId: secretary.personId, otherId: colleague.personId, branchId, heldOn: '2026-03-02' },
      ...fields,
    });
  const lecture = (fields: object = {}) =>
    town.act(street, duties.recordLecture, { organizationId: branchId, personId: secretary.personId, givenOn: '2026-03-02', ...fields });
  const owed = async (fields: object = {}) => {
    const { items, total } = await town.ask(street, duties.listYearlyDuties, { organizationId: committeeId, ...fields });
    expect(total).toBe(items.length);
    return items.map(({ kind, branchId: branch, state }) => `${kind} ${branch ?? ''} ${state}`).sort();
  };

  it('ORG-41 ORG-43 while the year runs the list holds what is to be done, and what is done as soon as it is recorded', async () => {
    await eventually(async () => expect(await owed()).toEqual([`secretaryLecture  open`, `twoWayTalk ${branchId} open`, `twoWayTalk ${otherId} open`]));
    const [first] = (await town.ask(street, duties.listYearlyDuties, { organizationId: committeeId, kind: 'twoWayTalk' })).items;
    expect(first).toMatchObject({ secretaryId: secretary.personId, branchSecretaryId: colleague.personId, done: 0, needed: 1 });
    await talk();
    await lecture();
    await eventually(async () => expect(await owed()).toEqual([`secretaryLecture  met`, `twoWayTalk ${branchId} met`, `twoWayTalk ${otherId} open`]));
    expect(await owed({ state: 'open', kind: 'twoWayTalk' })).toEqual([`twoWayTalk ${otherId} open`]);
  });

  it('ORG-41 a talk keeps who and when, and both stood so on the day', async () => {
    const { items } = await town.ask(street, duties.listTalks, { organizationId: committeeId });
    expect(items).toMatchObject([{ kind: 'twoWay', participantIds: [secretary.personId, colleague.personId], branchId, heldOn: '2026-03-02' }]);
    expect(await refusal(talk({ personId: colleague.personId, otherId: secretary.personId, branchId: otherId }))).toBe('TALK_PAIR_WRONG');
    expect(await refusal(talk({ heldOn: '2026-03-01' }))).toBe('TALK_PAIR_WRONG');
    expect(await refusal(talk({ otherId: 'per_nobody' }))).toBe('NOT_FOUND');
    const { items: people } = await town.ask(secretary, listMembers, { branchId: secretary.organizationId, limit: 50 });
    const member = people.find(({ personId }) => personId !== secretary.personId)?.personId ?? '';
    const own = { organizationId: secretary.organizationId, branchId: undefined, personId: secretary.personId, otherId: member } as const;
    expect(await refusal(talk({ ...own, kind: 'secretaryCommittee' }, secretary))).toBe('TALK_PAIR_WRONG');
    await talk({ ...own, kind: 'committeeMember' }, secretary);
    expect(await refusal(talk(own, colleague))).toBe('NOT_FOUND');
  });

  it('ORG-43 only what its secretary gave is counted for a committee; a meeting named is a lecture of that day', async () => {
    await lecture({ personId: colleague.personId });
    const { id: meetingId } = await town.act(street, meetings.planMeeting, {
      organizationId: branchId,
      kinds: ['themeDay'],
      startsAt: '2026-03-02T00:30:00.000Z',
      title: '主题党日',
    });
    await town.act(street, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    expect(await refusal(lecture({ meetingId }))).toBe('STATE_NOT_ALLOWED');
    const { items } = await town.ask(street, duties.listLectures, { organizationId: branchId });
    expect(items.map(({ personId, secretaryOfIds }) => [personId, [...secretaryOfIds].sort()])).toEqual(
      expect.arrayContaining([
        [secretary.personId, expect.arrayContaining([committeeId])],
        [colleague.personId, expect.not.arrayContaining([committeeId])],
      ]),
    );
    const [row] = (await town.ask(street, duties.listYearlyDuties, { organizationId: committeeId, kind: 'secretaryLecture' })).items;
    expect(row).toMatchObject({ done: 1, needed: 1, secretaryId: secretary.personId });
  });

  it('ORG-41 ORG-43 a year that was not full is missed by nobody, a full one is; a late entry counts, and a new number holds from its year on', async () => {
    town.clock.to('2026-12-31T16:00:00.000Z');
    expect(await owed({ year: '2026' })).toEqual([`secretaryLecture  met`, `twoWayTalk ${branchId} met`]);
    expect(await owed()).toEqual([`secretaryLecture  open`, `twoWayTalk ${branchId} open`, `twoWayTalk ${otherId} open`]);
    const setting = { organizationId: town.as('city').organizationId, key: 'meeting.twoWayTalkPerYear', value: '2', effectiveOn: '2027-06-01', reason: '试点' };
    await town.act(town.as('city'), changeSetting, setting);
    town.clock.to('2027-12-31T15:59:59.999Z');
    expect(await owed({ year: '2027', state: 'missed' })).toEqual([]);
    town.clock.to('2027-12-31T16:00:00.000Z');
    expect(await owed({ year: '2027' })).toEqual([`secretaryLecture  missed`, `twoWayTalk ${branchId} missed`, `twoWayTalk ${otherId} missed`]);
    await talk({ heldOn: '2027-12-31' });
    await eventually(async () =>
      expect(await owed({ year: '2027' })).toEqual([`secretaryLecture  missed`, `twoWayTalk ${branchId} met`, `twoWayTalk ${otherId} missed`]),
    );
    await talk({ heldOn: '2028-01-01' });
    await eventually(async () => expect(await owed({ kind: 'twoWayTalk' })).toEqual([`twoWayTalk ${branchId} open`, `twoWayTalk ${otherId} open`]));
  });

  const held = async (who: TestCaller, organizationId: string, heldOn: string) => {
    const plan = { organizationId, kinds: ['themeDay' as const], startsAt: `${heldOn}T00:30:00.000Z`, title: '专题学习' };
    const { id: meetingId } = await town.act(who, meetings.planMeeting, plan);
    await town.act(who, meetings.holdMeeting, { meetingId, heldOn });
    return meetingId;
  };

  it('ORG-44 a campaign is done by a meeting tagged in its days, missed at their end, and done all the same by a late entry', async () => {
    const [community, twin] = [town.as('community-440308001002'), town.org('branch-440308001002-2')];
    const opening = { organizationId: community.organizationId, title: '主题教育' } as const;
    const open = (fields: Omit<z.input<typeof campaigns.openCampaign.input>, 'organizationId' | 'title'>) =>
      town.act(community, campaigns.openCampaign, { ...opening, ...fields });
    expect(await refusal(open({ kind: 'themeEducation' }))).toBe('CAMPAIGN_DAYS_REQUIRED');
    expect(
      await refusal(town.act(secretary, campaigns.openCampaign, { ...opening, organizationId: secretary.organizationId, kind: 'disciplineEducation' })),
    ).toBe('CAMPAIGN_BY_COMMITTEE');
    const { id: campaignId } = await open({ kind: 'themeEducation', fromOn: '2028-01-01', untilOn: '2028-01-10' });
    const progress = async (who: TestCaller = community, fields: object = {}) => {
      const { items, total, figures } = await town.ask(who, campaigns.campaignProgress, { campaignId, organizationId: who.organizationId, ...fields });
      expect(total).toBe(items.length);
      return { ...figures, states: Object.fromEntries(items.map((row) => [row.organizationId, row.state])) };
    };
    town.clock.to('2028-01-10T15:59:59.999Z');
    const tag = (who: TestCaller, meetingId: string) => town.act(who, campaigns.tagCampaignMeeting, { meetingId, campaignId });
    expect(await refusal(tag(secretary, await held(secretary, secretary.organizationId, '2027-12-31')))).toBe('CAMPAIGN_DAYS');
    expect(await refusal(tag(colleague, await held(colleague, colleague.organizationId, '2028-01-05')))).toBe('NOT_FOUND');
    await tag(secretary, await held(secretary, secretary.organizationId, '2028-01-10'));
    await eventually(async () =>
      expect(await progress()).toEqual({ branches: 2, done: 1, missed: 0, states: { [secretary.organizationId]: 'met', [twin]: 'open' } }),
    );
    town.clock.to('2028-01-10T16:00:00.000Z');
    await eventually(async () =>
      expect(await progress(community, { state: 'missed' })).toEqual({ branches: 2, done: 1, missed: 1, states: { [twin]: 'missed' } }),
    );
    await tag(community, await held(community, twin, '2028-01-09'));
    await eventually(async () => expect(await progress()).toMatchObject({ done: 2, missed: 0 }));
    expect((await town.recorded(`organizations.campaignbranch-${campaignId}.${twin}`)).map(({ type }) => type)).toEqual([
      'CampaignMissed',
      'CampaignMeetingTagged',
      'CampaignDone',
    ]);
    expect(await progress(secretary)).toMatchObject({ branches: 1, done: 1 });
    expect(await refusal(progress(colleague))).toBe('NOT_FOUND');
  });

  it('ORG-44 the month of discipline education is that of the year, whatever is decided later in it', async () => {
    const setting = { organizationId: town.as('city').organizationId, key: 'campaign.disciplineMonth', value: '8', effectiveOn: '2028-02-01', reason: '试点' };
    await town.act(town.as('city'), changeSetting, setting);
    town.clock.to('2028-03-01T01:00:00.000Z');
    await eventually(async () => {
      const { items } = await town.ask(town.as('city'), listSettings, { organizationId: town.as('city').organizationId, on: '2029-01-01', limit: 200 });
      expect(items.find(({ key }) => key === 'campaign.disciplineMonth')?.value).toBe('8');
    });
    const open = (year: string) =>
      town.act(street, campaigns.openCampaign, { organizationId: street.organizationId, kind: 'disciplineEducation', title: '纪律教育', year });
    await open('2028');
    await open('2029');
    const { items } = await town.ask(secretary, campaigns.listCampaigns, { organizationId: secretary.organizationId });
    expect(items.map(({ title, fromOn, untilOn }) => [title, fromOn, untilOn])).toEqual([
      ['纪律教育', '2029-08-01', '2029-08-31'],
      ['纪律教育', '2028-07-01', '2028-07-31'],
      ['主题教育', '2028-01-01', '2028-01-10'],
    ]);
  });
});
