import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EphemeralUnavailable, type EphemeralStore } from '@zhitong/eventing';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { at, listAt, partOf } from './json.ts';

const minutes = 60_000;

describe('a session', () => {
  let gateway: GatewayUnderTest;
  beforeEach(async () => {
    gateway = new GatewayUnderTest();
    await gateway.start();
  });
  afterEach(() => gateway.stop());

  it.each([undefined, 'forged', 'AAAAAAAAAAAAAAAAAAAAAA'])('SEC-03 a missing or forged id is nobody (%s)', async (id) => {
    const browser = gateway.browser();
    if (id !== undefined) browser.cookies.set('__Host-zt', id);
    const answer = await browser.send('/api/v1/session');
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'UNAUTHENTICATED', detail: '请先登录。' });
  });

  it('SEC-03 two cookies of the same name are nobody', async () => {
    const browser = await gateway.loggedIn();
    const own = `__Host-zt=${browser.cookies.get('__Host-zt')}`;
    const answer = await gateway.browser().send('/api/v1/session', { headers: { cookie: `__Host-zt=planted; ${own}` } });
    expect(answer.status).toBe(401);
  });

  it('goes by the name that members knows, and by the organization of the log-in while members is away', async () => {
    const name = async () => at(await (await gateway.loggedIn()).send('/api/v1/session').then((answer) => answer.json()), 'displayName');
    expect(await name()).toBe('福田街道');
    gateway.services.names.set('per_wang', '王某');
    expect(await name()).toBe('王某');
    gateway.services.gone.add('members');
    expect(await name()).toBe('福田街道');
  });

  it('SEC-03 gets a new id at each log-in, and the old one ends', async () => {
    const browser = await gateway.loggedIn();
    const old = browser.cookies.get('__Host-zt') ?? '';
    await browser.logIn('wang');
    expect(browser.cookies.get('__Host-zt')).not.toBe(old);
    const thief = gateway.browser();
    thief.cookies.set('__Host-zt', old);
    expect((await thief.send('/api/v1/session')).status).toBe(401);
  });

  it('SEC-03 gets a new id under another post, and acts under it', async () => {
    const browser = await gateway.loggedIn();
    const old = browser.cookies.get('__Host-zt') ?? '';
    expect((await browser.post('/api/v1/session/act', { grantId: 'grt_2' })).status).toBe(200);
    expect(await (await browser.send('/api/v1/session')).json()).toMatchObject({ actingGrantId: 'grt_2' });
    gateway.services.answers.set('listGrants', () => ({ value: { items: [], total: 0, totalMore: false, lagSeconds: 0 }, stale: false }));
    await browser.send('/api/v1/grants');
    expect(gateway.services.of('listGrants').at(-1)?.outgoing.subject).toEqual({
      kind: 'person',
      personId: 'per_wang',
      grantId: 'grt_2',
      organizationId: 'org_2',
    });
    const thief = gateway.browser();
    thief.cookies.set('__Host-zt', old);
    expect((await thief.send('/api/v1/session')).status).toBe(401);
  });

  it('refuses a post that the person does not hold', async () => {
    const answer = await (await gateway.loggedIn()).post('/api/v1/session/act', { grantId: 'grt_9' });
    expect([answer.status, await partOf(answer, 'code')]).toEqual([403, 'FORBIDDEN_ROLE']);
  });

  it('SEC-04 ends 30 minutes after its last use', async () => {
    const browser = await gateway.loggedIn();
    gateway.ahead += 29 * minutes;
    expect((await browser.send('/api/v1/session')).status).toBe(200);
    gateway.ahead += 29 * minutes;
    expect((await browser.send('/api/v1/session')).status).toBe(200);
    gateway.ahead += 31 * minutes;
    expect((await browser.send('/api/v1/session')).status).toBe(401);
  });

  it('SEC-04 of an administrator ends after 15 minutes', async () => {
    const browser = await gateway.loggedIn('admin');
    gateway.ahead += 14 * minutes;
    expect((await browser.send('/api/v1/session')).status).toBe(200);
    gateway.ahead += 16 * minutes;
    expect((await browser.send('/api/v1/session')).status).toBe(401);
  });

  it('SEC-04 ends 8 hours after the log-in whatever its use, also under another post', async () => {
    const browser = await gateway.loggedIn();
    for (let turn = 0; turn < 16; turn++) {
      gateway.ahead += 29 * minutes;
      await browser.send('/api/v1/session');
    }
    expect((await browser.post('/api/v1/session/act', { grantId: 'grt_2' })).status).toBe(200);
    gateway.ahead += 17 * minutes;
    expect((await browser.send('/api/v1/session')).status).toBe(401);
  });

  it('SEC-04 ends with the log-out', async () => {
    const browser = await gateway.loggedIn();
    const thief = gateway.browser();
    thief.cookies.set('__Host-zt', browser.cookies.get('__Host-zt') ?? '');
    const answer = await browser.post('/auth/logout', {});
    expect(answer.status).toBe(204);
    expect(answer.headers.get('clear-site-data')).toContain('"cookies"');
    expect((await thief.send('/api/v1/session')).status).toBe(401);
  });

  it('SEC-04 is listed with the others of the person and can be ended from there', async () => {
    const [here, there, other] = [await gateway.loggedIn(), await gateway.loggedIn(), await gateway.loggedIn('admin')];
    const items = listAt(await (await here.send('/api/v1/sessions')).json(), 'items');
    expect(items.map((own) => at(own, 'current')).sort()).toEqual([false, true]);
    const foreign = at(
      items.find((own) => at(own, 'current') === false),
      'sessionId',
    );
    const end = (browser: typeof here) => browser.send(`/api/v1/sessions/${String(foreign)}`, { method: 'DELETE', headers: { origin: gateway.url } });
    expect((await end(other)).status).toBe(404);
    expect((await end(here)).status).toBe(204);
    expect((await there.send('/api/v1/session')).status).toBe(401);
    expect((await here.send('/api/v1/session')).status).toBe(200);
  });

  it('SEC-04 ends when the account is disabled', async () => {
    const browser = await gateway.loggedIn();
    gateway.services.accounts.delete('wang');
    expect((await browser.send('/api/v1/session')).status).toBe(401);
    gateway.services.accounts.set('wang', 'per_wang');
    expect((await browser.send('/api/v1/session')).status).toBe(401);
  });

  it('GW-01 loses a revoked grant', async () => {
    const browser = await gateway.loggedIn();
    gateway.services.grants.set('per_wang', (gateway.services.grants.get('per_wang') ?? []).slice(1));
    expect(await (await browser.send('/api/v1/session')).json()).toMatchObject({ actingGrantId: null });
    const answer = await browser.send('/api/v1/organizations');
    expect([answer.status, await partOf(answer, 'code')]).toEqual([403, 'FORBIDDEN_ROLE']);
  });
});

describe('while the session store is away', () => {
  it('REL-35 nobody is let in unchecked', async () => {
    const gateway = new GatewayUnderTest();
    const away = { now: false };
    const ephemeral: EphemeralStore = new Proxy(gateway.ephemeral, {
      get: (store, name: keyof EphemeralStore) =>
        away.now && name !== 'close' ? () => Promise.reject(new EphemeralUnavailable('away')) : store[name].bind(store),
    });
    await gateway.start({ ephemeral });
    const browser = await gateway.loggedIn();
    away.now = true;
    const answer = await browser.send('/api/v1/session');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toMatchObject({ code: 'SESSIONS_UNAVAILABLE' });
    const ready = await browser.send('/readyz');
    expect([ready.status, await partOf(ready, 'missing')]).toEqual([503, ['sessions']]);
    away.now = false;
    expect((await browser.send('/api/v1/session')).status).toBe(200);
    await gateway.stop();
  });
});
