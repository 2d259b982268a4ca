import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordLecture } from '@zhitong/catalogue/operations/duties.ts';
import { todo } from '@zhitong/catalogue/operations/inbox.ts';
import * as leaders from '@zhitong/catalogue/operations/leaders.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import { listMembers } from '@zhitong/catalogue/operations/members.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { heldBack } from '../../all/held-back.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('leaders in their own branch, on the running services', () => {
  let town: Town;
  const lists = heldBack();
  let district: TestCaller;
  let secretary: TestCaller;
  let community: TestCaller;
  let branch: string;
  let people: readonly string[];
  beforeAll(async () => {
    town = await startTown('2026-03-02T01:00:00.000Z', { adapters: lists.adapters });
    [district, secretary, community] = [town.as('district-440308'), town.as('branch-440308001002'), town.as('community-440308001002')];
    branch = secretary.organizationId;
    const { items } = await town.ask(secretary, listMembers, { branchId: branch, limit: 50 });
    people = items.map(({ personId }) => personId).filter((personId) => personId !== secretary.personId);
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const [first, second, moving] = [() => people[0] ?? '', () => people[1] ?? '', () => people[2] ?? ''];
  const enter = (personId: string, who: TestCaller = district) => town.act(who, leaders.listLeader, { organizationId: who.organizationId, personId });
  const held = async (heldOn: string, present: readonly string[], organizationId = branch) => {
    const plan = { organizationId, kinds: ['themeDay' as const, 'lecture' as const], startsAt: `${heldOn}T00:30:00.000Z`, title: '组织生活' };
    const { id: meetingId } = await town.act(community, meetings.planMeeting, plan);
    await town.act(community, meetings.holdMeeting, { meetingId, heldOn });
    for (const personId of present) await mark(meetingId, personId, 'present');
    return meetingId;
  };
  const mark = (meetingId: string, personId: string, as: 'present' | 'absent') =>
    town.act(community, meetings.recordAttendance, { meetingId, personId, mark: as });
  const lecture = (personId: string, givenOn: string, fields: object = {}) =>
    town.act(community, recordLecture, { organizationId: branch, personId, givenOn, ...fields });
  /** What the workbench says of leaders. */
  const owed = async (who: TestCaller) =>
    (await town.ask(who, todo, { organizationId: who.organizationId })).entries.filter(({ subject }) => subject === 'leader');
  const lives = async (fields: object = {}) => {
    const { items } = await town.ask(district, leaders.leaderLives, { organizationId: district.organizationId, limit: 50, ...fields });
    return (personId: string) => {
      const row = items.find((one) => one.personId === personId);
      return row === undefined ? 'not listed' : `${row.attended} ${row.lectures} ${row.state}${row.warned ? ' warned' : ''}`;
    };
  };

  it('ORG-42 the list is kept by a district over its own members; what was done in the year before counts', async () => {
    await held('2026-03-02', [first(), second()]);
    await enter(first());
    await enter(second());
    expect(await refusal(enter(first(), community))).toBe('LEADERS_BY_DISTRICT');
    expect(await refusal(enter(first(), town.as('district-440303')))).toBe('NOT_FOUND');
    expect(await refusal(enter(first(), town.as('city')))).toBe('LEADER_LISTED');
    await eventually(async () => {
      const life = await lives();
      expect([life(first()), life(second()), life(moving())]).toEqual(['1 0 open', '1 0 open', 'not listed']);
    });
  });

  it('ORG-42 a lecture is an attendance as well, once at one meeting; elsewhere and after a correction it does not count', async () => {
    const meetingId = await held('2026-03-02', [first(), second()]);
    await lecture(first(), '2026-03-02', { meetingId });
    await lecture(second(), '2026-03-02', { organizationId: town.org('branch-440308001002-2') });
    await eventually(async () => {
      const life = await lives();
      expect([life(first()), life(second())]).toEqual(['2 1 open', '2 0 open']);
    });
    const wrong = await held('2026-03-02', [second()]);
    await mark(wrong, second(), 'absent');
    await eventually(async () => expect(await town.recorded(`organizations.leaderlife-${second()}.2026`)).toHaveLength(4));
    await eventually(async () => expect((await lives())(second())).toBe('2 0 open'));
  });

  it('ORG-42 who is put on the list while taking part is not missed, whichever read model is behind', async () => {
    const someone = people[3] ?? '';
    await lists.while('leader-list', async () => {
      await enter(someone);
      const meetingId = await held('2026-03-02', [someone]);
      await eventually(async () =>
        expect((await town.ask(community, meetings.listAttendance, { meetingId, mark: 'present', limit: 1 })).items).toHaveLength(1),
      );
    });
    await eventually(async () => expect((await lives())(someone)).toBe('1 0 open'));
    await town.act(district, leaders.delistLeader, { organizationId: district.organizationId, personId: someone });
  });

  it('ORG-42 of somebody who moves the branch of each day counts', async () => {
    const twin = town.org('branch-440308001002-2');
    await enter(moving());
    await held('2026-03-02', [moving()]);
    const transfer = { personId: moving(), kind: 'sameCommittee', toBranchId: twin, duesPaidTo: '2026-03' };
    const { id: transferId } = await secretary.command('requestTransfer', transfer);
    await community.command('approveTransfer', { transferId });
    town.clock.to('2026-03-03T01:00:00.000Z');
    await community.command('assignTransferBranch', { transferId, branchId: twin });
    await town.as('branch-440308001002-2').command('confirmArrival', { transferId });
    await eventually(async () => expect(await refusal(held('2026-03-03', [moving()]))).toBe('WRONG_BRANCH'));
    await held('2026-03-03', [moving()], twin);
    await lecture(moving(), '2026-03-03');
    await lecture(moving(), '2026-03-02');
    await eventually(async () => expect((await lives())(moving())).toBe('3 1 open'));
  });

  it('ORG-42 is warned on 1 October and closed on 5 January at midnight, by the numbers of its first day; a late entry turns it', async () => {
    const setting = { organizationId: town.as('city').organizationId, key: 'leader.minAttend', value: '9', effectiveOn: '2026-06-01', reason: '试点' };
    await town.act(town.as('city'), changeSetting, setting);
    town.clock.to('2026-09-30T15:59:59.999Z');
    expect((await lives())(second())).toBe('2 0 open');
    expect(await owed(secretary)).toEqual([]);
    town.clock.to('2026-09-30T16:00:00.000Z');
    await eventually(async () => expect((await lives())(second())).toBe('2 0 open warned'));
    expect((await lives())(first())).toBe('2 1 open');
    const { items } = await town.ask(secretary, leaders.branchLeaders, { organizationId: branch });
    expect(items.map(({ personId, met, warned }) => [personId, met, warned]).sort()).toEqual(
      [
        [first(), true, false],
        [second(), false, true],
      ].sort(),
    );
    expect(items.find(({ personId }) => personId === second())).toMatchObject({ attended: 2, lectures: 0, attendNeeded: 2, lecturesNeeded: 1, year: '2026' });
    expect((await town.ask(secretary, leaders.myLeaderLife, {})).life).toBeNull();
    const due = { subject: 'leader', id: second(), dueAt: '2026-12-31T15:59:59.999Z', overdue: false };
    expect(await owed(secretary)).toEqual([
      expect.objectContaining({ ...due, group: 'waiting', action: 'inviteLeader', otherOrganizationId: district.organizationId }),
    ]);
    expect(await owed(district)).toEqual([expect.objectContaining({ ...due, group: 'unfinished', action: 'followUp', otherOrganizationId: branch })]);
    // However far down the list: the one who is behind was not listed last.
    const { entries: one } = await town.ask(district, todo, { organizationId: district.organizationId, limit: 1 });
    expect(one).toEqual([expect.objectContaining({ id: second() })]);
    expect(await owed(community)).toEqual([]);
    await enter(secretary.personId);
    await eventually(async () => expect((await owed(secretary)).map(({ action, id }) => [action, id])).toContainEqual(['takePart', secretary.personId]));
    await town.act(district, leaders.delistLeader, { organizationId: district.organizationId, personId: secretary.personId });
    await eventually(async () => expect((await owed(secretary)).map(({ id }) => id)).toEqual([second()]));
    town.clock.to('2027-01-04T15:59:59.999Z');
    expect((await lives({ year: '2026' }))(first())).toBe('2 1 open');
    expect(await owed(secretary)).toEqual([expect.objectContaining({ id: second(), overdue: true })]);
    town.clock.to('2027-01-04T16:00:00.000Z');
    expect(await owed(secretary)).toEqual([]);
    await eventually(async () => {
      const life = await lives({ year: '2026' });
      expect([life(first()), life(second()), life(moving())]).toEqual(['2 1 met', '2 0 missed warned', '3 1 met']);
    });
    await lecture(second(), '2026-12-31');
    await eventually(async () => expect((await lives({ year: '2026' }))(second())).toBe('3 1 met warned'));
    expect((await town.recorded(`organizations.leaderlife-${second()}.2026`)).map(({ type }) => type)).toEqual([
      'LeaderOccasionNoted',
      'LeaderOccasionNoted',
      'LeaderOccasionNoted',
      'LeaderOccasionNoted',
      'LeaderLifeWarned',
      'LeaderLifeMissed',
      'LeaderOccasionNoted',
      'LeaderLifeMet',
    ]);
  });

  it('ORG-42 the next year follows by itself for whoever is still on the list', async () => {
    await town.act(district, leaders.delistLeader, { organizationId: district.organizationId, personId: second() });
    await eventually(async () => expect((await lives())(second())).toBe('not listed'));
    town.clock.to('2028-01-04T16:00:00.000Z');
    await eventually(async () => expect((await lives({ year: '2027' }))(first())).toBe('0 0 missed warned'));
    expect(await town.recorded(`organizations.leaderlife-${second()}.2027`)).toEqual([]);
  });

  const forever = '9999-12-31T00:00:00.000Z';
  const told = z.looseObject({
    personId: z.string(),
    organizationId: z.string().default(''),
    listedOn: z.string().default(''),
    delistedOn: z.string().default(''),
    occasionId: z.string().default(''),
    heldOn: z.string().default(''),
    attended: z.boolean().default(false),
    lectured: z.boolean().default(false),
  });
  /** Leaders and those who met, from the log alone: nobody was listed twice, and all spells began or ended months from the edge. */
  function reckoned(asOf: string, knownAt: string): readonly [leaders: readonly string[], met: readonly string[]] {
    const words = town.events.filter(({ recordedAt }) => recordedAt <= knownAt).map(({ type, data }) => ({ type, data }));
    const of = (type: string) => words.filter((word) => word.type === type).map(({ data }) => told.parse(data));
    const year = asOf.slice(0, 4);
    const gone = new Map(of('LeaderDelisted').flatMap(({ personId, delistedOn }) => (delistedOn <= asOf ? [[personId, delistedOn] as const] : [])));
    const listed = of('LeaderListed').filter(
      ({ personId, listedOn }) => listedOn <= asOf && listedOn <= `${year}-06-01` && (gone.get(personId) ?? forever) >= `${year}-09-01`,
    );
    const needs = year === '2026' ? 2 : 9;
    const met = listed.filter(({ personId }) => {
      const last = new Map(
        of('LeaderOccasionNoted').flatMap((one) =>
          one.personId === personId && one.heldOn <= asOf && one.heldOn.startsWith(year) ? [[one.occasionId, one]] : [],
        ),
      );
      const there = [...last.values()].filter(({ attended, lectured }) => attended || lectured);
      return there.length >= needs && there.some(({ lectured }) => lectured);
    });
    return [listed.map(({ personId }) => personId).sort(), met.map(({ personId }) => personId).sort()];
  }

  it('R-09 leaders listed for six months who met what they owe, now and on any day, are those of the log; lists are as long, the tree adds up', async () => {
    const city = town.as('city');
    const late = town.events.filter(({ type }) => type === 'LeaderLifeMissed').map(({ recordedAt }) => recordedAt)[0] ?? '';
    const figures: string[] = [];
    for (const [asOf, knownAt] of [
      ['2026-03-01', forever],
      ['2026-12-30', forever],
      ['2026-12-31', forever],
      ['2026-12-31', late],
      ['2027-12-31', forever],
    ] as const) {
      const [listed, met] = reckoned(asOf, knownAt);
      const asked = { organizationId: city.organizationId, asOf, knownAt };
      const all = await town.ask(city, leaders.leaderReport, asked);
      const rows = async (fields: object = {}) => {
        const { items, total } = await town.ask(city, leaders.leaderReportRows, { ...asked, ...fields, limit: 50 });
        expect(total).toBe(items.length);
        return items.map(({ personId }) => personId).sort();
      };
      expect([await rows(), await rows({ met: 'true' })]).toEqual([listed, met]);
      expect([all.leaders, all.met]).toEqual([listed.length, met.length]);
      expect(await rows({ met: 'false' })).toHaveLength(all.leaders - all.met);
      const districts = ['district-440308', 'district-440303'].map((key) => town.org(key));
      const parts = await Promise.all(districts.map((organizationId) => town.ask(city, leaders.leaderReport, { ...asked, organizationId })));
      expect([parts.reduce((sum, part) => sum + part.leaders, 0), parts.reduce((sum, part) => sum + part.met, 0)]).toEqual([all.leaders, all.met]);
      figures.push(`${all.met}/${all.leaders}`);
    }
    expect(figures).toEqual(['0/0', '2/3', '3/3', '2/3', '0/2']);
  });
});
