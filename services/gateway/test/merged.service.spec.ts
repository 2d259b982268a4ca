import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts, platformOperation } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { at, partOf } from './json.ts';

describe('parts of all services', () => {
  const gateway = new GatewayUnderTest();
  let browser: Browser;

  beforeAll(async () => {
    for (const context of contexts) {
      gateway.services.answers.set(platformOperation('figures', context).name, () => ({ value: { items: [{ metric: `${context}.count` }] }, stale: false }));
    }
    await gateway.start();
    browser = await gateway.loggedIn();
  });
  afterAll(() => gateway.stop());

  it('come together under the names of the services', async () => {
    const answer = await browser.send('/api/v1/metrics?organizationId=org_1&view=line');
    const parts = await partOf(answer, 'parts');
    expect(contexts.filter((context) => at(parts, context) === undefined)).toEqual([]);
    expect(at(parts, 'members')).toEqual({ items: [{ metric: 'members.count' }] });
    expect(gateway.services.of(platformOperation('figures', 'members').name).at(-1)?.input).toEqual({ organizationId: 'org_1', view: 'line' });
  });

  it('GW-11 a part that is missing says since when, the others answer', async () => {
    gateway.services.gone.add('members');
    const first = await partOf(await browser.send('/api/v1/metrics?organizationId=org_1'), 'parts');
    gateway.ahead += 60_000;
    const second = await partOf(await browser.send('/api/v1/metrics?organizationId=org_1'), 'parts');
    expect(at(first, 'members', 'unavailableSince')).toEqual(expect.any(String));
    expect(at(second, 'members')).toEqual({ code: 'SERVICE_UNAVAILABLE', unavailableSince: at(first, 'members', 'unavailableSince') });
    expect(at(second, 'funding')).toEqual({ items: [{ metric: 'funding.count' }] });
    gateway.services.gone.delete('members');
    expect(await partOf(await browser.send('/api/v1/metrics?organizationId=org_1'), 'parts', 'members')).toEqual({ items: [{ metric: 'members.count' }] });
  });

  it('GW-11 a service that never served keeps the gateway from people, one that goes away later does not', async () => {
    const ready = async (): Promise<unknown> => {
      const answer = await browser.send('/readyz');
      return [answer.status, await partOf(answer, 'missing')];
    };
    gateway.services.gone.add('members');
    expect(await ready()).toEqual([503, ['members']]);
    gateway.services.gone.delete('members');
    expect(await ready()).toEqual([200, []]);
    gateway.services.gone.add('members');
    expect(await ready()).toEqual([200, ['members']]);
    gateway.services.gone.delete('members');
  });

  it('what one service refuses is refused', async () => {
    gateway.services.answers.set(platformOperation('audit', 'members').name, () => {
      throw new Rejected('FORBIDDEN_ROLE', 'Only the audit administrator.');
    });
    for (const context of contexts.filter((other) => other !== 'members'))
      gateway.services.answers.set(platformOperation('audit', context).name, () => ({ value: { items: [] }, stale: false }));
    expect((await browser.send('/api/v1/audit')).status).toBe(403);
  });

  it('checks the question before asking anybody', async () => {
    expect((await browser.send('/api/v1/metrics?organizationId=nonsense')).status).toBe(400);
  });

  it('names come for a page at once, and a page does not wait for them', async () => {
    gateway.services.answers.set('memberNames', () => ({ value: { names: [{ personId: 'per_1', name: '李明', masked: false }] }, stale: false }));
    const answer = await browser.send('/api/v1/names?ids=per_1,per_2,per_1');
    expect(await answer.json()).toEqual({ names: [{ personId: 'per_1', name: '李明', masked: false }] });
    const asked = gateway.services.of('memberNames').at(-1);
    expect(asked?.input).toEqual({ personIds: ['per_1', 'per_2'] });
    expect(asked?.outgoing.deadlineMs).toBe(300);
    expect((await browser.send('/api/v1/names?ids=org_1')).status).toBe(400);
  });
});
