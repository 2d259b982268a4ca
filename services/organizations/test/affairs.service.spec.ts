import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as affairs from '@zhitong/catalogue/operations/affairs.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('open party affairs, on the running services', () => {
  let town: Town;
  let secretary: TestCaller;
  let community: TestCaller;
  let member: TestCaller;
  let organizationId: string;
  beforeAll(async () => {
    town = await startTown();
    [secretary, community, member] = [town.as('branch-440308001002'), town.as('community-440308001002'), town.as('member')];
    ({ organizationId } = secretary);
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const asked = { fromOn: '2026-02-20', untilOn: '2026-03-01', asked: 5, opinions: 3, adopted: 2 };
  const consult = (fields: object = {}) =>
    town.act(secretary, affairs.recordConsultation, { organizationId, type: 'budget', subject: '年度预算', ...asked, ...fields });
  const publish = (fields: object = {}, who: TestCaller = secretary) =>
    town.act(who, affairs.publishAffair, {
      organizationId: who.organizationId,
      type: 'budget',
      subject: '年度预算',
      text: '收支各项如下。',
      untilOn: '2026-03-09',
      ...fields,
    });
  const own = async (affairId: string, who: TestCaller = member) =>
    (await town.ask(who, affairs.ownAffairs, {})).items.find((item) => item.affairId === affairId);
  const object = (affairId: string, who: TestCaller = member) => town.act(who, affairs.objectToAffair, { affairId, text: '第三项不清楚' });

  it('ORG-45 a decision on the list waits for its consultation: of the branch, of the type, by the day of the vote', async () => {
    const startsAt = '2026-03-02T00:42:00.000Z';
    const { id: meetingId } = await town.act(secretary, meetings.planMeeting, { organizationId, kinds: ['memberMeeting'], startsAt, title: '党员大会' });
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const { entitled } = await town.ask(secretary, meetings.getMeeting, { meetingId });
    const vote = (fields: object) =>
      town.act(secretary, meetings.recordMotion, { meetingId, type: 'budget', present: entitled, yes: entitled, no: 0, abstain: 0, ...fields });
    const { id: affairId } = await consult({ untilOn: '2026-03-02' });
    const { id: plan } = await consult({ type: 'plan' });
    expect(await refusal(vote({}))).toBe('CONSULTATION_MISSING');
    expect(await refusal(vote({ affairId: plan }))).toBe('CONSULTATION_MISSING');
    expect(await refusal(vote({ affairId: 'aff_nobody' }))).toBe('NOT_FOUND');
    await vote({ affairId });
    await vote({ type: 'other' });
    const list = {
      key: 'affairs.consultTypes',
      value: '["plan"]',
      organizationId: town.as('district-440308').organizationId,
      effectiveOn: '2026-03-03',
      reason: '试点',
    };
    await town.act(town.as('district-440308'), changeSetting, list);
    expect(await refusal(vote({}))).toBe('CONSULTATION_MISSING');
    const { motions } = await town.ask(secretary, meetings.getMeeting, { meetingId });
    expect(motions.map(({ type }) => type).sort()).toEqual(['budget', 'other']);
  });

  it('ORG-45 is made known to the own members, who object once and are answered; nothing of it stands in events', async () => {
    const { id: affairId } = await consult();
    expect(await refusal(publish({ affairId, untilOn: '2026-03-08' }))).toBe('DEADLINE_TOO_SHORT');
    expect(await refusal(object(affairId))).toBe('NOT_FOUND');
    await publish({ affairId });
    expect(await own(affairId)).toMatchObject({ subject: '年度预算', text: '收支各项如下。', untilOn: '2026-03-09', open: true, objection: null });
    expect(await own(affairId, town.as('branch-440308001005'))).toBeUndefined();
    expect(await refusal(object(affairId, town.as('branch-440308001005')))).toBe('NOT_FOUND');
    const { id: objectionId } = await object(affairId);
    expect(await refusal(object(affairId))).toBe('ALREADY_EXISTS');
    const answer = { affairId, objectionId, text: '已补充说明' };
    expect(await refusal(town.act(member, affairs.answerAffairObjection, answer))).toBe('FORBIDDEN_ROLE');
    const unanswered = async () => (await town.ask(secretary, affairs.listAffairs, { type: 'budget' })).items.find((item) => item.affairId === affairId);
    expect(await unanswered()).toMatchObject({ consultation: asked, objections: 1, unanswered: 1 });
    await town.act(secretary, affairs.answerAffairObjection, answer);
    expect(await refusal(town.act(secretary, affairs.answerAffairObjection, answer))).toBe('STATE_NOT_ALLOWED');
    expect(await unanswered()).toMatchObject({ objections: 1, unanswered: 0 });
    expect((await own(affairId))?.objection).toMatchObject({ text: '第三项不清楚', answer: '已补充说明' });
    const view = await town.ask(community, affairs.getAffair, { affairId });
    expect(view.objections).toMatchObject([{ objectionId, personId: member.personId, answer: '已补充说明' }]);
    expect(await refusal(town.ask(town.as('branch-440308001005'), affairs.getAffair, { affairId }))).toBe('NOT_FOUND');
    expect(JSON.stringify(await town.recorded(`organizations.affair-${affairId}`))).not.toMatch(/预算|不清楚|补充/);
  });

  it('ORG-45 what a committee above makes known reaches the members of its branches, and is over after its last day', async () => {
    const { id: affairId } = await publish({ type: 'other', subject: '评优公示' }, community);
    expect(await own(affairId)).toMatchObject({ organizationId: community.organizationId, open: true });
    expect(await own(affairId, town.as('branch-440308001005'))).toBeUndefined();
    town.clock.to('2026-03-09T16:00:00.000Z');
    expect(await own(affairId)).toMatchObject({ open: false });
    expect(await refusal(object(affairId))).toBe('STATE_NOT_ALLOWED');
  });
});
