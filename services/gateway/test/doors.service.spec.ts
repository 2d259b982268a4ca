import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileRoutes } from '@zhitong/catalogue/file-routes.ts';
import { Rejected } from '@zhitong/kernel';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { at, listAt } from './json.ts';
import { servedRoutes } from './served-routes.ts';

const receipt = { id: 'org_x', stream: 'organizations.tree-city', version: 5, warnings: ['SIZE_BELOW_3'] };
const proposal = { organizationId: 'org_x', reason: 'not needed' };
const refuse = '/api/v1/organizations/org_x/refuse';

/** What a browser needs to be logged in and to fill one page, which a client with a token has no use for. */
const ofTheConsole = [
  ...['GET /auth/login', 'GET /auth/callback', 'POST /auth/logout', 'POST /auth/back-channel-logout'],
  ...['GET /api/v1/session', 'POST /api/v1/session/act', 'GET /api/v1/sessions', 'DELETE /api/v1/sessions/{sessionId}'],
  ...['names', 'stream', 'metrics', 'projections', 'parked-keys', 'audit'].map((path) => `GET /api/v1/${path}`),
];
const ofProbes = ['GET /livez', 'GET /readyz', 'GET /api/v1/meta', 'GET /openapi.json'];

describe('the doors of the API', () => {
  const gateway = new GatewayUnderTest();
  let browser: Browser;
  const answers = gateway.services.answers;
  const problem = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body = await response.json();
    expect(at(body, 'status')).toBe(response.status);
    return body;
  };

  beforeAll(async () => {
    await gateway.start();
    browser = await gateway.loggedIn();
    answers.set('refuseOrganization', () => ({ value: receipt, stale: false, recordedAt: '2026-03-02T01:00:00.000Z' }));
  });
  afterAll(() => gateway.stop());
  /** The bucket of the session refills. */
  const rest = () => (gateway.ahead += 5_000);

  it('GW-03 a command answers its receipt, its version and its position', async () => {
    const after = `organizations.tree-city@4@${Date.now() + gateway.ahead}`;
    const answer = await browser.post(refuse, { reason: 'not needed' }, { 'idempotency-key': 'key-00000001', 'if-match': '"4"', 'zhitong-after': after });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(receipt);
    expect(answer.headers.get('etag')).toBe('"5"');
    expect(answer.headers.get('zhitong-position')).toBe(`organizations.tree-city@5@${Date.parse('2026-03-02T01:00:00.000Z')}`);
    const asked = gateway.services.of('refuseOrganization').at(-1);
    expect(asked?.input).toEqual(proposal);
    expect(asked?.outgoing).toMatchObject({
      subject: { kind: 'person', personId: 'per_wang', grantId: 'grt_1', organizationId: 'org_1' },
      seen: { tree: 42, grants: 3 },
      idempotencyKey: 'key-00000001',
      ifVersion: 4,
      after: { 'organizations.tree-city': 4 },
      language: 'zh',
    });
  });

  it('GW-03 a question carries the own writes of the last minute, and says when the answer lacks them', async () => {
    answers.set('listOrganizations', () => ({ value: { items: [], total: 0, totalMore: false, lagSeconds: 2.5 }, stale: true }));
    const now = Date.now() + gateway.ahead;
    const after = `organizations.tree-city@5@${now - 1000}, organizations.tree-city@7@${now},organizations.post-pst_1@2@${now - 61_000}`;
    const answer = await browser.send('/api/v1/organizations?limit=5', { headers: { 'zhitong-after': after } });
    expect(answer.headers.get('zhitong-stale')).toBe('3');
    const asked = gateway.services.of('listOrganizations').at(-1);
    expect(asked?.outgoing.after).toEqual({ 'organizations.tree-city': 7 });
    expect(asked?.input).toMatchObject({ limit: 5 });
  });

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin', { origin: undefined }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text', { 'content-type': 'text/plain' }],
    ['a type that only begins like JSON', { 'content-type': 'application/jsonp' }],
  ])('SEC-05 refuses %s', async (_name, wrong) => {
    rest();
    const headers = { origin: gateway.url, 'content-type': 'application/json', 'idempotency-key': 'key-00000001', ...wrong };
    const sent = Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    expect(await problem(await browser.send(refuse, { method: 'POST', headers: sent, body: JSON.stringify(proposal) }))).toMatchObject({
      status: 403,
      code: 'ORIGIN_REFUSED',
    });
  });

  it.each([undefined, 'short', 'x'.repeat(201), 'with spaces inside', 'schlüssel-0001'])('SEC-05 refuses a command with the key %s', async (key) => {
    const headers = {
      origin: gateway.url,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': Buffer.from(key).toString('latin1') }),
    };
    expect(await problem(await browser.send(refuse, { method: 'POST', headers, body: '{"reason":"not needed"}' }))).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      details: { header: 'Idempotency-Key' },
    });
  });

  it.each(['4', '"four"', 'W/"4"', '*'])('refuses If-Match %s', async (version) => {
    expect(await problem(await browser.post(refuse, { reason: 'not needed' }, { 'if-match': version }))).toMatchObject({ status: 400 });
  });

  it('SEC-14 names every field that is wrong, with the language of the caller', async () => {
    rest();
    const answer = await problem(
      await browser.post(
        '/api/v1/posts',
        { organizationId: 'org_1', personId: 'x', type: 'king', fromOn: '2026-02-30', owner: 'me' },
        { 'accept-language': 'en-GB' },
      ),
    );
    expect(answer).toMatchObject({ status: 400, code: 'VALIDATION_FAILED', title: 'Invalid request', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(
      listAt(answer, 'errors')
        .map((error) => at(error, 'field'))
        .sort(),
    ).toEqual(['fromOn', 'owner', 'personId', 'type']);
    expect(JSON.stringify(answer)).not.toContain('king');
    const chinese = await problem(await browser.post('/api/v1/posts', { owner: 'me' }));
    for (const error of listAt(chinese, 'errors')) expect(at(error, 'sentence')).toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['an unknown field', '{"reason":"not needed","status":"active"}'],
    ['a field of the path', '{"reason":"not needed","organizationId":"org_y"}'],
    ['__proto__', '{"reason":"not needed","__proto__":{"admin":true}}'],
    ['constructor', '{"reason":"not needed","constructor":{"prototype":{"admin":true}}}'],
    ['broken JSON', '{"reason":'],
    ['a list', '["not needed"]'],
    ['null', 'null'],
    ['a text', '"not needed"'],
    ['an operator', '{"reason":{"$gt":""}}'],
    ['nothing', ''],
  ])('SEC-14 SEC-33 refuses %s', async (_name, body) => {
    rest();
    const headers = { origin: gateway.url, 'content-type': 'application/json', 'idempotency-key': 'key-00000001' };
    const before = gateway.services.of('refuseOrganization').length;
    const answer = await problem(await browser.send(refuse, { method: 'POST', headers, body }));
    expect(answer).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect(gateway.services.of('refuseOrganization')).toHaveLength(before);
  });

  it.each(['?owner=me', '?limit=1&limit=2', '?limit=1e9', '?__proto__=x', '?level[$gt]='])('SEC-14 SEC-33 refuses the query %s', async (query) => {
    rest();
    expect(await problem(await browser.send(`/api/v1/organizations${query}`))).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
  });

  it('SEC-29 refuses a body beyond 1 MB', async () => {
    expect(await problem(await browser.post(refuse, { reason: 'x'.repeat(1024 * 1024) }))).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
  });

  it('passes on what a rule refuses, in both languages', async () => {
    rest();
    answers.set('refuseOrganization', () => {
      throw new Rejected('STATE_NOT_ALLOWED', 'It is active already.', { state: 'active' });
    });
    const chinese = await problem(await browser.post(refuse, { reason: 'not needed' }));
    expect(chinese).toEqual({
      type: 'urn:zhitong:problem:STATE_NOT_ALLOWED',
      title: '不符合规定',
      status: 422,
      code: 'STATE_NOT_ALLOWED',
      detail: '当前状态不允许此操作。',
      details: { state: 'active' },
      traceId: expect.any(String),
    });
    const english = await problem(await browser.post(refuse, { reason: 'not needed' }, { 'accept-language': 'zh;q=0.5, en' }));
    expect(at(english, 'detail')).toBe('It is active already.');
  });

  it('SEC-30 tells nothing of a failure inside', async () => {
    answers.set('refuseOrganization', () => {
      throw new TypeError('cannot read mongodb://secret');
    });
    const answer = await problem(
      await browser.post(refuse, { reason: 'not needed' }, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }),
    );
    expect(answer).toMatchObject({ status: 500, code: 'INTERNAL', traceId: '0af7651916cd43dd8448eb211c80319c', details: {} });
    expect(JSON.stringify(answer)).not.toMatch(/secret|TypeError|at /);
  });

  it.each(['/api/v1/nowhere', '/nowhere', '/api/v1/internal/accounts/resolve?issuer=x&subject=y', '/api/v1/organizations/org_x/%00', '/%2e%2e/etc/passwd'])(
    'answers %s with a problem',
    async (path) => {
      rest();
      const answer = await browser.send(path);
      expect([400, 404]).toContain(answer.status);
      await problem(answer);
    },
  );

  it('does not route commands that no right permits', async () => {
    const answer = await browser.post('/api/v1/grants/give', {});
    expect(answer.status).toBe(404);
  });

  it.each(['/', '/app', '/livez', '/openapi.json', '/nowhere', '/api/v1/session', '/oidc/.well-known/openid-configuration', '/oidc/nowhere'])(
    'SEC-06 guards %s',
    async (path) => {
      const { headers } = await gateway.browser().send(path);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[0-9a-f]{32}'.*frame-ancestors 'none'/,
      );
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toContain('no-');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('describes itself', async () => {
    const document = await (await browser.send('/openapi.json')).json();
    expect(at(document, 'paths', '/api/v1/organizations/{organizationId}/refuse', 'post', 'operationId')).toBe('refuseOrganization');
    expect(JSON.stringify(document)).not.toContain('/internal/');
    expect(at(document, 'paths', '/api/v1/imports', 'post', 'operationId')).toBe('importFile');
    expect(await (await browser.send('/api/v1/meta')).json()).toEqual({
      devIssuer: true,
      version: '0.1.0',
      runtime: 'embedded',
      personas: expect.arrayContaining([expect.objectContaining({ login: 'wang' })]),
    });
  });

  it('describes every route that it serves, files as well: a client made from the document reaches them', async () => {
    const document = await (await browser.send('/openapi.json')).json();
    const described = Object.entries(Object(at(document, 'paths'))).flatMap(([path, methods]) =>
      Object.keys(Object(methods)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = await servedRoutes();
    expect(served).toEqual(expect.arrayContaining(fileRoutes.map(({ direction, path }) => `${direction === 'in' ? 'POST' : 'GET'} /api/v1${path}`)));
    expect(served.filter((route) => !described.includes(route)).sort()).toEqual([...ofTheConsole, ...ofProbes].sort());
  });
});
