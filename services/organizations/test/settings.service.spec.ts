import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultRequestTopics } from '@zhitong/catalogue';
import * as directives from '@zhitong/catalogue/operations/directives.ts';
import * as requests from '@zhitong/catalogue/operations/requests.ts';
import * as settings from '@zhitong/catalogue/operations/settings.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, addHours, endOfDay, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { startTown, type TestCaller, type Town } from './calls.ts';

describe('X-22 done.md 3 a setting never rewrites what is open', () => {
  let town: Town;
  let city: TestCaller;
  let street: TestCaller;
  let community: TestCaller;

  beforeAll(async () => {
    town = await startTown();
    [city, street, community] = [town.as('city'), town.as('street-440308001'), town.as('community-440308001002')];
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const today = () => shanghaiDate(town.clock.now());
  /** The new value is in force from tomorrow on, and that day has begun. */
  async function changed(key: string, value: string): Promise<void> {
    const effectiveOn = addDays(today(), 1);
    const { organizationId } = city;
    await town.act(city, settings.changeSetting, { key, organizationId, value, effectiveOn, reason: '深组通〔2026〕2号' });
    await town.settle();
    town.clock.toDay(effectiveOn);
    const inForce = async () =>
      (await town.ask(city, settings.listSettings, { organizationId, on: effectiveOn })).items.find((item) => item.key === key)?.value;
    await eventually(async () => expect(await inForce()).toBe(value));
  }

  const issued = async () => {
    const scope = { clauses: [{ levels: ['street' as const] }] };
    const draft = { issuerId: city.organizationId, kind: 'notice' as const, title: '时限', text: '时限', scope };
    const { id: directiveId } = await town.act(city, directives.draftDirective, draft);
    await town.act(city, directives.issueDirective, { directiveId });
    return directiveId;
  };
  const dueOf = async (directiveId: string) => {
    const { issuedAt, acknowledgeDueAt } = await town.ask(city, directives.getDirective, { directiveId, organizationId: city.organizationId });
    return { issuedAt: issuedAt ?? '', acknowledgeDueAt };
  };

  it('LINK-05 directive.ackHours: an open directive keeps its deadline, and is in time up to that one', async () => {
    const old = await issued();
    const before = await dueOf(old);
    expect(before.acknowledgeDueAt).toBe(addHours(before.issuedAt, 72));
    await changed('directive.ackHours', '24');
    const young = await dueOf(await issued());
    expect(young.acknowledgeDueAt).toBe(addHours(young.issuedAt, 24));
    expect(await dueOf(old)).toEqual(before);
    const at = { directiveId: old, organizationId: street.organizationId };
    const late = async () => (await town.recorded(`organizations.receipt-${old}.${street.organizationId}`)).map(({ type }) => type);
    town.clock.to(addHours(before.issuedAt, 71));
    await town.settle();
    expect(await late()).not.toContain('ReceiptOverdue');
    town.clock.to(before.acknowledgeDueAt ?? '');
    await town.act(street, directives.acknowledgeDirective, at);
    const { items } = await town.ask(city, directives.listReceipts, { directiveId: old, organizationId: city.organizationId, state: 'acknowledged' });
    expect(items).toMatchObject([{ organizationId: street.organizationId, acknowledgedLate: false }]);
  });

  it('LINK-16 request.answerWorkdays and request.urgentWorkdays: an open request keeps its deadline', async () => {
    const branch = town.as('branch-440308001002');
    const accepted = async (urgent: boolean) => {
      const body = { organizationId: branch.organizationId, topicCode: 'livelihoodNeed', text: '路灯不亮', urgent };
      const { id: requestId } = await town.act(branch, requests.submitRequest, body);
      await town.act(community, requests.acceptRequest, { requestId });
      return requestId;
    };
    const dueAt = async (requestId: string) => (await town.ask(branch, requests.getRequest, { requestId, organizationId: branch.organizationId })).dueAt;
    // A topic without days of its own follows the setting.
    const topics = defaultRequestTopics.map(({ answerWorkdays, ...topic }) => (topic.topicCode === 'livelihoodNeed' ? topic : { ...topic, answerWorkdays }));
    town.clock.toDay('2026-03-08');
    await changed('request.topics', JSON.stringify(topics));
    const [old, oldUrgent] = [await accepted(false), await accepted(true)]; // Monday
    expect([await dueAt(old), await dueAt(oldUrgent)]).toEqual([endOfDay('2026-03-23'), endOfDay('2026-03-12')]);
    await changed('request.answerWorkdays', '5');
    await changed('request.urgentWorkdays', '1');
    expect([await dueAt(await accepted(false)), await dueAt(await accepted(true))]).toEqual([endOfDay('2026-03-18'), endOfDay('2026-03-12')]);
    expect([await dueAt(old), await dueAt(oldUrgent)]).toEqual([endOfDay('2026-03-23'), endOfDay('2026-03-12')]);
  });

  const founded = async (name: string) => {
    const { organizationId } = community;
    const under = { lineParentId: organizationId, placeParentId: organizationId };
    const { id } = await town.act(community, tree.proposeOrganization, { name, kind: 'committee', level: 'base', sector: 'community', ...under });
    return id;
  };
  const profile = (organizationId: string) => town.ask(street, tree.getOrganization, { organizationId });

  it('ORG-02 org.approveDays: an open proposal keeps its day, and is told to the next up by that one', async () => {
    const [old, on] = [await founded('先报党委'), today()];
    expect((await profile(old)).decideByAt).toBe(endOfDay(addDays(on, 30)));
    await changed('org.approveDays', '10');
    const young = await founded('后报党委');
    expect((await profile(young)).decideByAt).toBe(endOfDay(addDays(today(), 10)));
    expect((await profile(old)).decideByAt).toBe(endOfDay(addDays(on, 30)));
    const told = async (organizationId: string) => (await town.ask(street, tree.getOrganizationHistory, { organizationId })).items.map(({ type }) => type);
    town.clock.toDay(addDays(today(), 11));
    await eventually(async () => expect(await told(young)).toContain('ApprovalOverdue'));
    expect(await told(old)).not.toContain('ApprovalOverdue');
  });

  it('ORG-08 org.lineMoveDays: an open move keeps its day', async () => {
    const asked = async (name: string) => {
      const id = await founded(name);
      await town.act(street, tree.approveOrganization, { organizationId: id });
      const to = town.org('community-440308001005');
      await town.act(community, tree.moveOrganization, { organizationId: id, toParentId: to, effectiveOn: addDays(today(), 60), reasonCode: 'reorganized' });
      return id;
    };
    const dueAt = async (organizationId: string) => (await profile(organizationId)).pendingMove?.dueAt;
    const [old, on] = [await asked('先迁党委'), today()];
    expect(await dueAt(old)).toBe(endOfDay(addDays(on, 30)));
    await changed('org.lineMoveDays', '10');
    expect(await dueAt(await asked('后迁党委'))).toBe(endOfDay(addDays(today(), 10)));
    expect(await dueAt(old)).toBe(endOfDay(addDays(on, 30)));
  });
});
