import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as requests from '@zhitong/catalogue/operations/requests.ts';
import { addDays, instantMs, shanghaiDate, startOfDay } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import type { z } from 'zod';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('requests on their way to who can decide, on the running services', () => {
  let town: Town;
  let branch: TestCaller;
  let community: TestCaller;
  let street: TestCaller;

  beforeAll(async () => {
    town = await startTown();
    [branch, community, street] = [town.as('branch-440308001002'), town.as('community-440308001002'), town.as('street-440308001')];
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const submit = (fields: Partial<z.input<typeof requests.submitRequest.input>> = {}) =>
    town.act(branch, requests.submitRequest, { organizationId: branch.organizationId, topicCode: 'livelihoodNeed', text: '路灯不亮', ...fields });
  const look = (requestId: string, who = branch) => town.ask(who, requests.getRequest, { requestId, organizationId: who.organizationId });
  const todo = async (who: TestCaller, id: string, limit = 50) =>
    (await town.ask(who, inbox.todo, { organizationId: who.organizationId, limit })).entries
      .filter((entry) => entry.id === id)
      .map(({ group, action }) => `${group}:${action}`);
  const pass = (instant: string | null) => town.clock.to(new Date(instantMs(instant ?? '') + 1).toISOString());
  const accepted = async (fields: Parameters<typeof submit>[0] = {}) => {
    const { id: requestId } = await submit(fields);
    await town.act(community, requests.acceptRequest, { requestId });
    return requestId;
  };

  it('LINK-13 LINK-14 LINK-15 LINK-18 LINK-19 GW-06 goes to the holder, is accepted, answered and confirmed', async () => {
    const { topics } = await town.ask(branch, requests.requestTopics, { organizationId: branch.organizationId });
    expect(topics.find(({ topicCode }) => topicCode === 'livelihoodNeed')).toMatchObject({
      holder: { organizationId: community.organizationId, office: 'funding' },
      gap: false,
    });
    const { id: requestId } = await submit();
    expect(await look(requestId)).toMatchObject({
      state: 'routed',
      holder: { organizationId: community.organizationId },
      duty: 'accept',
      dueAt: '2026-03-04T15:59:59.999Z',
      text: '路灯不亮',
    });
    expect(await town.ask(community, inbox.inboxCounts, { organizationId: community.organizationId })).toMatchObject({ toAnswer: 1 });
    expect(await todo(community, requestId)).toEqual(['waiting:accept']);
    expect(await todo(branch, requestId)).toEqual(['unfinished:followUp']);
    expect((await submit()).warnings).toEqual(['REQUEST_OPEN']);
    await town.act(community, requests.acceptRequest, { requestId });
    await town.act(community, requests.answerRequest, { requestId, answer: 'done', text: '已修好' });
    expect(await look(requestId)).toMatchObject({
      state: 'answered',
      officerId: community.personId,
      steps: expect.arrayContaining([expect.objectContaining({ step: 'RequestAnswered', text: '已修好' })]),
    });
    expect(await todo(branch, requestId)).toEqual(['waiting:confirm']);
    await town.act(branch, requests.confirmRequest, { requestId });
    expect(await look(requestId)).toMatchObject({ state: 'confirmed' });
    expect(await todo(branch, requestId)).toEqual([]);
    const { rows } = await town.ask(street, requests.requestsOnTime, { organizationId: street.organizationId });
    expect(rows).toContainEqual(
      expect.objectContaining({ level: 'community', topicCode: 'livelihoodNeed', answered: 1, answeredOnTime: 1, confirmed: 1, onTimeShare: 1000 }),
    );
  });

  it('LINK-13 LINK-14 refuses excluded matters, levels outside of the topic and who may not ask', async () => {
    expect(await refusal(submit({ topicCode: 'disciplineCase' }))).toBe('TOPIC_EXCLUDED');
    expect(await refusal(submit({ topicCode: 'unheardOf' }))).toBe('VALIDATION_FAILED');
    expect(await refusal(submit({ level: 'city' }))).toBe('LEVEL_NOT_ALLOWED');
    expect(await refusal(submit({ organizationId: community.organizationId }))).toBe('NOT_FOUND');
    expect(
      await refusal(town.act(town.as('member'), requests.submitRequest, { organizationId: branch.organizationId, topicCode: 'other', text: '其他' })),
    ).toBe('FORBIDDEN_ROLE');
    const { id: requestId } = await submit({ level: 'street' });
    expect(await look(requestId)).toMatchObject({ holder: { organizationId: street.organizationId }, informedIds: [community.organizationId] });
    expect(await refusal(town.act(community, requests.acceptRequest, { requestId }))).toBe('NOT_FOUND');
    expect(await look(requestId, community)).toMatchObject({ text: null });
    expect(await refusal(look(requestId, town.as('community-440308001005')))).toBe('NOT_FOUND');
    await town.act(branch, requests.withdrawRequest, { requestId });
    expect(await refusal(town.act(street, requests.acceptRequest, { requestId }))).toBe('STATE_NOT_ALLOWED');
  });

  it('LINK-15 LINK-19 is passed on twice, then the common superior decides finally; who held it still knows of it', async () => {
    const { id: requestId } = await submit({ topicCode: 'residentNeed' });
    const [second, third] = [town.as('community-440308001005'), town.as('community-440308001006')];
    expect(await refusal(town.act(community, requests.rerouteRequest, { requestId, reason: '不属本社区' }))).toBe('TARGET_REQUIRED');
    await town.act(community, requests.rerouteRequest, { requestId, toOrganizationId: second.organizationId, reason: '不属本社区' });
    await town.act(second, requests.rerouteRequest, { requestId, toOrganizationId: third.organizationId, reason: '不属本社区' });
    expect(await refusal(town.act(third, requests.rerouteRequest, { requestId, toOrganizationId: community.organizationId, reason: '不属本社区' }))).toBe(
      'REROUTE_LIMIT',
    );
    expect(await todo(street, requestId)).toEqual(['waiting:decideHolder']);
    // However much it was told of since.
    town.clock.pass(1);
    const later = [await submit({ level: 'district' }), await submit({ level: 'district' })];
    expect((await todo(street, requestId, later.length)).length).toBe(1);
    for (const { id } of later) await town.act(branch, requests.withdrawRequest, { requestId: id });
    expect(await refusal(town.act(town.as('district-440308'), requests.decideRequestHolder, { requestId, toOrganizationId: third.organizationId }))).toBe(
      'OUT_OF_SCOPE',
    );
    await town.act(street, requests.decideRequestHolder, { requestId, toOrganizationId: second.organizationId });
    expect(await look(requestId)).toMatchObject({ holder: { organizationId: second.organizationId }, reroutesLeft: 0 });
    for (const former of [community, third])
      expect(await look(requestId, former)).toMatchObject({ holder: { organizationId: second.organizationId }, text: null });
    expect(await look(requestId, second)).toMatchObject({ text: expect.any(String) });
    expect(await refusal(town.act(street, requests.decideRequestHolder, { requestId, toOrganizationId: third.organizationId }))).toBe('STATE_NOT_ALLOWED');
    expect(await refusal(town.act(second, requests.rerouteRequest, { requestId, toOrganizationId: third.organizationId, reason: '再转' }))).toBe(
      'REROUTE_LIMIT',
    );
    await town.act(branch, requests.withdrawRequest, { requestId });
  });

  it('LINK-16 the clock stands while the submitter is asked, ten working days in all', async () => {
    const requestId = await accepted();
    const before = await look(requestId);
    await town.act(community, requests.pauseRequest, { requestId, reason: '请补充地址' });
    expect(await todo(branch, requestId)).toEqual(['waiting:supply']);
    town.clock.toDay('2026-03-06');
    expect(await look(requestId)).toMatchObject({ clock: { ...before.clock, workdaysLeft: 10, paused: true } });
    await town.act(branch, requests.resumeRequest, { requestId, note: '三号楼' });
    const after = await look(requestId);
    expect(after).toMatchObject({ clock: { dueAt: after.dueAt, workdays: 14, workdaysLeft: 10, paused: false } });
    expect(after.steps.slice(-2).map(({ answerDueAt }) => answerDueAt)).toEqual([before.dueAt, after.dueAt]);
    expect([before.dueAt, after.dueAt]).toEqual(['2026-03-16T15:59:59.999Z', '2026-03-20T15:59:59.999Z']);
    await town.act(community, requests.pauseRequest, { requestId, reason: '再补充' });
    town.clock.toDay('2026-03-17');
    await eventually(async () => expect(await look(requestId)).toMatchObject({ state: 'accepted' }));
    expect(await refusal(town.act(community, requests.pauseRequest, { requestId, reason: '又补充' }))).toBe('PAUSE_LIMIT');
    await town.act(branch, requests.withdrawRequest, { requestId });
  });

  it('LINK-17 a holder that lets a deadline pass loses it one level up, to the city, where it is flagged', async () => {
    const { id: requestId } = await submit();
    for (const level of ['street', 'district', 'city']) {
      pass((await look(requestId)).dueAt);
      await eventually(async () => expect((await look(requestId)).holder).toMatchObject({ level }));
    }
    const atCity = await look(requestId);
    expect(atCity).toMatchObject({ escalations: 3, overdueAtTop: false });
    expect(atCity.coHolders.map(({ level }) => level)).toEqual(['community', 'street', 'district']);
    pass(atCity.dueAt);
    await eventually(async () => expect(await look(requestId)).toMatchObject({ overdueAtTop: true, holder: { level: 'city' } }));
    await town.act(town.as('city'), requests.acceptRequest, { requestId });
    await town.act(town.as('city'), requests.answerRequest, { requestId, answer: 'refused', text: '不予办理' });
    expect(await look(requestId, community)).toMatchObject({ state: 'answered', text: '路灯不亮' });
    await town.act(branch, requests.confirmRequest, { requestId });
  }, 30_000);

  it('what is overdue is listed for who submitted it as for who holds it', async () => {
    const listOf = async (role: 'submitter' | 'holder', who: TestCaller, overdue: 'true' | 'false') =>
      (await town.ask(who, requests.listRequests, { organizationId: who.organizationId, role, overdue, limit: 200 })).items;
    pass((await look(await accepted())).dueAt);
    for (const [role, who] of [
      ['submitter', branch],
      ['holder', community],
    ] as const) {
      await eventually(async () => {
        const late = (await listOf(role, who, 'false')).flatMap(({ requestId, overdue }) => (overdue ? [requestId] : []));
        expect((await listOf(role, who, 'true')).map((row) => row.requestId).sort()).toEqual(late.sort());
      });
    }
  });

  it('LINK-18 a plan comes back on its date, silence closes, a third reopening goes one level up', async () => {
    const planned = await accepted();
    const now = town.clock.now().slice(0, 10);
    expect(await refusal(town.act(community, requests.answerRequest, { requestId: planned, answer: 'planned', text: '计划' }))).toBe('PLAN_DATE_MISMATCH');
    const day = new Date(Date.parse(now) + 3 * 86_400_000).toISOString().slice(0, 10);
    await town.act(community, requests.answerRequest, { requestId: planned, answer: 'planned', text: '三天后', plannedOn: day });
    town.clock.toDay(day);
    await eventually(async () => expect(await look(planned)).toMatchObject({ state: 'accepted', duty: 'answer' }));
    expect(await refusal(town.act(branch, requests.withdrawRequest, { requestId: planned }))).toBe('STATE_NOT_ALLOWED');

    const answer = (requestId: string, who = community) => town.act(who, requests.answerRequest, { requestId, answer: 'done', text: '好了' });
    for (let time = 0; time < 2; time++) {
      await answer(planned);
      await town.act(branch, requests.reopenRequest, { requestId: planned, reason: '没有解决' });
      await town.act(community, requests.acceptRequest, { requestId: planned });
    }
    await answer(planned);
    await town.act(branch, requests.reopenRequest, { requestId: planned, reason: '仍未解决' });
    expect(await look(planned)).toMatchObject({ holder: { organizationId: street.organizationId }, escalations: 1, reopenings: 3 });
    await town.act(street, requests.acceptRequest, { requestId: planned });
    await answer(planned, street);
    const { confirmDueAt } = await look(planned);
    pass(confirmDueAt);
    expect(await refusal(town.act(branch, requests.confirmRequest, { requestId: planned }))).toBe('STATE_NOT_ALLOWED');
    await eventually(async () => expect(await look(planned)).toMatchObject({ state: 'autoClosed' }));
  }, 30_000);

  it('LINK-22 one digest a morning for who has something new, also after a round that only ran past midnight', async () => {
    const tomorrow = addDays(shanghaiDate(town.clock.now()), 1);
    const newest = async (id: string) => (await town.recorded(`organizations.digest-${id}`)).at(-1)?.data;
    town.clock.to(startOfDay(tomorrow));
    await eventually(async () => expect(await newest('city')).toMatchObject({ digestOn: addDays(tomorrow, -1) }));
    const { id: requestId } = await submit();
    await submit({ topicCode: 'residentNeed' });
    const { toAnswer } = await town.ask(community, inbox.inboxCounts, { organizationId: community.organizationId });
    expect(toAnswer).toBeGreaterThanOrEqual(2);
    town.clock.toDay(tomorrow);
    await eventually(async () => expect(await newest(community.personId)).toMatchObject({ personId: community.personId, digestOn: tomorrow, toAnswer }));
    await town.act(branch, requests.withdrawRequest, { requestId });
  }, 30_000);

  it('LINK-22 comes when the person wants it, from tomorrow on', async () => {
    const [today, tomorrow] = [0, 1].map((days) => addDays(shanghaiDate(town.clock.now()), days));
    const times = { time: '13:15', quietFrom: '21:00', quietUntil: '08:00' };
    const usual = { time: '08:30', quietFrom: '21:00', quietUntil: '08:00' };
    const set = (change: Partial<z.input<typeof inbox.setMyDigest.input>>) =>
      town.act(street, inbox.setMyDigest, { ...times, effectiveOn: tomorrow ?? '', ...change });
    expect(await refusal(set({ effectiveOn: today ?? '' }))).toBe('SETTING_RETROACTIVE');
    expect(await refusal(set({ time: '13:20' }))).toBe('SETTING_OUT_OF_RANGE');
    await set({});
    expect(await town.ask(street, inbox.myDigest, {})).toMatchObject({ today: usual, later: [{ ...times, effectiveOn: tomorrow }] });
    expect(await town.ask(community, inbox.myDigest, {})).toMatchObject({ today: usual, later: [] });

    const { id: requestId } = await submit({ level: 'street' });
    await town.ask(street, inbox.inboxCounts, { organizationId: street.organizationId });
    const sent = () => town.recorded(`organizations.digest-${street.personId}`);
    const round = (time: string) => town.recorded(`organizations.digest-city${time}`);
    town.clock.toDay(tomorrow ?? '');
    await eventually(async () => expect((await round('')).at(-1)?.data).toMatchObject({ digestOn: tomorrow }));
    expect((await sent()).at(-1)?.data).not.toMatchObject({ digestOn: tomorrow });
    town.clock.pass(4.5 * 3_600_000);
    await eventually(async () => expect((await sent()).at(-1)?.data).toMatchObject({ digestOn: tomorrow, sentAt: town.clock.now() }));
    expect(await town.ask(street, inbox.myDigest, {})).toMatchObject({ today: times, later: [] });
    await town.act(branch, requests.withdrawRequest, { requestId });
  }, 30_000);
});
