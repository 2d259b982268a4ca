import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EphemeralUnavailable } from '@zhitong/eventing';
import { eventually } from '@zhitong/testing/eventually.ts';
import { SignJWT, UnsecuredJWT } from 'jose';
import { FakeIssuer, newKey } from './fake-issuer.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { partOf } from './json.ts';

const clientSecret = 'a secret that only the issuer and the gateway know';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the issuer of somebody else', () => {
  const gateway = new GatewayUnderTest();
  const issuer = new FakeIssuer();
  const trapped: string[] = [];
  const trap = createServer((request, response) => {
    trapped.push(request.url ?? '');
    response.end('{}');
  });
  const trapUrl = () => {
    const address = trap.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}`;
  };

  beforeAll(async () => {
    await issuer.start();
    await once(trap.listen(0, '127.0.0.1'), 'listening');
    await gateway.start({ issuer: { kind: 'external', url: issuer.url, clientId: 'zhitong', clientSecret } });
  });
  afterAll(async () => {
    await gateway.stop();
    issuer.stop();
    trap.close();
  });
  /** Failed log-ins are forgotten, and the buckets refill. */
  beforeEach(() => {
    gateway.ahead += 16 * 60_000;
  });

  const seconds = () => Math.floor(Date.now() / 1000);

  describe('sends somebody back', () => {
    const claims = (nonce: string) => ({ sub: 'wang', aud: 'zhitong', nonce, iat: seconds(), exp: seconds() + 300, auth_time: seconds() });
    type Claims = ReturnType<typeof claims>;

    /** A log-in whose ID token is as told; what the gateway answers to the browser that comes back. */
    async function logInWith(idTokenOf: (claims: Claims) => Promise<string | undefined>, answer: Record<string, string> = {}) {
      const browser = gateway.browser();
      const location = new URL((await browser.send('/auth/login')).headers.get('location') ?? '');
      issuer.idToken = await idTokenOf(claims(location.searchParams.get('nonce') ?? ''));
      const back = new URLSearchParams({ code: crypto.randomUUID(), state: location.searchParams.get('state') ?? '', iss: issuer.url, ...answer });
      return { browser, back, response: await browser.send(`/auth/callback?${String(back)}`) };
    }

    it('lets in who has an ID token as it should be', async () => {
      const { response, browser } = await logInWith((good) => issuer.sign(good));
      expect([response.status, response.headers.get('location')]).toEqual([302, '/app']);
      expect((await browser.send('/api/v1/session')).status).toBe(200);
      expect(JSON.stringify([...response.headers])).not.toMatch(/eyJ/);
    });

    const changed =
      (other: object, header: object = {}) =>
      (good: Claims) =>
        issuer.sign({ ...good, ...other }, header);
    it.each<[string, (good: Claims) => Promise<string | undefined>]>([
      ['no ID token', async () => undefined],
      ['alg none', async (good) => new UnsecuredJWT({ iss: issuer.url, ...good }).encode()],
      [
        'HS256 over the secret of the client',
        (good) => new SignJWT({ iss: issuer.url, ...good }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(clientSecret)),
      ],
      [
        'HS256 over the public key',
        (good) =>
          new SignJWT({ iss: issuer.url, ...good })
            .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
            .sign(new TextEncoder().encode(JSON.stringify(issuer.keys[0]?.publicJwk))),
      ],
      ['a key nobody published', async (good) => issuer.sign(good, {}, await newKey('key-x'))],
      ['a key nobody published, under a known name', async (good) => issuer.sign(good, { kid: 'key-1' }, await newKey('key-x'))],
      [
        'a key that it brings along',
        async (good) => {
          const own = await newKey('key-x');
          return issuer.sign(good, { jwk: own.publicJwk, jku: `${trapUrl()}/jku`, x5u: `${trapUrl()}/x5u` }, own);
        },
      ],
      [
        'claims altered after signing',
        async (good) => {
          const [head, , signature] = (await issuer.sign(good)).split('.');
          return `${head}.${base64({ iss: issuer.url, ...good, sub: 'admin' })}.${signature}`;
        },
      ],
      ['another issuer', changed({ iss: 'https://evil.example' })],
      ['no issuer', changed({ iss: undefined })],
      ['the audience of another client', changed({ aud: 'zhitong-api' })],
      ['another audience beside, and another party', changed({ aud: ['zhitong', 'other'], azp: 'other' })],
      ['no audience', changed({ aud: undefined })],
      ['the nonce of another log-in', changed({ nonce: 'another' })],
      ['no nonce', changed({ nonce: undefined })],
      ['no subject', changed({ sub: undefined })],
      ['an expiry 61 s ago', (good) => issuer.sign({ ...good, exp: seconds() - 61 })],
      ['no expiry', changed({ exp: undefined })],
      ['no date of issue', changed({ iat: undefined })],
      ['a beginning in 61 s', (good) => issuer.sign({ ...good, nbf: seconds() + 61 })],
      ['a critical header nobody knows', async (good) => `${base64({ alg: 'RS256', kid: 'key-1', crit: ['x'], x: 1 })}.${base64(good)}.AAAA`],
      ['five parts', async () => 'a.b.c.d.e'],
    ])('SEC-01 with %s: 401 TOKEN_INVALID, no session', async (_name, idTokenOf) => {
      const { response, browser } = await logInWith(idTokenOf);
      expect([response.status, await partOf(response, 'code')]).toEqual([401, 'TOKEN_INVALID']);
      expect(browser.cookies.has('__Host-zt')).toBe(false);
    });

    it.each<[string, Record<string, string>]>([
      ['the state of another log-in', { state: 'another' }],
      ['the name of another issuer', { iss: 'https://evil.example' }],
      ['an error beside the code', { error: 'access_denied' }],
    ])('SEC-01 with %s: 401 TOKEN_INVALID, no session', async (_name, answer) => {
      const { response, browser } = await logInWith((good) => issuer.sign(good), answer);
      expect([response.status, await partOf(response, 'code')]).toEqual([401, 'TOKEN_INVALID']);
      expect(browser.cookies.has('__Host-zt')).toBe(false);
    });

    it('SEC-01 with a code that was used: 401 TOKEN_INVALID, no session', async () => {
      const { back } = await logInWith((good) => issuer.sign(good));
      const again = await logInWith((good) => issuer.sign(good), { code: back.get('code') ?? '' });
      expect([again.response.status, again.browser.cookies.has('__Host-zt')]).toEqual([401, false]);
    });
  });

  describe('vouches for a token', () => {
    const now = () => Math.floor((Date.now() + gateway.ahead) / 1000);
    const good = () => ({ sub: 'wang', aud: 'zhitong-api', iat: now(), exp: now() + 600, jti: crypto.randomUUID() });
    const access = (other: object = {}, header: object = {}) => issuer.sign({ ...good(), ...other }, { typ: 'at+jwt', ...header });
    const asked = async (token: string) => (await gateway.browser().send('/api/v1/session', { headers: { authorization: `Bearer ${token}` } })).status;

    it('SEC-01 a clock may be a minute off, not more', async () => {
      expect(await asked(await access({ exp: now() - 50 }))).toBe(200);
      expect(await asked(await access({ nbf: now() + 50 }))).toBe(200);
      expect(await asked(await access({ exp: now() - 61 }))).toBe(401);
      expect(await asked(await access({ nbf: now() + 75 }))).toBe(401);
    });

    it('SEC-01 an ID token is no access token', async () => {
      expect(await asked(await issuer.sign({ ...good(), aud: 'zhitong', nonce: 'n' }, { typ: 'JWT' }))).toBe(401);
      expect(await asked(await issuer.sign({ ...good(), aud: ['zhitong', 'zhitong-api'], nonce: 'n' }, { typ: undefined }))).toBe(401);
    });

    it('SEC-01 a claim written in a second time is refused: nobody signed it', async () => {
      const [head = '', , signature = ''] = (await access()).split('.');
      const twice = Buffer.from(`{"iss":"${issuer.url}","sub":"wang","sub":"admin","aud":"zhitong-api","iat":${now()},"exp":${now() + 600}}`).toString(
        'base64url',
      );
      expect(await asked(`${head}.${twice}.${signature}`)).toBe(401);
    });

    it('SEC-01 cut, padded, doubled or dressed up it is refused', async () => {
      const token = await access();
      const [head = '', body = '', signature = ''] = token.split('.');
      const dressed = [
        token.slice(0, -4),
        `${token}==`,
        `${head}.${body}.${signature}.${signature}`,
        `${head}..${signature}`,
        `.${body}.${signature}`,
        `${token}%00`,
      ];
      expect(await Promise.all(dressed.map(asked))).toEqual(dressed.map(() => 401));
    });

    it.each(['RS384', 'PS256', 'ES256', 'EdDSA', 'rs256'])('SEC-01 a header that says %s of an RS256 signature is refused', async (alg) => {
      const [, body = '', signature = ''] = (await access()).split('.');
      expect(await asked(`${base64({ alg, kid: 'key-1', typ: 'at+jwt' })}.${body}.${signature}`)).toBe(401);
    });

    it('SEC-01 is known by a new key without a restart, and no more by an old one', async () => {
      const old = issuer.keys;
      const before = await access();
      expect(await asked(before)).toBe(200);
      issuer.keys = [await newKey('key-2')];
      await eventually(async () => {
        gateway.ahead += 2_000;
        expect(await asked(await access())).toBe(200);
      });
      expect(await asked(await issuer.sign(good(), { typ: 'at+jwt' }, old[0]))).toBe(401);
    });

    it('SEC-33 asks nobody whom a token names', async () => {
      const there = trapUrl();
      const own = await newKey('key-x');
      for (const header of [{ jku: `${there}/jku` }, { x5u: `${there}/x5u` }, { kid: `${there}/kid` }, { jwk: own.publicJwk, jku: `${there}/jku` }])
        expect(await asked(await issuer.sign({ ...good(), iss: there }, { typ: 'at+jwt', ...header }, own))).toBe(401);
      expect(trapped).toEqual([]);
    });
  });

  describe('is asked about the end of a session', () => {
    const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const outage = new EphemeralUnavailable('away');
    const other = new GatewayUnderTest();
    let away = false;
    beforeAll(async () => {
      const { ephemeral } = other;
      const members = ephemeral.members.bind(ephemeral);
      ephemeral.members = (set) => (away ? Promise.reject(outage) : members(set));
      await other.start({ issuer: { kind: 'external', url: issuer.url, clientId: 'zhitong' } });
    });
    afterAll(() => other.stop());

    const logout = async () => {
      const claims = { sub: 'wang', aud: 'zhitong', iat: seconds(), exp: seconds() + 60, jti: crypto.randomUUID(), events: event };
      const body = `logout_token=${await issuer.sign(claims, { typ: 'logout+jwt' })}`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return async () => (await other.browser().send('/auth/back-channel-logout', { method: 'POST', headers, body })).status;
    };

    it('SEC-04 while its keys cannot be read the gateway is away, and refuses neither it nor a client', async () => {
      issuer.keysStatus = 503;
      const send = await logout();
      const token = await issuer.sign({ sub: 'wang', aud: 'zhitong-api', iat: seconds(), exp: seconds() + 60 }, { typ: 'at+jwt' });
      const asked = async () => (await other.browser().send('/api/v1/session', { headers: { authorization: `Bearer ${token}` } })).status;
      expect([await send(), await asked()]).toEqual([503, 503]);
      issuer.keysStatus = 200;
      expect([await send(), await asked()]).toEqual([200, 200]);
    });

    it('SEC-04 a log-out that failed half-way is carried out when it comes again, and then not once more', async () => {
      const send = await logout();
      away = true;
      expect(await send()).toBe(503);
      away = false;
      expect([await send(), await send()]).toEqual([200, 401]);
    });
  });

  it('SEC-33 goes to no address that a request names, and follows the issuer nowhere', async () => {
    const there = trapUrl();
    const browser = gateway.browser();
    for (const path of [`/auth/login?returnTo=${there}`, `/auth/login?iss=${there}`, `/auth/callback?code=x&state=y&iss=${there}`])
      for (const headers of [{}, { host: new URL(there).host }, { 'x-forwarded-host': new URL(there).host, forwarded: `host=${there}` }])
        expect((await browser.send(path, { headers })).headers.get('location') ?? '').not.toContain(new URL(there).host);
    const moved = new FakeIssuer();
    await moved.start();
    moved.movedTo = `${there}/.well-known/openid-configuration`;
    const other = new GatewayUnderTest();
    await other.start({ issuer: { kind: 'external', url: moved.url, clientId: 'zhitong' } });
    expect((await other.browser().send('/auth/login')).status).toBe(503);
    expect([moved.asked.length > 0, trapped]).toEqual([true, []]);
    await other.stop();
    moved.stop();
  });
});
