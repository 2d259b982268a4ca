import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exitCodeOf } from '@zhitong/platform';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { sharedIssuerKeys } from '../src/issuer/issuer-keys.ts';
import { obtainToken } from '../src/obtain-token.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { partOf } from './json.ts';

/** A date relative to the moment the claim is made. */
class InSeconds {
  constructor(readonly from: number) {}
}
const inSeconds = (from: number) => new InSeconds(from);
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a bearer token', () => {
  const gateway = new GatewayUnderTest();
  let token: string;
  let issuer: string;
  let key: CryptoKey | Uint8Array;
  let known: JWK;
  const seconds = () => Math.floor((Date.now() + gateway.ahead) / 1000);
  const resolved = (claims: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(claims).map(([name, value]: [string, unknown]) => [name, value instanceof InSeconds ? seconds() + value.from : value]));

  const session = (bearer: string, headers: Record<string, string> = {}) =>
    gateway.browser().send('/api/v1/session', { headers: { authorization: `Bearer ${bearer}`, ...headers } });
  const good = () => ({
    iss: issuer,
    sub: 'wang',
    aud: 'zhitong-api',
    iat: seconds(),
    exp: seconds() + 600,
    jti: crypto.randomUUID(),
    client_id: 'zhitong-cli',
  });
  const signed = (claims: object, header: object = {}, by: CryptoKey | Uint8Array = key) =>
    new SignJWT({ ...good(), ...resolved(claims) }).setProtectedHeader({ alg: 'ES256', kid: known.kid ?? '', typ: 'at+jwt', ...header }).sign(by);

  beforeAll(async () => {
    await gateway.start();
    issuer = `${gateway.url}/oidc`;
    token = await obtainToken(gateway.url, 'wang');
    const [first] = (await sharedIssuerKeys(gateway.ephemeral)).jwks.keys;
    if (!first) throw new Error('The issuer has no key');
    known = { kty: 'EC', ...first };
    key = await importJWK(known, 'ES256');
  });
  afterAll(() => gateway.stop());
  /** The buckets of the address and of the bearer refill. */
  beforeEach(() => {
    gateway.ahead += 4_000;
  });

  it('of the issuer lets its person in, without a cookie', async () => {
    const answer = await session(token);
    expect([answer.status, await partOf(answer, 'personId')]).toEqual([200, 'per_wang']);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
  it('acts under the grant that the request names', async () => {
    expect(await (await session(token, { 'zhitong-grant': 'grt_2' })).json()).toMatchObject({ actingGrantId: 'grt_2' });
    expect(await (await session(token, { 'zhitong-grant': 'grt_9' })).json()).toMatchObject({ actingGrantId: null });
  });
  it('needs no origin for a write', async () => {
    gateway.services.answers.set('refuseOrganization', () => ({
      value: { id: 'org_x', stream: 'organizations.tree-city', version: 5, warnings: [] },
      stale: false,
    }));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'key-00000001' };
    const send = (more: Record<string, string>) =>
      gateway.browser().send('/api/v1/organizations/org_x/refuse', { method: 'POST', headers: { ...headers, ...more }, body: '{"reason":"not needed"}' });
    expect((await send({})).status).toBe(200);
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ cookie: '__Host-zt=x' })).status).toBe(403);
  });
  it('made like the issuer makes them is good: the forgeries below differ in one point each', async () =>
    expect((await session(await signed({}))).status).toBe(200));

  it.each<[string, object, object]>([
    ['another issuer', { iss: 'https://evil.example' }, {}],
    ['no issuer', { iss: undefined }, {}],
    ['another audience', { aud: 'zhitong-console' }, {}],
    ['no audience', { aud: undefined }, {}],
    ['no subject', { sub: undefined }, {}],
    ['an empty subject', { sub: '' }, {}],
    ['no expiry', { exp: undefined }, {}],
    ['an expiry 61 s ago', { exp: inSeconds(-61) }, {}],
    ['a beginning in 90 s', { nbf: inSeconds(90) }, {}],
    ['no issue date', { iat: undefined }, {}],
    ['the type of an ID token', {}, { typ: 'JWT' }],
    ['no type', {}, { typ: undefined }],
    ['the type of a logout token', {}, { typ: 'logout+jwt' }],
    ['an unknown kid', {}, { kid: 'nobody' }],
    ['an unknown critical header', {}, { crit: ['exp'], exp: 1 }],
  ])('SEC-01 with %s is refused', async (_name, claims, header) => {
    const forged = await signed(claims, header).catch(
      () => `${base64({ alg: 'ES256', kid: known.kid, typ: 'at+jwt', ...header })}.${base64({ ...good(), ...resolved(claims) })}.AAAA`,
    );
    const answer = await session(forged);
    expect([answer.status, await partOf(answer, 'code')]).toEqual([401, 'TOKEN_INVALID']);
  });

  it('SEC-01 with alg none is refused', async () => {
    for (const alg of ['none', 'None', 'NONE']) {
      const answer = await session(`${base64({ alg, kid: known.kid, typ: 'at+jwt' })}.${base64(good())}.`);
      expect([alg, answer.status, await partOf(answer, 'code')]).toEqual([alg, 401, 'TOKEN_INVALID']);
    }
  });
  it('SEC-01 with HS256 over the public key is refused', async () => {
    const { d: _private, ...open } = known;
    for (const secret of [JSON.stringify(open), `${open.x}${open.y}`])
      expect((await session(await signed({}, { alg: 'HS256' }, new TextEncoder().encode(secret)))).status).toBe(401);
  });
  it('SEC-01 with a key of its own is refused, named by jwk or jku as well', async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(pair.publicKey);
    for (const header of [{}, { jwk }, { jku: 'https://evil.example/jwks' }, { x5u: 'https://evil.example/x5u' }])
      expect((await session(await signed({}, header, pair.privateKey))).status).toBe(401);
  });
  it('SEC-01 altered in one letter is refused', async () => {
    const [head = '', body = '', signature = ''] = token.split('.');
    for (const altered of [`${head}.${base64({ ...good(), sub: 'admin' })}.${signature}`, `${head}.${body}.`, `${head}.${body}`, body, '', `${token}.x`])
      expect((await session(altered)).status).toBe(401);
  });
  it.each(['Basic d2FuZzp3YW5n', 'Bearer', 'bearer a b', 'DPoP x.y.z'])('SEC-01 the header %s is refused', async (authorization) => {
    expect((await gateway.browser().send('/api/v1/session', { headers: { authorization } })).status).toBe(401);
  });
  it('does not fall back to the cookie beside it', async () => {
    const browser = await gateway.loggedIn();
    expect((await browser.send('/api/v1/session', { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(401);
  });
  it('of a persona that does not exist is not given out', async () => {
    await expect(obtainToken(gateway.url, 'stranger')).rejects.toThrow('no such persona');
  });
  it.each([
    ['http://127.0.0.1:65534', 'No city answers at http://127.0.0.1:65534;'],
    ['nonsense', 'No city answers at nonsense;'],
  ])('of a city that does not run at %s: one sentence names the address, exit 69', async (url, sentence) => {
    const refused: unknown = await obtainToken(url, 'wang').catch((error: unknown) => error);
    expect(String(refused)).toContain(sentence);
    expect(exitCodeOf(refused)).toBe(69);
  });
  it('ends with the account', async () => {
    gateway.services.accounts.delete('wang');
    expect((await session(token)).status).toBe(403);
    gateway.services.accounts.set('wang', 'per_wang');
  });

  describe('for the back-channel log-out', () => {
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const logout = async (claims: object) => {
      const logoutToken = await signed({ aud: 'zhitong-console', events: event, exp: seconds() + 60, ...claims }, { typ: 'logout+jwt' });
      return gateway.browser().send('/auth/back-channel-logout', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `logout_token=${logoutToken}`,
      });
    };
    it('SEC-04 ends all sessions of the log-in, once a token', async () => {
      const [one, two, other] = [await gateway.loggedIn(), await gateway.loggedIn(), await gateway.loggedIn('admin')];
      const jti = crypto.randomUUID();
      expect((await logout({ sub: 'wang', jti })).status).toBe(200);
      const states = await Promise.all([one, two, other].map(async (browser) => (await browser.send('/api/v1/session')).status));
      expect(states).toEqual([401, 401, 200]);
      expect((await logout({ sub: 'wang', jti })).status).toBe(401);
    });
    it.each<[string, object]>([
      ['another audience', { aud: 'zhitong-api' }],
      ['no event', { events: {} }],
      ['a nonce', { nonce: 'x' }],
      ['nobody', { sub: undefined }],
      ['an old date', { iat: inSeconds(-600) }],
    ])('SEC-04 refuses a token with %s', async (_name, claims) => {
      const browser = await gateway.loggedIn();
      expect((await logout({ sub: 'wang', ...claims })).status).toBe(401);
      expect((await browser.send('/api/v1/session')).status).toBe(200);
    });
  });
});
