import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import * as quotas from '@zhitong/catalogue/operations/quotas.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import { dueProjection } from '@zhitong/platform/service/deadlines.ts';
import { eventually } from '@zhitong/testing';
import { quotaClosing } from '../src/policies/quota-closing.deadline.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('quotas of meetings, on the running services', () => {
  let town: Town;
  let secretary: TestCaller;
  let community: TestCaller;
  let branch: string;
  beforeAll(async () => {
    town = await startTown('2026-03-02T01:00:00.000Z');
    [secretary, community] = [town.as('branch-440308001002'), town.as('community-440308001002')];
    branch = secretary.organizationId;
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const board = (who: TestCaller = secretary, fields: object = {}) => town.ask(who, quotas.meetingQuotas, { organizationId: who.organizationId, ...fields });
  const cell = async (kind: string, period: string) => (await board()).cells.find((one) => one.kind === kind && one.period === period)?.state;
  const share = async (kind: string, who: TestCaller = secretary, fields: object = {}) => {
    const found = (await board(who, fields)).kinds.find((one) => one.kind === kind);
    return [found?.met, found?.owed];
  };
  const missedBy = async (who: TestCaller, kind: 'themeDay' | 'lecture' | 'memberMeeting') => {
    const { items, total } = await town.ask(who, quotas.listQuotas, { organizationId: who.organizationId, kind, year: '2026' });
    expect(total).toBe(items.length);
    return items.map(({ organizationId, period }) => `${organizationId} ${period}`).sort();
  };
  const held = async (kinds: ('themeDay' | 'lecture' | 'memberMeeting')[], day: string) => {
    const { id: meetingId } = await town.act(secretary, meetings.planMeeting, {
      organizationId: branch,
      kinds,
      startsAt: `${day}T00:30:00.000Z`,
      title: '活动',
    });
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: day });
  };

  it('ORG-38 counts a meeting for each of its kinds; a month that was not full is owed by nobody', async () => {
    await held(['themeDay', 'lecture'], '2026-03-02');
    await eventually(async () => expect([await cell('themeDay', '2026-03'), await cell('lecture', '2026-Q1')]).toEqual(['met', 'met']));
    expect([await cell('themeDay', '2026-01'), await cell('memberMeeting', '2026-Q1'), await cell('organizationLife', '2026')]).toEqual([
      'notOwed',
      'open',
      'open',
    ]);
    town.clock.to('2026-04-04T16:00:00.000Z');
    await eventually(async () =>
      expect(await town.recorded(`organizations.quotaround-${branch}`)).toMatchObject([{ data: { monthCode: '2026-03', closedOn: '2026-04-05', owed: [] } }]),
    );
    expect([await cell('memberMeeting', '2026-Q1'), await share('themeDay')]).toEqual(['notOwed', [0, 0]]);
  });

  it('ORG-38 R-05 a full month without one is missed on day 5 at midnight, and a late entry reverses that', async () => {
    const { id: meetingId } = await town.act(secretary, meetings.planMeeting, {
      organizationId: branch,
      kinds: ['themeDay'],
      startsAt: '2026-04-20T00:30:00.000Z',
      title: '主题党日',
    });
    expect(await cell('themeDay', '2026-04')).toBe('planned');
    town.clock.to('2026-05-04T15:59:59.999Z');
    expect([await cell('themeDay', '2026-04'), await share('themeDay')]).toEqual(['planned', [0, 0]]);
    town.clock.to('2026-05-04T16:00:00.000Z');
    await eventually(async () => expect([await cell('themeDay', '2026-04'), await share('themeDay')]).toEqual(['missed', [0, 1]]));
    expect((await missedBy(community, 'themeDay')).filter((line) => line.startsWith(branch))).toEqual([`${branch} 2026-04`]);
    expect(await share('themeDay', secretary, { asOf: '2026-05-04' })).toEqual([0, 0]);
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-04-20' });
    await eventually(async () => expect([await cell('themeDay', '2026-04'), await share('themeDay')]).toEqual(['met', [1, 1]]));
    expect((await town.recorded(`organizations.quota-${branch}.themeDay.2026-04`)).map(({ type }) => type)).toEqual([
      'MeetingQuotaMissed',
      'MeetingCounted',
      'MeetingQuotaMissReversed',
    ]);
    expect(await missedBy(secretary, 'themeDay')).toEqual([]);
  });

  it('ORG-38 X-22 a month that is still open is closed on the day that is set by then, one that is closed stays', async () => {
    const setting = { organizationId: town.as('city').organizationId, key: 'meeting.closeDay', reason: '试点' };
    await town.act(town.as('city'), changeSetting, { ...setting, value: '8', effectiveOn: '2026-06-01' });
    await town.act(town.as('city'), changeSetting, { ...setting, value: '5', effectiveOn: '2026-06-02' });
    const closed = async () => (await town.recorded(`organizations.quotaround-${branch}`)).map(({ data }) => ('closedOn' in data ? data.closedOn : ''));
    const closing = dueProjection(quotaClosing);
    const dueAt = async () => (await town.service('organizations').runtime.env.rows(closing).get(branch)) ?? {};
    town.clock.to('2026-06-04T16:00:00.000Z');
    await eventually(async () => expect(await dueAt()).toMatchObject({ dueAt: '2026-06-07T16:00:00.000Z' }));
    expect(await closed()).toEqual(['2026-04-05', '2026-05-05']);
    town.clock.to('2026-06-07T16:00:00.000Z');
    await eventually(async () => expect(await closed()).toEqual(['2026-04-05', '2026-05-05', '2026-06-08']));
  });

  it('ORG-38 R-06 after an absence every month is closed in order; three meetings and one lecture stand together, theme days apart', async () => {
    await held(['memberMeeting'], '2026-05-04');
    const setting = { organizationId: town.as('city').organizationId, key: 'meeting.lecturePerQuarter', value: '0', effectiveOn: '2026-07-01', reason: '试点' };
    await town.act(town.as('city'), changeSetting, setting);
    town.clock.to('2026-10-04T16:00:00.000Z');
    await eventually(async () => expect(await share('memberMeeting')).toEqual([1, 2]));
    const rounds = await town.recorded(`organizations.quotaround-${branch}`);
    expect(rounds.map(({ data }) => ('monthCode' in data ? data.monthCode : ''))).toEqual([
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
    ]);
    // Lectures: the second quarter keeps the number of its first day, the third owes none.
    expect([await share('lecture'), await share('themeDay')]).toEqual([
      [0, 1],
      [1, 6],
    ]);
    const own = await board();
    expect([own.threeMeetings, own.organizations]).toEqual([
      { met: 1, owed: 3 },
      { complete: 0, counted: 1 },
    ]);
    await eventually(async () => {
      const below = await board(community);
      const twin = await board(town.as('street-440308001'), { organizationId: town.org('branch-440308001002-2') });
      expect(below.threeMeetings).toEqual({ met: own.threeMeetings.met + twin.threeMeetings.met, owed: own.threeMeetings.owed + twin.threeMeetings.owed });
      expect(below.organizations.counted).toBe(2);
    });
    expect(await missedBy(community, 'lecture')).toEqual([`${branch} 2026-Q2`, `${town.org('branch-440308001002-2')} 2026-Q2`].sort());
    expect(await share('memberMeeting', secretary, { asOf: '2026-10-04' })).toEqual([1, 1]);
  });

  it('ORG-38 R-05 R-06 the board of a community is a matrix: of each branch what is met, owed and due today, and each kind adds up', async () => {
    const twin = town.org('branch-440308001002-2');
    const board2 = await board(community);
    const line = (id: string, kind: string) => board2.below.find(({ organizationId }) => organizationId === id)?.kinds.find((one) => one.kind === kind);
    expect(board2.below.map(({ organizationId }) => organizationId).sort()).toEqual([branch, twin].sort());
    for (const { kind, met, owed } of board2.kinds) {
      const below = board2.below.map(({ organizationId }) => line(organizationId, kind));
      expect([kind, below.reduce((sum, one) => sum + (one?.met ?? 0), 0), below.reduce((sum, one) => sum + (one?.owed ?? 0), 0)]).toEqual([kind, met, owed]);
    }
    // 5 October: September is closed this midnight; October, the fourth quarter and the year run, lectures are owed by nobody since July.
    const dueKinds = ['memberMeeting', 'committeeMeeting', 'groupMeeting', 'lecture', 'themeDay', 'organizationLife', 'democraticLife'] as const;
    expect(dueKinds.map((kind) => line(branch, kind)?.due)).toEqual([1, 0, 0, 0, 1, 1, 0]);
    town.clock.to('2026-10-05T02:00:00.000Z');
    await held(['themeDay'], '2026-10-05');
    await eventually(async () =>
      expect((await board(community)).below.map(({ kinds }) => kinds.find(({ kind }) => kind === 'themeDay')?.due)).toEqual(expect.arrayContaining([0, 1])),
    );
    const past = await board(community, { asOf: '2026-10-04' });
    expect(past.below.flatMap(({ kinds }) => kinds.map(({ due }) => due)).every((due) => due === null)).toBe(true);
    expect((await board()).below).toEqual([]);
    const street = await board(town.as('street-440308001'));
    expect(street.below.find(({ organizationId }) => organizationId === community.organizationId)?.kinds.find(({ kind }) => kind === 'themeDay')).toEqual({
      kind: 'themeDay',
      ...{ met: 1, owed: 12, due: 1 },
    });
  });

  it('ORG-38 the board of others is not there for those beside, nor for members', async () => {
    expect(await refusal(town.ask(town.as('branch-440308001005'), quotas.meetingQuotas, { organizationId: branch }))).toBe('NOT_FOUND');
    expect(await refusal(town.ask(town.as('member'), quotas.meetingQuotas, { organizationId: branch }))).toBe('FORBIDDEN_ROLE');
  });
});
