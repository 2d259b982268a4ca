import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as directives from '@zhitong/catalogue/operations/directives.ts';
import * as guides from '@zhitong/catalogue/operations/guides.ts';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import { guideScope } from '@zhitong/catalogue';
import { addHours, instantMs } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

/** What the stream of one receipt recorded. */
const receiptSteps = async (town: Town, directiveId: string, organizationId: string) =>
  (await town.recorded(`organizations.receipt-${directiveId}.${organizationId}`)).map(({ type, data }) =>
    'momentCode' in data ? `${type}:${String(data.momentCode)}` : type,
  );

const communities = ['440308001002', '440308001005', '440308001006', '440308001007', '440303001001'];

describe('directives between the levels, on the running services', () => {
  let town: Town;
  let city: TestCaller;
  const community = (code: string) => town.as(`community-${code}`);
  const everyCommunity = { clauses: [{ levels: ['community' as const] }] };

  beforeAll(async () => {
    town = await startTown();
    city = town.as('city');
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const draft = (fields: Partial<z.input<typeof directives.draftDirective.input>> = {}) =>
    town.act(city, directives.draftDirective, {
      issuerId: city.organizationId,
      kind: 'task',
      title: '换届检查',
      text: '请于月底前完成。',
      scope: everyCommunity,
      reportDueOn: '2026-03-20',
      ...fields,
    });
  const progress = (directiveId: string, under?: string) =>
    town.ask(city, directives.directiveProgress, { directiveId, organizationId: city.organizationId, ...(under === undefined ? {} : { under }) });
  const countsOf = (caller: TestCaller) => town.ask(caller, inbox.inboxCounts, { organizationId: caller.organizationId });
  const atCommunity = async (directiveId: string) => (await progress(directiveId)).levels.find(({ level }) => level === 'community');

  async function issued(fields: Parameters<typeof draft>[0] = {}): Promise<string> {
    const { id: directiveId } = await draft(fields);
    await town.act(city, directives.issueDirective, { directiveId });
    await town.settle();
    return directiveId;
  }

  it('LINK-01 LINK-03 LINK-04 LINK-10 LINK-21 reaches every community at once and rolls up what they do', async () => {
    const preview = await town.ask(city, directives.previewDirective, { issuerId: city.organizationId, scope: JSON.stringify(everyCommunity), kind: 'task' });
    expect(preview).toMatchObject({ addressees: communities.length, informed: 4, burden: { most: 1, secondPersonRequired: false } });
    const directiveId = await issued();

    for (const code of communities) {
      const officer = community(code);
      expect(await countsOf(officer)).toMatchObject({ unread: 1, toAcknowledge: 1, toReport: 1, overdue: 0, lagSeconds: 0 });
      const { items } = await town.ask(officer, inbox.listInbox, { organizationId: officer.organizationId, box: 'toAcknowledge' });
      expect(items).toMatchObject([{ directiveId, title: '换届检查', receiptState: 'delivered', informedOnly: false }]);
    }
    const street = town.as('street-440308001');
    expect(await town.ask(street, inbox.listInbox, { organizationId: street.organizationId, box: 'informed' })).toMatchObject({
      items: [{ directiveId, informedOnly: true }],
    });
    expect(await countsOf(street)).toMatchObject({ unread: 0, toAcknowledge: 0 });

    const [first, second, third] = communities.map(community);
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are communities');
    const at = (caller: TestCaller) => ({ directiveId, organizationId: caller.organizationId });
    await town.act(first, directives.openDirective, at(first));
    town.clock.pass(60_000);
    await town.act(first, directives.acknowledgeDirective, at(first));
    town.clock.pass(120_000);
    const last = await town.act(second, directives.acknowledgeDirective, at(second));
    await town.settle();
    expect(await atCommunity(directiveId)).toMatchObject({
      addressees: 5,
      delivered: 5,
      opened: 2,
      acknowledgedOnTime: 2,
      notAcknowledged: 3,
      reported: 0,
      onTimeShare: 400,
      medianSeconds: 120,
    });
    const repeated = await town.act(second, directives.acknowledgeDirective, at(second));
    expect(repeated.version).toBe(last.version);

    await town.act(third, directives.reportDirective, { ...at(third), report: '已完成。' });
    await town.settle();
    expect(await atCommunity(directiveId)).toMatchObject({ opened: 3, acknowledgedOnTime: 3, reported: 1 });
    expect(await countsOf(third)).toMatchObject({ unread: 0, toAcknowledge: 0, toReport: 0 });

    const { children } = await progress(directiveId);
    expect(children.map(({ addressees, acknowledgedOnTime }) => [addressees, acknowledgedOnTime]).sort()).toEqual([
      [1, 0],
      [4, 3],
    ]);
    const below = await progress(directiveId, town.org('district-440308'));
    expect(below.children).toMatchObject([{ organizationId: town.org('street-440308001'), addressees: 4, acknowledgedOnTime: 3 }]);
    await town.act(city, directives.closeDirective, { directiveId });
  });

  it('LINK-04 a secretary of a branch below, an ordinary member and a stranger cannot acknowledge for it', async () => {
    const directiveId = await issued({ title: '仅限社区' });
    const organizationId = town.org('community-440308001002');
    const step = (login: string) => refusal(town.act(town.as(login), directives.acknowledgeDirective, { directiveId, organizationId }));
    expect(await step('member')).toBe('FORBIDDEN_ROLE');
    expect(await step('branch-440308001002')).toBe('NOT_FOUND');
    expect(await step('street-440308001')).toBe('OUT_OF_SCOPE');
    expect(
      await refusal(
        town.act(town.as('branch-440308001002'), directives.acknowledgeDirective, { directiveId, organizationId: town.org('branch-440308001002') }),
      ),
    ).toBe('NOT_FOUND');
    await town.act(city, directives.closeDirective, { directiveId });
  });

  it('LINK-05 reminds at half time and on the last day, finds late by the clock, tells the superior, and takes a late answer as late', async () => {
    const directiveId = await issued({ reportDueOn: undefined, kind: 'notice', title: '通知' });
    const [first, ...others] = communities.map(community);
    if (first === undefined) throw new Error('there are communities');
    const issuedAt = town.clock.now();
    for (const officer of others) await town.act(officer, directives.acknowledgeDirective, { directiveId, organizationId: officer.organizationId });
    const receipt = () => receiptSteps(town, directiveId, first.organizationId);
    town.clock.to(addHours(issuedAt, 36));
    await eventually(async () => expect(await receipt()).toEqual(['ReceiptReminded:acknowledgeHalfTime']));
    town.clock.to(addHours(issuedAt, 48));
    await eventually(async () => expect(await receipt()).toEqual(['ReceiptReminded:acknowledgeHalfTime', 'ReceiptReminded:acknowledgeLastDay']));
    town.clock.to(addHours(issuedAt, 72));
    expect(await countsOf(first)).toMatchObject({ overdue: 0, dueIn48h: 1 });
    town.clock.pass(1);
    await eventually(async () => expect(await countsOf(town.as('street-440308001'))).toMatchObject({ overdueBelow: 1 }));
    expect(await countsOf(first)).toMatchObject({ overdue: 1 });
    expect(await atCommunity(directiveId)).toMatchObject({ overdue: 1, acknowledgedOnTime: 4, notAcknowledged: 1 });
    const late = await town.ask(city, directives.listReceipts, { directiveId, organizationId: city.organizationId, overdue: 'true' });
    expect(late.items.map(({ organizationId }) => organizationId)).toEqual([first.organizationId]);

    await town.act(first, directives.acknowledgeDirective, { directiveId, organizationId: first.organizationId });
    await eventually(async () => expect(await atCommunity(directiveId)).toMatchObject({ overdue: 0, acknowledgedLate: 1, notAcknowledged: 0 }));
    await eventually(async () => expect(await countsOf(town.as('street-440308001'))).toMatchObject({ overdueBelow: 0 }));
    await eventually(async () =>
      expect((await town.ask(city, directives.getDirective, { directiveId, organizationId: city.organizationId })).state).toBe('closed'),
    );
  }, 30_000);

  it('LINK-05 remindDirective reminds once a day those who still owe something', async () => {
    const directiveId = await issued({ title: '催办' });
    const officer = community('440308001002');
    await town.act(officer, directives.acknowledgeDirective, { directiveId, organizationId: officer.organizationId });
    await town.settle();
    await town.act(city, directives.remindDirective, { directiveId });
    expect(await refusal(town.act(city, directives.remindDirective, { directiveId }))).toBe('ALREADY_REMINDED_TODAY');
    await eventually(async () => expect((await receiptSteps(town, directiveId, officer.organizationId)).at(-1)).toMatch(/^ReceiptReminded:byIssuer/));
    const remindedAt = town.clock.now();
    await eventually(async () => {
      const { items } = await town.ask(city, directives.listReceipts, { directiveId, organizationId: city.organizationId, limit: 10 });
      expect(new Set(items.map((row) => row.remindedAt))).toEqual(new Set([remindedAt]));
    });
    const { receipt } = await town.ask(officer, directives.getDirective, { directiveId, organizationId: officer.organizationId });
    expect(receipt).toMatchObject({ remindedAt });
    await town.act(city, directives.closeDirective, { directiveId });
  });

  it('LINK-07 a report goes back twice with a new deadline, the third time RETURN_LIMIT', async () => {
    const directiveId = await issued({ reportDueOn: '2026-03-31', title: '报告' });
    const officer = community('440308001005');
    const at = { directiveId, organizationId: officer.organizationId };
    expect(await refusal(town.act(city, directives.returnReport, { ...at, reason: '没有报告', reportDueOn: '2026-03-20' }))).toBe('STATE_NOT_ALLOWED');
    for (const reportDueOn of ['2026-03-20', '2026-03-23']) {
      await town.act(officer, directives.reportDirective, { ...at, report: '简报' });
      expect(await refusal(town.act(city, directives.returnReport, { ...at, reason: '太短', reportDueOn: '2026-03-05' }))).toBe('DEADLINE_TOO_SHORT');
      await town.act(city, directives.returnReport, { ...at, reason: '补充数据', reportDueOn });
      await town.settle();
      const { receipt } = await town.ask(officer, directives.getDirective, at);
      expect(receipt).toMatchObject({ state: 'reportReturned', returnReason: '补充数据' });
    }
    town.clock.to('2026-03-23T16:00:00.000Z');
    const street = town.as('street-440308001');
    const lateBelow = async () => (await town.ask(street, inbox.listInbox, { organizationId: street.organizationId, box: 'overdueBelow' })).items;
    await eventually(async () =>
      expect(await lateBelow()).toContainEqual(
        expect.objectContaining({ directiveId, organizationId: officer.organizationId, dueAt: '2026-03-23T15:59:59.999Z' }),
      ),
    );
    await town.act(officer, directives.reportDirective, { ...at, report: '完整报告' });
    expect(await refusal(town.act(city, directives.returnReport, { ...at, reason: '再来', reportDueOn: '2026-04-30' }))).toBe('RETURN_LIMIT');
    await town.act(city, directives.closeDirective, { directiveId });
  }, 30_000);

  it('LINK-08 a material amendment starts receipts again, an editorial one keeps them, a recall cancels what is open', async () => {
    const directiveId = await issued({ reportDueOn: undefined, title: '修订' });
    const officer = community('440308001005');
    const at = { directiveId, organizationId: officer.organizationId };
    await town.act(officer, directives.acknowledgeDirective, at);
    await town.act(city, directives.amendDirective, { directiveId, material: false, text: '请于月底前完成（更正错字）。' });
    await town.settle();
    expect(await atCommunity(directiveId)).toMatchObject({ acknowledgedOnTime: 1 });
    await town.act(city, directives.amendDirective, { directiveId, material: true, text: '改为下月底前完成。' });
    await town.settle();
    expect(await atCommunity(directiveId)).toMatchObject({ acknowledgedOnTime: 0, notAcknowledged: 5 });
    const seen = await town.ask(officer, directives.getDirective, at);
    expect(seen).toMatchObject({
      textVersion: 2,
      text: '改为下月底前完成。',
      earlier: [{ text: '请于月底前完成。' }, { text: '请于月底前完成（更正错字）。' }],
    });
    await town.act(officer, directives.acknowledgeDirective, at);
    await town.act(city, directives.recallDirective, { directiveId, reason: '误发' });
    await town.settle();
    expect(await atCommunity(directiveId)).toMatchObject({ addressees: 1, acknowledgedOnTime: 1, left: 4 });
    expect(await countsOf(community('440308001006'))).toMatchObject({ unread: 0, toAcknowledge: 0 });
    expect(
      await refusal(town.act(community('440308001006'), directives.openDirective, { directiveId, organizationId: town.org('community-440308001006') })),
    ).toBe('STATE_NOT_ALLOWED');
    expect(await town.ask(officer, directives.getDirective, at)).toMatchObject({ state: 'recalled', recallReason: '误发' });
  });

  it('LINK-06 an addressee forwards inside its own subtree where the issuer allows it, once', async () => {
    const forwardable = await issued({ reportDueOn: undefined, title: '可转发', forwardingAllowed: true });
    const officer = community('440308001002');
    const branches = { clauses: [{ subtreeOf: officer.organizationId, levels: ['base' as const] }] };
    const { id: copyId } = await town.act(officer, directives.forwardDirective, {
      directiveId: forwardable,
      organizationId: officer.organizationId,
      note: '请各支部落实',
      scope: branches,
    });
    await town.settle();
    const branch = town.as('branch-440308001002');
    await eventually(async () =>
      expect(await town.ask(branch, directives.getDirective, { directiveId: copyId, organizationId: branch.organizationId })).toMatchObject({
        rootDirectiveId: forwardable,
        text: '请于月底前完成。',
        supplements: [{ note: '请各支部落实', addressees: 2 }],
      }),
    );
    expect(await refusal(town.act(branch, directives.forwardDirective, { directiveId: copyId, organizationId: branch.organizationId, note: '再转' }))).toBe(
      'HOP_LIMIT',
    );
    expect(
      await refusal(town.act(officer, directives.forwardDirective, { directiveId: forwardable, organizationId: officer.organizationId, scope: branches })),
    ).toBe('EMPTY_SCOPE');
    const wide = { clauses: [{ levels: ['base' as const] }] };
    expect(
      await refusal(town.act(officer, directives.forwardDirective, { directiveId: forwardable, organizationId: officer.organizationId, scope: wide })),
    ).toBe('OUT_OF_SCOPE');
    expect(
      await refusal(
        town.act(officer, directives.forwardDirective, {
          directiveId: forwardable,
          organizationId: officer.organizationId,
          note: '晚',
          acknowledgeDueAt: '2027-01-01T00:00:00.000Z',
        }),
      ),
    ).toBe('DEADLINE_TOO_LATE');
    await town.act(city, directives.recallDirective, { directiveId: forwardable, reason: '全部撤回' });
    await eventually(async () =>
      expect((await town.ask(branch, directives.getDirective, { directiveId: copyId, organizationId: branch.organizationId })).state).toBe('recalled'),
    );
    const closed = await issued({ reportDueOn: undefined, title: '不可转发' });
    expect(await refusal(town.act(officer, directives.forwardDirective, { directiveId: closed, organizationId: officer.organizationId, note: '转' }))).toBe(
      'FORWARDING_FORBIDDEN',
    );
    await town.act(city, directives.closeDirective, { directiveId: closed });
  });

  it('LINK-11 R-24 the monthly table weighs directives by addressees', async () => {
    const { months } = await town.ask(city, directives.attenuationMonthly, { organizationId: city.organizationId, fromMonth: '2026-03', months: 2 });
    const march = months[0]?.levels.find(({ level }) => level === 'community');
    expect(march).toMatchObject({ addressees: expect.any(Number), acknowledgedOnTime: expect.any(Number) });
    expect(march?.addressees).toBeGreaterThanOrEqual(10);
    expect(march?.medianSeconds).toBeGreaterThan(0);
    expect(months[1]?.levels.every(({ medianSeconds }) => medianSeconds === null)).toBe(true);
  });

  it('LINK-01 a draft can be written anew or thrown away until it is sent', async () => {
    const { id: directiveId } = await draft({ kind: 'notice', reportDueOn: undefined, title: '初稿' });
    const anew = { directiveId, kind: 'notice' as const, title: '二稿', text: '改过', scope: everyCommunity };
    await town.act(city, directives.editDraft, anew);
    expect(await town.ask(city, directives.getDirective, { directiveId, organizationId: city.organizationId })).toMatchObject({
      state: 'draft',
      title: '二稿',
      text: '改过',
    });
    expect(await refusal(town.act(town.as('district-440308'), directives.editDraft, anew))).toBe('NOT_FOUND');
    expect(await refusal(town.act(town.as('district-440308'), directives.discardDraft, { directiveId }))).toBe('NOT_FOUND');
    await town.act(city, directives.discardDraft, { directiveId });
    expect(await refusal(town.act(city, directives.issueDirective, { directiveId }))).toBe('NOT_FOUND');
    expect(
      (await town.ask(city, directives.listDirectives, { organizationId: city.organizationId, state: 'draft' })).items.map((row) => row.directiveId),
    ).not.toContain(directiveId);
    const sent = await issued({ kind: 'notice', reportDueOn: undefined, title: '已发' });
    expect(await refusal(town.act(city, directives.editDraft, { ...anew, directiveId: sent }))).toBe('STATE_NOT_ALLOWED');
    expect(await refusal(town.act(city, directives.discardDraft, { directiveId: sent }))).toBe('STATE_NOT_ALLOWED');
    await town.act(city, directives.closeDirective, { directiveId: sent });
  });

  it('LINK-01 LINK-02 refuses what may not be addressed, nobody, too short a deadline and the burden of a sixth task by one person', async () => {
    const street = town.as('street-440308001');
    const outside = await town.act(street, directives.draftDirective, {
      issuerId: street.organizationId,
      kind: 'notice',
      title: '越权',
      text: '越权',
      scope: { clauses: [{ organizationIds: [town.org('community-440303001001')] }] },
    });
    expect(await refusal(town.act(street, directives.issueDirective, { directiveId: outside.id }))).toBe('OUT_OF_SCOPE');
    const nobody = await draft({ reportDueOn: undefined, scope: { clauses: [{ levels: ['city'] }] } });
    expect(await refusal(town.act(city, directives.issueDirective, { directiveId: nobody.id }))).toBe('EMPTY_SCOPE');
    const today = town.clock.now().slice(0, 10);
    const short = await draft({ kind: 'notice', reportDueOn: today });
    expect(await refusal(town.act(city, directives.issueDirective, { directiveId: short.id }))).toBe('DEADLINE_TOO_SHORT');
    expect(await refusal(town.act(town.as('district-440308'), directives.issueDirective, { directiveId: short.id }))).toBe('NOT_FOUND');
    expect(await refusal(town.act(town.as('member'), directives.issueDirective, { directiveId: short.id }))).toBe('FORBIDDEN_ROLE');
    const topic = { kind: 'notice' as const, topicCode: 'roster', reportDueOn: '2026-12-31' };
    const asked = await issued(topic);
    const again = await draft(topic);
    expect(await refusal(town.act(city, directives.issueDirective, { directiveId: again.id }))).toBe('REASON_REQUIRED');
    expect((await town.act(city, directives.issueDirective, { directiveId: again.id, reasonCode: 'figuresChanged' })).warnings).toEqual([
      'REPORT_ASKED_BEFORE',
    ]);
    const shown = async (directiveId: string) =>
      (await town.ask(city, directives.getDirective, { directiveId, organizationId: city.organizationId })).askedAgainReason;
    expect([await shown(asked), await shown(again.id)]).toEqual([null, 'figuresChanged']);
    for (const directiveId of [asked, again.id]) await town.act(city, directives.closeDirective, { directiveId });
    const sixth = await draft({ reportDueOn: undefined, title: '第六' });
    await town.settle();
    expect(await refusal(town.act(city, directives.issueDirective, { directiveId: sixth.id }))).toBe('SECOND_PERSON_REQUIRED');
  });

  it('R-24 LINK-11 A(L), T(L), loss, reports on time and the monthly mean are what the log says', async () => {
    town.clock.toDay('2026-06-01');
    const levels = ['community', 'base'] as const;
    const all = await issued({ kind: 'notice', title: '汇总', scope: { clauses: [{ levels: [...levels] }] }, reportDueOn: '2026-06-10' });
    const some = await issued({ kind: 'notice', title: '再报', reportDueOn: undefined });
    const at = (caller: TestCaller, directiveId = all) => ({ directiveId, organizationId: caller.organizationId });
    const [first, second, third] = communities.map(community);
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are communities');
    for (const caller of [first, town.as('branch-440308001002'), second]) {
      town.clock.pass(90_000);
      await town.act(caller, directives.acknowledgeDirective, at(caller));
    }
    await town.act(first, directives.acknowledgeDirective, at(first, some));
    await town.act(first, directives.reportDirective, { ...at(first), report: '按时' });
    town.clock.toDay('2026-06-12');
    await town.act(third, directives.acknowledgeDirective, at(third));
    await town.act(second, directives.reportDirective, { ...at(second), report: '迟报' });
    await town.settle();

    const seen = (directiveId: string) => levels.map((level) => reckoned(town, directiveId, level));
    const { levels: shown } = await progress(all);
    expect(shown.map(({ level, addressees: _n, loss: _loss, ...row }) => ({ level, ...row }))).toMatchObject(
      seen(all).map(({ seconds, addressees: _addressees, share: _share, ...row }) => ({ ...row, medianSeconds: seconds })),
    );
    const [upper, lower] = seen(all);
    expect([shown[0]?.addressees, shown[1]?.addressees]).toEqual([upper?.addressees, lower?.addressees]);
    expect(shown[1]?.loss).toBe(Math.round(1000 * ((upper?.share ?? 0) - (lower?.share ?? 0))));
    const { months } = await town.ask(city, directives.attenuationMonthly, { organizationId: city.organizationId, fromMonth: '2026-06', months: 1 });
    const [one, other] = [reckoned(town, all, 'community'), reckoned(town, some, 'community')];
    expect(months[0]?.levels.find(({ level }) => level === 'community')).toMatchObject({
      addressees: one.addressees + other.addressees,
      acknowledgedOnTime: one.acknowledgedOnTime + other.acknowledgedOnTime,
      medianSeconds: Math.round(((one.seconds ?? 0) * one.addressees + (other.seconds ?? 0) * other.addressees) / (one.addressees + other.addressees)),
    });
  });

  describe('LINK-12 the topic guide of a quarter', () => {
    const district = () => town.as('district-440308');
    const secretary = () => town.as('branch-440308001002');
    const other = () => town.as('branch-440303001001');
    const drafted = async (issuer: TestCaller, quarter: string, ...topicCodes: string[]) =>
      (
        await town.act(issuer, directives.draftDirective, {
          ...{ issuerId: issuer.organizationId, kind: 'topicGuide', title: '主题指引', text: '一、理论学习；二、党章。' },
          ...{ scope: guideScope(issuer.organizationId), guide: { quarter, topicCodes } },
        })
      ).id;
    const send = (issuer: TestCaller, directiveId: string) => town.act(issuer, directives.issueDirective, { directiveId });
    const guideOf = (caller: TestCaller, quarter: string) => town.ask(caller, guides.quarterGuide, { organizationId: caller.organizationId, quarter });
    const use = (directiveId: string, caller = city, under?: string) =>
      town.ask(caller, guides.topicGuideUse, { directiveId, organizationId: caller.organizationId, ...(under === undefined ? {} : { under }) });
    const plan = (topicCodes: string[], startsAt = '2026-06-15T08:00:00.000Z') =>
      town.act(secretary(), meetings.planMeeting, { organizationId: secretary().organizationId, kinds: ['themeDay'], startsAt, title: '主题党日', topicCodes });
    let guideId: string;

    it('LINK-12 is given by the city to every branch, once, later than its day with a warning; a district adds one supplement', async () => {
      town.clock.toDay('2026-06-15');
      expect(await guideOf(secretary(), '2026-Q2')).toMatchObject({ guides: [], fromOn: '2026-04-01', untilOn: '2026-06-30', dueOn: '2026-04-05' });
      const early = await drafted(district(), '2026-Q2', 'harbour');
      expect(await refusal(send(district(), early))).toBe('GUIDE_MISSING');
      const [one, two] = [await drafted(city, '2026-Q2', 'newTheory', 'charter'), await drafted(city, '2026-Q2', 'newTheory')];
      const sent = await Promise.allSettled([send(city, one), send(city, two)]);
      expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      guideId = sent[0]?.status === 'fulfilled' ? one : two;
      expect(await refusal(send(city, guideId === one ? two : one))).toBe('GUIDE_EXISTS');
      const narrow = await draft({ kind: 'topicGuide', reportDueOn: undefined, guide: { quarter: '2026-Q3', topicCodes: ['charter'] } });
      expect(await refusal(send(city, narrow.id))).toBe('GUIDE_TO_ALL_BRANCHES');
      const street = town.as('street-440308001');
      expect(await refusal(send(street, await drafted(street, '2026-Q2', 'harbour')))).toBe('GUIDE_BY_CITY');
      await send(district(), early);
      await town.settle();
      expect(await town.recorded('organizations.guide-2026-Q2')).toMatchObject([
        { type: 'TopicGuideIssued', data: { directiveId: guideId, warnings: ['GUIDE_LATE'] } },
        { type: 'TopicGuideIssued', data: { directiveId: early, supplementsDirectiveId: guideId, warnings: [] } },
      ]);
      await eventually(async () =>
        expect((await guideOf(secretary(), '2026-Q2')).guides).toMatchObject([
          { title: '主题指引', supplement: false, late: true },
          { title: '主题指引', supplement: true, late: false },
        ]),
      );
      expect((await guideOf(other(), '2026-Q2')).guides.map(({ directiveId }) => directiveId)).toEqual([guideId]);
      await town.act(district(), directives.recallDirective, { directiveId: early, reason: '改稿' });
      await eventually(async () => expect((await guideOf(secretary(), '2026-Q2')).guides).toHaveLength(1));
      await send(district(), await drafted(district(), '2026-Q2', 'harbour'));
    });

    it('LINK-12 its topics are cited by meetings of its quarter; the shares count branches and open their lists', async () => {
      await expect(plan(['sports'])).rejects.toMatchObject({ code: 'TOPIC_NOT_IN_GUIDE', details: { unknown: ['sports'] } });
      expect(await refusal(plan(['newTheory'], '2026-06-14T08:00:00.000Z'))).toBe('TOPIC_NOT_IN_GUIDE');
      expect(await refusal(plan(['newTheory'], '2026-07-01T08:00:00.000Z'))).toBe('TOPIC_NOT_IN_GUIDE');
      const before = await use(guideId);
      expect(before).toMatchObject({ acknowledged: 0, used: 0 });
      const { id: meetingId } = await plan(['newTheory', 'harbour']);
      await town.act(secretary(), meetings.cancelMeeting, { meetingId, reasonCode: 'postponed' });
      expect((await use(guideId)).used).toBe(0);
      const { id: held } = await plan(['harbour'], '2026-06-14T18:00:00.000Z');
      await town.act(secretary(), meetings.holdMeeting, { meetingId: held, heldOn: '2026-06-15' });
      expect((await use(guideId)).used).toBe(0);
      await town.act(secretary(), meetings.recordAttendance, { meetingId: held, personId: secretary().personId, mark: 'present' });
      await town.act(secretary(), meetings.recordMinutes, { meetingId: held, text: '学习。', decisions: '无', topicCodes: ['newTheory'] });
      await town.act(secretary(), directives.acknowledgeDirective, { directiveId: guideId, organizationId: secretary().organizationId });
      await town.settle();
      const all = await use(guideId);
      expect(all).toMatchObject({ addressees: before.addressees, acknowledged: 1, used: 1 });
      expect(all.children.reduce((sum, { addressees }) => sum + addressees, 0)).toBe(all.addressees);
      expect(all.children.find(({ organizationId }) => organizationId === town.org('district-440308'))).toMatchObject({ acknowledged: 1, used: 1 });
      expect(await use(guideId, city, town.org('district-440303'))).toMatchObject({ acknowledged: 0, used: 0 });
      const list = (figure: { used?: 'true' | 'false'; acknowledged?: 'true' }) =>
        town.ask(city, guides.topicGuideBranches, { directiveId: guideId, organizationId: city.organizationId, ...figure });
      expect(await list({ used: 'true' })).toMatchObject({ total: 1, items: [{ organizationId: secretary().organizationId, topicCodes: ['newTheory'] }] });
      expect(await list({ acknowledged: 'true' })).toMatchObject({ total: 1 });
      expect(await list({ used: 'false' })).toMatchObject({ total: all.addressees - 1 });
      expect(await use(guideId, district())).toMatchObject({ used: 1, under: district().organizationId });
      expect(await refusal(use(guideId, town.as('member')))).toBe('FORBIDDEN_ROLE');
    });

    it('LINK-12 is over with its quarter; a meeting of the quarter that is entered later still cites it', async () => {
      const next = await drafted(city, '2026-Q3', 'charter');
      expect((await send(city, next)).warnings).toEqual([]);
      town.clock.toDay('2026-07-01');
      await eventually(async () => expect((await town.recorded('organizations.guide-2026-Q2')).at(-1)?.type).toBe('TopicGuideExpired'));
      await plan(['newTheory'], '2026-06-30T08:00:00.000Z');
      await plan(['charter'], '2026-07-01T08:00:00.000Z');
      await eventually(async () => {
        const { items } = await town.ask(city, guides.listTopicGuides, { organizationId: city.organizationId });
        const shown = items.map(({ quarter, state, supplement }) => [quarter, state, supplement].join(' '));
        expect(shown.slice(0, 2)).toEqual(['2026-Q3 inForce false', '2026-Q2 expired false']);
        expect(shown.slice(2).sort()).toEqual(['2026-Q2 expired true', '2026-Q2 withdrawn true']);
      });
    });
  });
});

/** One level of a directive that went to everybody on it, from the log alone. */
function reckoned(town: Town, directiveId: string, level: 'community' | 'base') {
  const onLevel = new Set(
    town.events.flatMap(({ type, data }) => {
      const born = z.looseObject({ organizationId: z.string(), level: z.string() }).safeParse(data);
      return type === 'OrganizationRegistered' && born.success && born.data.level === level ? [born.data.organizationId] : [];
    }),
  );
  const said = z.looseObject({ directiveId: z.string(), organizationId: z.string(), late: z.boolean(), acknowledgedAt: z.string().optional() });
  const of = (kind: string) =>
    town.events.flatMap(({ type, data }) => {
      const step = type === kind ? said.parse(data) : undefined;
      return step?.directiveId === directiveId && onLevel.has(step.organizationId) ? [step] : [];
    });
  const issuedAt = z.looseObject({ directiveId: z.string(), terms: z.looseObject({ issuedAt: z.string() }) });
  const began = town.events
    .flatMap(({ type, data }) => (type === 'DirectiveIssued' ? [issuedAt.parse(data)] : []))
    .find((sent) => sent.directiveId === directiveId);
  const [acknowledged, reported] = [of('ReceiptAcknowledged'), of('ReceiptReported')];
  const taken = acknowledged.map((step) => (instantMs(step.acknowledgedAt ?? '') - instantMs(began?.terms.issuedAt ?? '')) / 1000).sort((a, b) => a - b);
  const middle = [taken[Math.ceil(taken.length / 2) - 1] ?? 0, taken[Math.floor(taken.length / 2)] ?? 0];
  const onTime = acknowledged.filter(({ late }) => !late).length;
  const share = onTime / onLevel.size;
  return {
    level,
    addressees: onLevel.size,
    acknowledgedOnTime: onTime,
    onTimeShare: Math.round(1000 * share),
    share,
    seconds: taken.length === 0 ? null : Math.round(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2),
    reported: reported.length,
    reportedOnTime: reported.filter(({ late }) => !late).length,
  };
}
