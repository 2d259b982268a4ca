import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Attempt } from '@zhitong/platform/telemetry/security-log.ts';
import { obtainToken } from '../src/obtain-token.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { at } from './json.ts';
import { Wire, type Sent } from './wire.ts';

describe('attempts on the gateway', () => {
  const gateway = new GatewayUnderTest();
  const told: Attempt[] = [];
  let wire: Wire;
  let own: Record<string, string>;
  let bearer: string;

  beforeAll(async () => {
    await gateway.start({ secondFactors: ['urn:example:two'], attempts: { attempted: (attempt) => void told.push(attempt) } });
    wire = new Wire(gateway.url);
    const { cookie } = await gateway.loggedIn();
    own = { cookie, origin: gateway.url, 'content-type': 'application/json', 'idempotency-key': 'key-00000001' };
    bearer = `Bearer ${await obtainToken(gateway.url, 'admin')}`;
  });
  afterAll(async () => {
    wire.close();
    await gateway.stop();
  });
  beforeEach(() => {
    told.length = 0;
    gateway.ahead += 60_000;
  });

  const [draft, act, session, members] = ['/api/v1/directives', '/api/v1/session/act', '/api/v1/session', '/api/v1/members'];
  const post = (path: string, body: string, changed: object = {}): Sent => ({ method: 'POST', path, headers: { ...own, ...changed }, body });
  const get = (path: string, headers: Record<string, string> = own): Sent => ({ method: 'GET', path, headers });

  it.each<[string, string, () => Sent, string | undefined]>([
    ['SEC-01 a token that is none', 'TOKEN_INVALID', () => get(session, { authorization: 'Bearer a.b.c' }), undefined],
    ['SEC-01 a log-in that nobody began', 'TOKEN_INVALID', () => get('/auth/callback?code=1&state=2', { accept: 'text/html' }), undefined],
    ['SEC-03 a forged session', 'UNAUTHENTICATED', () => get(session, { cookie: '__Host-zt=AAAAAAAAAAAAAAAAAAAAAA' }), undefined],
    ['SEC-03 a session of somebody else', 'NOT_FOUND', () => ({ ...post(`/api/v1/sessions/${'0'.repeat(64)}`, '{}'), method: 'DELETE' }), 'per_wang'],
    ['SEC-05 a foreign origin', 'ORIGIN_REFUSED', () => post(act, '{}', { origin: 'https://evil.example' }), undefined],
    ['SEC-07 an administrator of one factor', 'STEP_UP_REQUIRED', () => get(session, { authorization: bearer, 'zhitong-grant': 'grt_9' }), undefined],
    ['SEC-12 a grant that is not the own', 'FORBIDDEN_ROLE', () => post(act, '{"grantId":"grt_9"}'), 'per_wang'],
    ['SEC-14 a field that no schema knows', 'VALIDATION_FAILED', () => post(draft, '{"__proto__":{"owner":"per_1"}}'), 'per_wang'],
    ['SEC-29 a body that is too large', 'FILE_TOO_LARGE', () => post(draft, JSON.stringify({ text: 'x'.repeat(1024 * 1024) })), undefined],
    ['SEC-33 a filter that is no text', 'VALIDATION_FAILED', () => get(`${members}?name[$gt]=`), 'per_wang'],
  ])('%s is told of once: who, what, where, and that it was refused', async (_name, code, sent, actorId) => {
    const answer = await wire.send(sent());
    expect(told).toEqual([
      { actorId, from: '127.0.0.0/24', operation: expect.stringMatching(/^(GET|POST|DELETE) \/(api\/v1|auth)\//), code, traceId: answer.headers['x-trace-id'] },
    ]);
  });

  it('SEC-29 haste and bytes that are no request are told of, an address that leads nowhere is not, and nothing quotes what was sent', async () => {
    for (let n = 0; n < 6; n += 1) await wire.send(get('/auth/callback?code=10088000001&state=2'));
    await wire.raw('GE T /10088000001 HTTP/1.1\r\n\r\n');
    await wire.send(get('/10088000001'));
    expect([...new Set(told.map(({ code, actorId }) => [code, actorId].join()))].sort()).toEqual(['RATE_LIMITED,', 'TOKEN_INVALID,', 'VALIDATION_FAILED,']);
    expect(JSON.stringify(told)).not.toContain('10088000001');
  });

  it('SEC-09 what a service refuses is for its own audit to tell', async () => {
    const { RefusedByService } = await import('@zhitong/platform/grpc/problem-metadata.ts');
    gateway.services.answers.set('getMember', () => Promise.reject(new RefusedByService('NOT_FOUND', 'There is no such member here.')));
    const answer = await wire.send(get(`${members}/per_1`));
    expect([at(JSON.parse(answer.text), 'code'), told]).toEqual(['NOT_FOUND', []]);
  });
});
