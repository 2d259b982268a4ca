import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

describe('logging in', () => {
  let gateway: GatewayUnderTest;
  beforeEach(async () => {
    gateway = new GatewayUnderTest();
    await gateway.start();
  });
  afterEach(() => gateway.stop());

  it('GW-01 goes through the issuer and back to the wanted page', async () => {
    const browser = gateway.browser();
    const { visited } = await browser.follow('/auth/login?persona=wang&returnTo=/app/directives?tab=mine');
    expect(visited.at(-1)).toBe(`${gateway.url}/app/directives?tab=mine`);
    const authorize = new URL(visited[1] ?? '');
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const session = await browser.send('/api/v1/session');
    expect(session.status).toBe(200);
    expect(await session.json()).toEqual({
      personId: 'per_wang',
      displayName: '福田街道',
      actingGrantId: 'grt_1',
      grants: [expect.objectContaining({ grantId: 'grt_1', level: 'district', view: 'line' }), expect.objectContaining({ grantId: 'grt_2' })],
      roles: ['secretary', 'organizationOfficer'],
      idleSeconds: 1800,
    });
  });

  it('SEC-03 sets a cookie that only this host can set and scripts cannot read', async () => {
    const browser = gateway.browser();
    const { response } = await browser.follow('/auth/login?persona=wang');
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-zt='));
    expect(set).toMatch(/^__Host-zt=[\w-]{22}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const [id = ''] = /(?<==)[^;]+/.exec(set ?? '') ?? [];
    expect([...gateway.memory.values.keys(''), ...(await gateway.ephemeral.members('session-of:per_wang'))].join()).not.toContain(id);
  });

  it('shows the choice of persons when none is named, escaped', async () => {
    const browser = gateway.browser();
    const { response, visited } = await browser.follow('/auth/login');
    const page = await response.text();
    expect(page).toContain('wang &#60;书记&#62;');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const chosen = await browser.send(visited.at(-1) ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: gateway.url },
      body: 'persona=admin',
    });
    await browser.follow(chosen.headers.get('location') ?? '');
    expect(await (await browser.send('/api/v1/session')).json()).toMatchObject({ personId: 'per_admin', idleSeconds: 900 });
  });

  it.each([
    ['the choice of persons', true],
    ['the choice of persons, without a word of its length', false],
    ['the provider', true],
  ])('SEC-29 refuses %s a form that is too long', async (door, declared) => {
    const browser = gateway.browser();
    const { visited } = await browser.follow('/auth/login');
    const path = door === 'the provider' ? '/oidc/token' : (visited.at(-1) ?? '');
    const form = new Blob([`persona=wang&more=${'x'.repeat(64 * 1024)}`]);
    const answer = await fetch(new URL(path, gateway.url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: browser.cookie },
      body: declared ? form : form.stream(),
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE', traceId: expect.any(String) });
  });

  /** Up to the callback, which is not called yet. */
  const callbackOf = async (browser: Browser): Promise<string> => {
    let next = '/auth/login?persona=wang';
    while (!next.includes('/auth/callback')) next = new URL((await browser.send(next)).headers.get('location') ?? '', new URL(next, gateway.url)).href;
    return next;
  };

  it('SEC-01 refuses a code that comes back to another browser', async () => {
    const callback = await callbackOf(gateway.browser());
    const other = gateway.browser();
    await other.send('/auth/login?persona=wang');
    const answer = await other.send(callback);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'TOKEN_INVALID' });
  });

  it('SEC-01 refuses a code the second time, also with the cookie of the first', async () => {
    const browser = gateway.browser();
    const callback = await callbackOf(browser);
    const binding = browser.cookies.get('__Host-zt-login') ?? '';
    expect((await browser.send(callback)).status).toBe(302);
    expect(gateway.memory.values.keys('login:')).toEqual([]);
    browser.cookies.set('__Host-zt-login', binding);
    expect((await browser.send(callback)).status).toBe(401);
  });

  it('SEC-01 refuses a foreign state', async () => {
    const browser = gateway.browser();
    await browser.send('/auth/login?persona=wang');
    const answer = await browser.send('/auth/callback?code=abc&state=forged&iss=' + encodeURIComponent(`${gateway.url}/oidc`));
    expect(answer.status).toBe(401);
  });

  it('SEC-29 pauses after five failed log-ins, whatever address they forge', async () => {
    const browser = gateway.browser();
    const forged = (turn: number) => ({ headers: { 'x-forwarded-for': `10.0.0.${String(turn)}`, forwarded: `for=10.0.1.${String(turn)}` } });
    for (let turn = 0; turn < 5; turn++) {
      expect((await browser.send('/auth/login?persona=wang', forged(turn))).status).toBe(302);
      expect((await browser.send('/auth/callback?code=x&state=y', forged(turn))).status).toBe(401);
    }
    const paused = await browser.send('/auth/login?persona=wang', forged(5));
    expect(paused.status).toBe(429);
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(60);
    gateway.ahead += 16 * 60_000;
    expect((await browser.send('/auth/login?persona=wang')).status).toBe(302);
  });

  it('lets nobody in without an account', async () => {
    const browser = gateway.browser();
    const { response } = await browser.follow('/auth/login?persona=nobody');
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'FORBIDDEN_ROLE' });
    expect(browser.cookies.has('__Host-zt')).toBe(false);
  });

  it('SEC-02 the development issuer refuses production', async () => {
    const other = new GatewayUnderTest();
    await expect(other.start({ production: true })).rejects.toMatchObject({ name: 'ConfigurationError' });
  });
});
