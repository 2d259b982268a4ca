import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceReport, attendanceReportRows } from '@zhitong/catalogue/operations/attendance.ts';
import { recordConsultation } from '@zhitong/catalogue/operations/affairs.ts';
import * as groups from '@zhitong/catalogue/operations/groups.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import { endMembership } from '@zhitong/catalogue/operations/members.ts';
import { meetingQuotas } from '@zhitong/catalogue/operations/quotas.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import { eventually } from '@zhitong/testing';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('meetings, on the running services', () => {
  let town: Town;
  let secretary: TestCaller;
  let community: TestCaller;
  let member: TestCaller;
  let branch: string;
  beforeAll(async () => {
    town = await startTown();
    [secretary, community, member] = [town.as('branch-440308001002'), town.as('community-440308001002'), town.as('member')];
    branch = secretary.organizationId;
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const plan = (fields: object = {}, who: TestCaller = secretary) =>
    town.act(who, meetings.planMeeting, {
      organizationId: branch,
      kinds: ['memberMeeting'],
      startsAt: '2026-03-04T01:00:00.000Z',
      title: '三月党员大会',
      ...fields,
    });
  const meeting = (meetingId: string, who: TestCaller = secretary) => town.ask(who, meetings.getMeeting, { meetingId });
  const attendance = async (meetingId: string, fields: object = {}) =>
    (await town.ask(secretary, meetings.listAttendance, { meetingId, limit: 200, ...fields })).items;
  const code = (meetingId: string) => town.ask(secretary, meetings.meetingCode, { meetingId });
  const sign = (who: TestCaller, meetingId: string, signInCode: string) => town.act(who, meetings.signInToMeeting, { meetingId, signInCode });

  it('ORG-35 is planned, announced and held by the branch; those above read it, those beside do not know of it', async () => {
    const { id: meetingId } = await plan({ agenda: '一、学习；二、讨论' });
    expect(await meeting(meetingId)).toMatchObject({
      state: 'planned',
      title: '三月党员大会',
      agenda: '一、学习；二、讨论',
      kinds: ['memberMeeting'],
      open: false,
    });
    expect(await meeting(meetingId, town.as('district-440308'))).toMatchObject({ title: '三月党员大会' });
    expect(await refusal(meeting(meetingId, town.as('branch-440308001005')))).toBe('NOT_FOUND');
    expect(await refusal(meeting(meetingId, member))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(town.act(town.as('branch-440308001005'), meetings.notifyMeeting, { meetingId }))).toBe('NOT_FOUND');
    expect(await refusal(town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' }))).toBe('STATE_NOT_ALLOWED');
    expect((await town.act(secretary, meetings.notifyMeeting, { meetingId })).warnings).toEqual([]);
    const texts = JSON.stringify(await town.recorded(`organizations.meeting-${meetingId}`));
    expect(texts).not.toContain('三月');
    const { id: soon } = await plan({ startsAt: '2026-03-02T02:00:00+08:00', title: '补录' });
    expect(await meeting(soon)).toMatchObject({ startsAt: '2026-03-01T18:00:00.000Z' });
    await town.act(secretary, meetings.cancelMeeting, { meetingId: soon, reasonCode: 'plannedInError' });
    const { items } = await town.ask(secretary, meetings.listMeetings, { from: '2026-03-02', until: '2026-03-04' });
    expect(items.map(({ state, title }) => [state, title])).toEqual([
      ['notified', '三月党员大会'],
      ['cancelled', '补录'],
    ]);
    expect(await town.ask(secretary, meetings.listMeetings, { state: 'notified' })).toMatchObject({ total: 1 });
  });

  it('ORG-35 an announcement inside of the hours that are set is marked', async () => {
    const { id: meetingId } = await plan({ startsAt: '2026-03-02T12:00:00.000Z' });
    expect((await town.act(secretary, meetings.notifyMeeting, { meetingId })).warnings).toEqual(['SHORT_NOTICE']);
    expect(await meeting(meetingId)).toMatchObject({ state: 'notified', warnings: ['SHORT_NOTICE'] });
  });

  it('ORG-35 a branch fixes the day of its theme days, and is told of one that is planned on another', async () => {
    const fix = (fields: object = {}, who: TestCaller = secretary) =>
      town.act(who, meetings.fixThemeDay, { organizationId: branch, dayOfMonth: 4, fromOn: '2026-03-02', ...fields });
    expect(await refusal(fix({}, town.as('branch-440308001005')))).toBe('NOT_FOUND');
    expect(await refusal(fix({ fromOn: '2026-03-01' }))).toBe('DATE_PASSED');
    await fix();
    expect(await town.ask(secretary, meetings.themeDay, { organizationId: branch })).toEqual({ days: [{ dayOfMonth: 4, fromOn: '2026-03-02' }] });
    const theme = (startsAt: string) => plan({ kinds: ['themeDay'], startsAt });
    expect((await theme('2026-03-04T01:00:00.000Z')).warnings).toEqual([]);
    const other = await theme('2026-03-05T01:00:00.000Z');
    expect(other.warnings).toEqual(['OFF_FIXED_DAY']);
    await town.act(secretary, meetings.notifyMeeting, { meetingId: other.id });
    expect(await meeting(other.id)).toMatchObject({ warnings: ['OFF_FIXED_DAY'] });
  });

  it('ORG-36 everybody of the branch signs in at once, twice counts once, and nobody is told of a conflict', async () => {
    const { id: meetingId } = await plan({ startsAt: '2026-03-02T00:30:00.000Z' });
    expect(await refusal(code(meetingId))).toBe('STATE_NOT_ALLOWED');
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const { expected, entitled, open } = await meeting(meetingId);
    const people = (await attendance(meetingId)).filter((row) => row.expected);
    expect([people.length, open]).toEqual([expected, true]);
    expect(entitled).toBe(people.filter((row) => row.entitled).length);
    const { signInCode } = await code(meetingId);
    const signers = people.flatMap(({ personId }) => [personId, personId]).map((personId) => town.person(personId, branch));
    for (const { personId } of people)
      if ((await town.person(personId, branch).grants()).length === 0)
        await town.asImporter('giveGrant', { personId, role: 'member', organizationId: branch, view: 'line', fromOn: '2026-01-01' });
    await eventually(async () => {
      for (const who of signers) expect((await who.grants()).length).toBeGreaterThan(0);
    });
    await Promise.all(signers.map((who) => sign(who, meetingId, signInCode)));
    expect(await meeting(meetingId)).toMatchObject({ attendance: { present: expected, absent: 0, guest: 0 } });
    expect((await attendance(meetingId, { mark: 'present' })).every(({ means }) => means === 'code')).toBe(true);
    const [someone] = people;
    expect(await town.recorded(`organizations.attendance-${meetingId}.${someone?.personId ?? ''}`)).toHaveLength(1);
  });

  it('ORG-36 a code lives for a minute by the clock of the server; a retry after that is the same act, another branch is told so', async () => {
    const { id: meetingId } = await plan({ startsAt: '2026-03-02T00:40:00.000Z' });
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const first = await code(meetingId);
    expect(await refusal(sign(town.as('branch-440308001005'), meetingId, first.signInCode))).toBe('WRONG_BRANCH');
    expect(await refusal(sign(town.as('branch-440308001005'), meetingId, '000000'))).toBe('NOT_FOUND');
    const receipt = await town.act(secretary, meetings.signInToMeeting, { meetingId, signInCode: first.signInCode }, { key: 'sign' });
    const other = (await attendance(meetingId)).find(({ personId, mark }) => mark === null && personId !== secretary.personId)?.personId ?? '';
    town.clock.to(first.takenUntil);
    expect(await refusal(sign(town.person(other, branch), meetingId, first.signInCode))).toBe('CODE_EXPIRED');
    expect(await town.act(secretary, meetings.signInToMeeting, { meetingId, signInCode: first.signInCode }, { key: 'sign' })).toEqual(receipt);
    const second = await code(meetingId);
    expect(second.signInCode).not.toBe(first.signInCode);
    expect(Date.parse(second.takenUntil) - Date.parse(town.clock.now())).toBeLessThanOrEqual(60_000);
    await sign(town.person(other, branch), meetingId, second.signInCode);
    expect(await meeting(meetingId)).toMatchObject({ attendance: { present: 2 } });
  });

  it('ORG-36 H2 a code read without a network is received for some minutes by the clock of the server, and counts once an officer ticks', async () => {
    const { id: meetingId } = await plan({ startsAt: '2026-03-02T00:41:00.000Z' });
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const { signInCode } = await code(meetingId);
    const readAt = Date.parse(town.clock.now());
    const [first, second] = (await attendance(meetingId)).map(({ personId }) => personId).filter((personId) => personId !== secretary.personId);
    const late = (who: TestCaller, secondsAgo: number) => town.act(who, meetings.signInToMeeting, { meetingId, signInCode, scannedSecondsAgo: secondsAgo });
    const [one, two] = [town.person(first ?? '', branch), town.person(second ?? '', branch)];
    const after = (seconds: number) => town.clock.to(new Date(readAt + seconds * 1_000).toISOString());
    after(590);
    expect(await refusal(late(one, 300))).toBe('CODE_EXPIRED');
    expect(await refusal(late(town.as('branch-440308001005'), 590))).toBe('WRONG_BRANCH');
    await late(one, 590);
    after(591);
    await late(one, 591);
    const ownPart = async () => (await town.ask(one, meetings.ownMeetings, {})).items.find((row) => row.meetingId === meetingId);
    const scannedAt = new Date(readAt).toISOString();
    expect(await ownPart()).toMatchObject({ mark: null, lateScannedAt: scannedAt });
    expect((await attendance(meetingId)).find(({ personId }) => personId === first)).toMatchObject({ mark: null, lateScannedAt: scannedAt });
    expect(await meeting(meetingId)).toMatchObject({ attendance: { present: 0 } });
    await town.act(secretary, meetings.recordAttendance, { meetingId, personId: first ?? '', mark: 'present' });
    expect(await ownPart()).toMatchObject({ mark: 'present', lateScannedAt: null });
    expect(await meeting(meetingId)).toMatchObject({ attendance: { present: 1 } });
    after(610);
    expect(await refusal(late(two, 610))).toBe('CODE_EXPIRED');
  });

  it('ORG-37 ORG-40 R-07 votes are counted against the roster of the day, minutes confirmed and then only corrected from above', async () => {
    const { id: meetingId } = await plan({ startsAt: '2026-03-02T00:42:00.000Z' });
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const minutes = { meetingId, text: '会议记录', decisions: '一致同意' };
    const first = { ...minutes, firstItem: { done: true, topicCode: 'newTheory' } };
    expect(await refusal(town.act(secretary, meetings.recordMinutes, first))).toBe('ATTENDANCE_MISSING');
    const people = (await attendance(meetingId)).filter((row) => row.entitled).map(({ personId }) => personId);
    const mark = (personId: string) => town.act(secretary, meetings.recordAttendance, { meetingId, personId, mark: 'present' });
    await Promise.all(people.map(mark));
    const entitled = people.length;
    const asked = { fromOn: '2026-03-01', untilOn: '2026-03-02', asked: entitled, opinions: 1, adopted: 1 };
    const { id: affairId } = await town.act(secretary, recordConsultation, { organizationId: branch, type: 'plan', subject: '年度计划', ...asked });
    const vote = (yes: number, fields: object = {}) =>
      town.act(secretary, meetings.recordMotion, {
        meetingId,
        type: 'plan',
        subject: '年度计划',
        affairId,
        present: entitled,
        yes,
        no: 0,
        abstain: 0,
        ...fields,
      });
    const half = Math.floor(entitled / 2);
    await vote(half);
    await vote(half + 1);
    expect(await refusal(vote(half, { present: Math.ceil(entitled / 2) - 1, yes: 0 }))).toBe('QUORUM_NOT_MET');
    expect(await refusal(vote(half, { type: 'admit', personIds: people.slice(0, 2) }))).toBe('ONE_BY_ONE');
    expect(await refusal(vote(half, { present: entitled + 1 }))).toBe('BALLOT_COUNT_WRONG');
    expect((await meeting(meetingId)).motions.map(({ passed, subject, votes }) => [passed, subject, votes.entitled]).sort()).toEqual([
      [false, '年度计划', entitled],
      [true, '年度计划', entitled],
    ]);
    expect(await refusal(town.act(secretary, meetings.recordMinutes, minutes))).toBe('FIRST_ITEM_MISSING');
    const { version: ifVersion } = await meeting(meetingId);
    await town.act(secretary, meetings.recordMinutes, { ...first, text: '他人的记录' }, { ifVersion });
    await expect(town.act(secretary, meetings.recordMinutes, first, { ifVersion })).rejects.toMatchObject({
      code: 'STALE_VERSION',
      details: { changedFor: [branch] },
    });
    await town.act(secretary, meetings.recordMinutes, first, { ifVersion: (await meeting(meetingId)).version });
    const item = async (asOf: string) => (await town.ask(community, meetingQuotas, { organizationId: branch, asOf })).firstItem;
    const { done, held } = await item('2026-03-02');
    expect([done, held > done, await item('2026-03-01')]).toEqual([1, true, { done: 0, held: 0 }]);
    const correction = { ...first, text: '会议记录（更正）', reason: '笔误' };
    expect(await refusal(town.act(community, meetings.correctMinutes, correction))).toBe('STATE_NOT_ALLOWED');
    expect((await town.act(secretary, meetings.confirmMinutes, { meetingId })).warnings).toEqual([]);
    expect(await refusal(town.act(secretary, meetings.correctMinutes, correction))).toBe('OUT_OF_SCOPE');
    await town.act(community, meetings.correctMinutes, correction);
    const absent = { meetingId, personId: people[0] ?? '', mark: 'absent' } as const;
    expect(await refusal(town.act(secretary, meetings.recordAttendance, absent))).toBe('STATE_NOT_ALLOWED');
    await town.act(community, meetings.correctAttendance, { ...absent, reason: '核对签到表' });
    const now = await meeting(meetingId);
    expect(now).toMatchObject({ state: 'confirmed', attendance: { present: entitled - 1, absent: 1 } });
    expect(now.minutes.map(({ text, reason }) => [text, reason])).toEqual([
      ['会议记录', null],
      ['会议记录（更正）', '笔误'],
    ]);
    expect((await attendance(meetingId, { mark: 'absent' })).map(({ corrected }) => corrected)).toEqual([true]);
  });

  it('ORG-36 the officer ticks who could not sign, guests too, and a member finds the own meetings', async () => {
    const { id: meetingId } = await plan({ startsAt: '2026-03-03T02:00:00.000Z', title: '主题党日', kinds: ['themeDay', 'lecture'] });
    await town.act(secretary, meetings.notifyMeeting, { meetingId });
    const tick = (personId: string, mark: 'leave' | 'present' | 'guest', reason?: string) =>
      town.act(secretary, meetings.recordAttendance, { meetingId, personId, mark, reason });
    const [one, two] = (await attendance(meetingId)).map(({ personId }) => personId);
    expect(await refusal(tick(one ?? '', 'present'))).toBe('STATE_NOT_ALLOWED');
    await tick(one ?? '', 'leave', '出差');
    await town.act(secretary, meetings.cancelMeeting, { meetingId, reasonCode: 'postponed' });
    const { id: held } = await plan({ startsAt: '2026-03-02T00:45:00.000Z', title: '主题党日', kinds: ['themeDay', 'lecture'] });
    await town.act(secretary, meetings.holdMeeting, { meetingId: held, heldOn: '2026-03-02' });
    const act = (personId: string, mark: 'present' | 'guest' | 'remote') => town.act(secretary, meetings.recordAttendance, { meetingId: held, personId, mark });
    await act(two ?? '', 'remote');
    const guest = town.as('branch-440308001005').personId;
    expect(await refusal(act(guest, 'present'))).toBe('WRONG_BRANCH');
    await act(guest, 'guest');
    expect(await refusal(act('per_nobody', 'guest'))).toBe('NOT_FOUND');
    expect(await meeting(held)).toMatchObject({ attendance: { present: 0, remote: 1, guest: 1 } });
    expect((await attendance(held, { mark: 'guest' })).map(({ personId, expected }) => [personId, expected])).toEqual([[guest, false]]);
    const own = await town.ask(town.person(two ?? '', branch), meetings.ownMeetings, {});
    expect(own.items.find(({ meetingId: id }) => id === held)).toMatchObject({ title: '主题党日', mark: 'remote' });
    expect(own.items.every(({ state }) => state !== 'planned')).toBe(true);
    expect(await refusal(town.act(community, meetings.correctAttendance, { meetingId: held, personId: two ?? '', mark: 'absent', reason: '核对' }))).toBe(
      'STATE_NOT_ALLOWED',
    );
    expect(await refusal(town.act(secretary, meetings.correctAttendance, { meetingId: held, personId: two ?? '', mark: 'absent', reason: '核对' }))).toBe(
      'OUT_OF_SCOPE',
    );
  });

  it('ORG-36 a group meets by its members, and who has left the branch belonged to it until that day', async () => {
    const people = (await attendance((await plan({ startsAt: '2026-03-02T00:50:00.000Z' })).id)).filter(({ entitled }) => entitled);
    const [head = '', leaver = ''] = people.map(({ personId }) => personId).filter((id) => id !== secretary.personId);
    const { id: groupId } = await town.act(secretary, groups.setPartyGroup, { organizationId: branch, name: '第一党小组', headId: head, memberIds: [leaver] });
    expect((await town.ask(secretary, groups.partyGroups, { organizationId: branch })).items).toHaveLength(1);
    let meetingId = '';
    await eventually(async () => ({ id: meetingId } = await plan({ kinds: ['groupMeeting'], groupId, startsAt: '2026-03-02T00:55:00.000Z' })));
    expect(await meeting(meetingId)).toMatchObject({ groupId, expected: 2 });
    const { id: yesterday } = await plan({ startsAt: '2026-03-01T00:55:00.000Z' });
    const { id: today } = await plan({ startsAt: '2026-03-02T00:56:00.000Z' });
    const before = [(await meeting(yesterday)).expected, (await meeting(today)).expected];
    await town.act(community, endMembership, { personId: leaver, kind: 'left', decidedOn: '2026-03-02' });
    await eventually(async () => expect([(await meeting(yesterday)).expected, (await meeting(today)).expected]).toEqual([before[0], (before[1] ?? 0) - 1]));
  });

  it('ORG-35 the hours of a notice change from a day on: what was announced before keeps its own', async () => {
    await town.act(town.as('district-440308'), changeSetting, {
      organizationId: town.as('district-440308').organizationId,
      key: 'meeting.noticeHours',
      value: '2',
      effectiveOn: '2026-03-03',
      reason: '试点',
    });
    const announced = async () => {
      const { id: meetingId } = await plan({ startsAt: new Date(Date.parse(town.clock.now()) + 3 * 3_600_000).toISOString() });
      return (await town.act(secretary, meetings.notifyMeeting, { meetingId })).warnings;
    };
    expect(await announced()).toEqual(['SHORT_NOTICE']);
    town.clock.to('2026-03-02T16:00:00.000Z');
    await eventually(async () => expect(await announced()).toEqual([]));
  });

  it('R-08 attendance is what took part of the branch on each day it met; its committee and its groups apart, leave and guests not', async () => {
    const figures = (fields: object = {}, who: TestCaller = secretary) => town.ask(who, attendanceReport, { organizationId: who.organizationId, ...fields });
    /** Reckoned by hand from the meetings themselves. */
    const reckoned = async (until: string) => {
      const { items } = await town.ask(secretary, meetings.listMeetings, { limit: 200 });
      const met = items.filter(
        ({ heldOn, kinds }) => heldOn !== null && heldOn <= until && !kinds.includes('groupMeeting') && !kinds.includes('committeeMeeting'),
      );
      const people = await Promise.all(met.map(({ meetingId }) => attendance(meetingId)));
      const took = people.flat().filter(({ mark }) => mark === 'present' || mark === 'remote');
      return { meetings: met.length, attended: took.length, members: people.flat().filter(({ expected }) => expected).length };
    };
    const hold = async (kinds: ('lecture' | 'groupMeeting')[], day: string, groupId?: string) => {
      const { id: meetingId } = await plan({ kinds, groupId, startsAt: `${day}T00:57:00.000Z`, title: '补录' });
      await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: day });
      const ids = (await attendance(meetingId)).map(({ personId }) => personId);
      const mark = (personId: string | undefined, as: 'present' | 'remote' | 'leave' | 'guest') =>
        town.act(secretary, meetings.recordAttendance, { meetingId, personId: personId ?? '', mark: as });
      return { ids, mark };
    };
    town.clock.to('2026-03-03T01:00:00.000Z');
    const lecture = await hold(['lecture'], '2026-03-03');
    await lecture.mark(lecture.ids[0], 'present');
    await lecture.mark(lecture.ids[1], 'remote');
    await lecture.mark(lecture.ids[2], 'leave');
    await lecture.mark(town.as('branch-440308001005').personId, 'guest');
    const group = (await town.ask(secretary, groups.partyGroups, { organizationId: branch })).items[0]?.groupId;
    const together = await hold(['groupMeeting'], '2026-03-03', group);
    await together.mark(together.ids[0], 'present');
    await eventually(async () =>
      expect(await figures()).toMatchObject({ from: '2026-01-01', asOf: '2026-03-03', branches: 1, ...(await reckoned('2026-03-03')) }),
    );
    const last = { meetings: 1, attended: 2, members: lecture.ids.length };
    expect(await figures({ from: '2026-03-03' })).toMatchObject(last);
    expect(await figures({ asOf: '2026-03-02' })).toMatchObject(await reckoned('2026-03-02'));
    expect(await figures({ asOf: '2026-03-01' })).toMatchObject({ branches: 0, meetings: 0, attended: 0, members: 0 });
    expect(await refusal(figures({ from: '2026-03-04', asOf: '2026-03-03' }))).toBe('PERIOD_INVALID');
    expect(await refusal(figures({}, member))).toBe('FORBIDDEN_ROLE');
    const tree = await figures({}, community);
    const { items, total } = await town.ask(community, attendanceReportRows, { organizationId: community.organizationId });
    expect([items.length, total]).toEqual([tree.branches, tree.branches]);
    for (const figure of ['meetings', 'attended', 'members'] as const) expect(items.reduce((sum, row) => sum + row[figure], 0)).toBe(tree[figure]);
  });
});
