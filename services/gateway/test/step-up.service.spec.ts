import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { operations } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { obtainToken } from '../src/obtain-token.ts';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

const personId = 'per_00000000000000000001';
const grant = { personId, role: 'operator', organizationId: 'org_00000000000000000001', fromOn: '2026-03-01' };
/** Each operation that asks for a fresh log-in, with its path and an input. */
const weighty: readonly (readonly [name: string, path: string, body: object])[] = [
  ['confirmGrant', '/grants/grt_00000000000000000001/confirm', { personId }],
  ['erasePerson', `/members/${personId}/erase`, {}],
  ['openAccount', '/accounts', { issuer: 'https://issuer.example', subject: 'somebody', personId }],
  ['proposeErasure', `/members/${personId}/propose-erasure`, {}],
  ['proposeGrant', '/grants', grant],
];
const receipt = { value: { id: 'x', stream: 'organizations.grants-x', version: 1, warnings: [] }, stale: false };

describe('SEC-07 weighty acts and administrators', () => {
  let gateway: GatewayUnderTest;
  beforeEach(() => {
    gateway = new GatewayUnderTest();
    for (const [name] of weighty) gateway.services.answers.set(name, () => receipt);
  });
  afterEach(() => gateway.stop());

  const secondsOn = (seconds: number) => (gateway.ahead += seconds * 1000);
  const propose = (browser: Browser) => browser.post('/api/v1/grants', grant);

  it('SEC-07 the operations that ask for a fresh log-in are these', () => {
    const declared = operations.filter(({ freshLogIn }) => freshLogIn === true).map(({ name }) => name);
    expect(declared.sort()).toEqual(weighty.map(([name]) => name));
  });

  it.each(weighty)('SEC-07 %s asks for a log-in at most five minutes old', async (name, path, body) => {
    await gateway.start();
    const browser = await gateway.loggedIn();
    secondsOn(298);
    expect((await browser.post(`/api/v1${path}`, body)).status).toBe(200);
    secondsOn(4);
    const refused = await browser.post(`/api/v1${path}`, body);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="insufficient_user_authentication", max_age="300"']);
    expect(await refused.json()).toMatchObject({ code: 'STEP_UP_REQUIRED', details: { maxAgeSeconds: 300 }, detail: '此操作需要重新验证身份。' });
    expect(gateway.services.of(name)).toHaveLength(1);
  });

  it('SEC-07 what weighs less goes on with the old log-in, and after a new one the act is taken under the same post', async () => {
    await gateway.start();
    const browser = await gateway.loggedIn();
    await browser.post('/api/v1/session/act', { grantId: 'grt_2' });
    secondsOn(301);
    expect((await propose(browser)).status).toBe(401);
    expect((await browser.send('/api/v1/session')).status).toBe(200);
    const { visited } = await browser.follow('/auth/login?fresh&returnTo=/app/grants');
    expect(new URL(visited[1] ?? '').searchParams.get('max_age')).toBe('300');
    // The issuer lives on the machine's clock, the gateway of this spec ahead of it.
    gateway.ahead = 0;
    expect((await propose(browser)).status).toBe(200);
    expect(gateway.services.of('proposeGrant')).toMatchObject([{ outgoing: { subject: { grantId: 'grt_2' } } }]);
  });

  it('SEC-07 a bearer token is as old as its log-in', async () => {
    await gateway.start();
    const headers = { authorization: `Bearer ${await obtainToken(gateway.url, 'wang')}` };
    expect((await gateway.browser().post('/api/v1/grants', grant, headers)).status).toBe(200);
    secondsOn(301);
    expect((await gateway.browser().post('/api/v1/grants', grant, headers)).status).toBe(401);
  });

  it('SEC-07 lets no administrator in without a second factor, whatever the others log in with', async () => {
    await gateway.start({ secondFactors: ['urn:example:otp'] });
    const browser = gateway.browser();
    const { response, visited } = await browser.follow('/auth/login?persona=admin');
    const askedFor = visited.map((address) => new URL(address, gateway.url).searchParams.get('acr_values')).filter((value) => value !== null);
    expect(askedFor).toEqual(['urn:example:otp']);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="insufficient_user_authentication", acr_values="urn:example:otp"');
    expect(await response.json()).toMatchObject({ status: 401, code: 'STEP_UP_REQUIRED' });
    expect(browser.cookies.has('__Host-zt')).toBe(false);
    expect((await (await gateway.loggedIn()).send('/api/v1/session')).status).toBe(200);
    const headers = { authorization: `Bearer ${await obtainToken(gateway.url, 'admin')}` };
    expect((await gateway.browser().send('/api/v1/session', { headers })).status).toBe(401);
  });

  it('SEC-07 takes no administration on without a second factor either', async () => {
    await gateway.start({ secondFactors: ['urn:example:otp'] });
    const browser = await gateway.loggedIn();
    const [admin] = gateway.services.grants.get('per_admin') ?? [];
    gateway.services.grants.set('per_wang', [...(gateway.services.grants.get('per_wang') ?? []), ...(admin ? [admin] : [])]);
    expect((await browser.post('/api/v1/session/act', { grantId: 'grt_9' })).status).toBe(401);
    expect((await browser.post('/api/v1/session/act', { grantId: 'grt_2' })).status).toBe(200);
  });

  it('SEC-25 a log-in is on record before it has a session', async () => {
    await gateway.start();
    await gateway.loggedIn();
    const [recorded] = gateway.services.of('recordLogIn');
    expect(recorded).toMatchObject({
      input: { personId: 'per_wang', organizationId: 'org_1', acr: 'urn:zhitong:acr:development' },
      outgoing: { subject: { kind: 'system', policy: 'gateway' } },
    });
    gateway.services.answers.set('recordLogIn', () => {
      throw new Rejected('STORE_UNAVAILABLE', 'The store does not answer.');
    });
    const browser = gateway.browser();
    const { response } = await browser.follow('/auth/login?persona=wang');
    expect([response.status, browser.cookies.has('__Host-zt')]).toEqual([503, false]);
  });
});
