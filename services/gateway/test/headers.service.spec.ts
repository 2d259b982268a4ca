import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemSchema } from '@zhitong/catalogue/openapi.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { Wire, type Answer } from './wire.ts';

describe('the headers of every kind of answer', () => {
  const gateway = new GatewayUnderTest();
  const folder = temporaryFolder();
  let wire: Wire;
  let cookie: string;

  beforeAll(async () => {
    mkdirSync(join(folder.path, 'assets'));
    writeFileSync(join(folder.path, 'index.html'), '<title>x</title>');
    writeFileSync(join(folder.path, 'assets', 'index-Ab3dE6gh.js'), 'export {};');
    await gateway.start({ webRoot: folder.path });
    ({ cookie } = await gateway.loggedIn());
    wire = new Wire(gateway.url);
    gateway.services.answers.set('listOrganizations', () => ({ value: { items: [], total: 0, totalMore: false, lagSeconds: 0 }, stale: false }));
    gateway.services.answers.set('listPosts', () => {
      throw new TypeError('cannot read mongodb://secret');
    });
  });
  afterAll(async () => {
    wire.close();
    await gateway.stop();
    folder.remove();
  });
  /** The buckets refill. */
  beforeEach(() => {
    gateway.ahead += 10_000;
  });

  const get = (path: string, headers: Record<string, string> = {}) => wire.send({ method: 'GET', path, headers: { cookie, ...headers } });
  const post = (path: string, headers: Record<string, string> = {}, body = '{}') =>
    wire.send({
      method: 'POST',
      path,
      headers: { cookie, origin: gateway.url, 'content-type': 'application/json', 'idempotency-key': 'key-00000001', ...headers },
      body,
    });
  const method = (name: string) => wire.send({ method: name, path: '/api/v1/organizations', headers: { cookie, origin: gateway.url } });
  /** Until one is refused. */
  const tooMany = async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => wire.send({ method: 'GET', path: '/api/v1/session', headers: {} })));
    const refused = answers.find(({ status }) => status === 429);
    if (!refused) throw new Error('Nobody was refused');
    return refused;
  };
  const raw = (...lines: readonly string[]) => wire.raw([...lines, 'connection: close', '', ''].join('\r\n'));

  const guarded = ({ headers }: Answer) => {
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[0-9a-f]{32}'; .*frame-ancestors 'none'$/,
    );
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-trace-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect([headers['server'], headers['x-powered-by']]).toEqual([undefined, undefined]);
  };

  it.each<[number, string, () => Promise<Answer>]>([
    [200, 'an answer', () => get('/api/v1/organizations')],
    [200, 'the document', () => get('/openapi.json')],
    [200, 'a probe', () => get('/livez')],
    [200, 'the page', () => get('/app')],
    [200, 'a file', () => get('/assets/index-Ab3dE6gh.js')],
    [206, 'a part of a file', () => get('/assets/index-Ab3dE6gh.js', { range: 'bytes=0-1' })],
    [302, 'a way on', () => get('/')],
    [302, 'a log-in', () => get('/auth/login')],
    [204, 'a log-out', () => wire.send({ method: 'POST', path: '/auth/logout', headers: { origin: gateway.url } })],
    [200, 'the issuer', () => get('/oidc/.well-known/openid-configuration')],
    [404, 'what the issuer does not know', () => get('/oidc/nowhere')],
  ])('SEC-06 %i: %s', async (status, _name, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    guarded(answer);
  });

  it.each<[number, string, () => Promise<Answer>]>([
    [400, 'a field that is wrong', () => get('/api/v1/organizations?limit=0')],
    [400, 'an address that is none', () => get('/api/v1/organizations/%zz')],
    [400, 'broken JSON', () => post('/api/v1/posts', {}, '{')],
    [400, 'what is no HTTP', () => wire.raw('HELLO\r\n\r\n')],
    [400, 'a method nobody knows', () => raw('FETCH /api/v1/organizations HTTP/1.1', 'host: x')],
    [400, 'two lengths', () => raw('POST /api/v1/posts HTTP/1.1', 'host: x', 'content-length: 1', 'content-length: 2')],
    [400, 'a length beside chunks', () => raw('POST /api/v1/posts HTTP/1.1', 'host: x', 'content-length: 4', 'transfer-encoding: chunked')],
    [400, 'no host', () => raw('GET /livez HTTP/1.1')],
    [400, 'a header with a line break of its own', () => raw('GET /livez HTTP/1.1', 'host: x', 'a: b\rc: d')],
    [401, 'nobody', () => get('/api/v1/organizations', { cookie: '' })],
    [403, 'a foreign origin', () => post('/api/v1/posts', { origin: 'https://evil.example' })],
    [404, 'an address nobody has', () => get('/nowhere')],
    [404, 'a file nobody has', () => get('/assets/nothing.js')],
    [404, 'TRACE', () => method('TRACE')],
    [404, 'OPTIONS', () => method('OPTIONS')],
    [404, 'PUT', () => method('PUT')],
    [413, 'a body beyond 1 MB', () => post('/api/v1/posts', {}, 'x'.repeat(1024 * 1024 + 1))],
    [413, 'an id beyond 200 characters', () => get(`/api/v1/organizations/${'x'.repeat(201)}`)],
    [413, 'headers beyond 16 KB', () => raw('GET /livez HTTP/1.1', 'host: x', `a: ${'x'.repeat(20_000)}`)],
    [429, 'too many', tooMany],
    [500, 'a failure inside', () => get('/api/v1/posts?organizationId=org_1')],
    [
      503,
      'a service that is away',
      async () => {
        gateway.services.gone.add('organizations');
        const answer = await get('/api/v1/organizations');
        gateway.services.gone.clear();
        return answer;
      },
    ],
  ])('SEC-06 SEC-30 %i: %s, as a problem that tells nothing else', async (status, _name, ask) => {
    const answer = await ask();
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
    guarded(answer);
    expect(answer.headers['cache-control']).toBe('no-store');
    const problem = problemSchema.strict().parse(JSON.parse(answer.text));
    expect([problem.status, problem.traceId]).toEqual([status, answer.headers['x-trace-id']]);
    expect(answer.text).not.toMatch(/FST_|HPE_|\w+Error|secret|stack|node|fastify|\/assets|\/api/i);
  });

  it('SEC-30 an expectation that nobody keeps is passed over, with the same headers', async () => {
    guarded(await raw('GET /livez HTTP/1.1', 'host: x', 'expect: the-unexpected'));
  });
});
