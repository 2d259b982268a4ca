import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { obtainToken } from '../src/obtain-token.ts';
import { routedOperations } from '../src/operations/routed.ts';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { at } from './json.ts';
import { Wire } from './wire.ts';

/** Writes that are no operations of a service. */
const ofTheGateway = [
  ['POST', '/api/v1/session/act'],
  ['POST', '/auth/logout'],
  ['DELETE', `/api/v1/sessions/${'0'.repeat(64)}`],
] as const;
const commands = new Set(routedOperations.flatMap(({ kind, name }) => (kind === 'command' ? [name] : [])));

describe('every write of the API', () => {
  const gateway = new GatewayUnderTest();
  const paths: string[] = [];
  let browser: Browser;
  let wire: Wire;
  let token: string;
  let json: Record<string, string>;

  beforeAll(async () => {
    await gateway.start();
    browser = await gateway.loggedIn();
    token = await obtainToken(gateway.url, 'wang');
    wire = new Wire(gateway.url);
    json = { origin: gateway.url, 'content-type': 'application/json', 'idempotency-key': 'key-00000001', cookie: browser.cookie };
    const document = await (await browser.send('/openapi.json')).json();
    const described = Object.entries(Object(at(document, 'paths'))).filter(([, methods]) => at(methods, 'post') !== undefined);
    paths.push(...described.map(([path]) => path.replace(/\{(\w+)Id\}/g, '$1_x').replace(/\{\w+\}/g, 'x')));
  });
  afterAll(async () => {
    wire.close();
    await gateway.stop();
  });
  /** The bucket of the session refills. */
  beforeEach(() => {
    gateway.ahead += 5_000;
  });

  const without = (...names: readonly string[]) => Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
  const writes = () => [...paths.map((path) => ['POST', path] as const), ...ofTheGateway];

  /** How every write answers to the same headers: one line for each that does otherwise. */
  async function strays(
    asked: readonly (readonly [string, string])[],
    headers: Record<string, string>,
    status: number,
    code: string,
  ): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const [method, path] of asked) {
      gateway.ahead += 100;
      const answer = await wire.send({ method, path, headers, body: '{"reason":"not needed"}' });
      const told: unknown = JSON.parse(answer.text);
      if (answer.status !== status || at(told, 'code') !== code) wrong.push(`${method} ${path}: ${answer.status} ${String(at(told, 'code'))}`);
    }
    return wrong;
  }
  const reached = () => gateway.services.asked.filter(({ operation }) => commands.has(operation));

  it('is described', () => expect(paths.length).toBeGreaterThan(90));

  // Comes first: some writes ask for a log-in of the last five minutes, and each request here moves the clock on.
  it('SEC-05 is refused without an Idempotency-Key, whatever it says', async () => {
    const operationsOnly = paths.map((path) => ['POST', path] as const);
    expect(await strays(operationsOnly, without('idempotency-key'), 400, 'VALIDATION_FAILED')).toEqual([]);
    expect(reached()).toEqual([]);
  });

  it.each<[string, () => Record<string, string>]>([
    ['a foreign origin', () => ({ ...json, origin: 'https://evil.example' })],
    ['an origin that only begins like the own', () => ({ ...json, origin: `${gateway.url}.evil.example` })],
    ['the origin of a sandbox', () => ({ ...json, origin: 'null' })],
    ['a cookie and no origin', () => without('origin')],
    ['a foreign origin beside a token', () => ({ ...without('cookie'), authorization: `Bearer ${token}`, origin: 'https://evil.example' })],
    ['a cookie beside a token', () => ({ ...without('origin'), authorization: `Bearer ${token}` })],
    ['a form', () => ({ ...json, 'content-type': 'application/x-www-form-urlencoded' })],
    ['a form with files', () => ({ ...json, 'content-type': 'multipart/form-data; boundary=x' })],
    ['text', () => ({ ...json, 'content-type': 'text/plain' })],
    ['a body without a type', () => without('content-type')],
  ])('SEC-05 is 403 ORIGIN_REFUSED with %s', async (_name, headers) => {
    expect(await strays(writes(), headers(), 403, 'ORIGIN_REFUSED')).toEqual([]);
    expect(reached()).toEqual([]);
  });

  it('SEC-05 is 403 ORIGIN_REFUSED also at an address that only the router reads as this one', async () => {
    const escaped = (path: string) => path.replace(/^\/(.)/, (_whole, first: string) => `/%${first.charCodeAt(0).toString(16)}`);
    const addresses = writes().flatMap(([method, path]) =>
      [escaped(path), `${path};x=1`, path.replace(/\/v1\//, '/v%31/')].map((other) => [method, other] as const),
    );
    const foreign = { ...json, origin: 'https://evil.example' };
    const form = { ...json, 'content-type': 'application/x-www-form-urlencoded' };
    for (const headers of [foreign, form]) expect(await strays(addresses, headers, 403, 'ORIGIN_REFUSED')).toEqual([]);
    expect(reached()).toEqual([]);
    expect((await browser.send('/api/v1/session')).status).toBe(200);
  });

  it('SEC-05 is 415 for a client with a token that sends something else than JSON: there is no origin to blame', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { ...without('cookie', 'origin'), authorization: `Bearer ${token}`, 'content-type': type };
      expect(await strays(writes(), headers, 415, 'FILE_TYPE')).toEqual([]);
    }
    expect(reached()).toEqual([]);
  });

  it('SEC-05 is not done by GET, nor by a method that a header names', async () => {
    const told: string[] = [];
    for (const [, path] of writes()) {
      gateway.ahead += 200;
      for (const method of ['GET', 'HEAD']) {
        const { status } = await wire.send({
          method,
          path,
          headers: { cookie: browser.cookie, 'x-http-method-override': 'POST', 'idempotency-key': 'key-00000001' },
        });
        if (status !== 404 && status !== 400) told.push(`${method} ${path}: ${status}`);
      }
    }
    expect(reached()).toEqual([]);
    expect((await browser.send('/api/v1/session')).status).toBe(200);
    expect(told).toEqual([]);
  });

  it('SEC-09 is 401 for nobody, as every question is', async () => {
    const document = await (await browser.send('/openapi.json')).json();
    const questions = Object.entries(Object(at(document, 'paths'))).filter(([, methods]) => at(methods, 'get') !== undefined);
    const own = ['session', 'sessions', 'names?ids=per_1', 'stream?topics=inbox:org_1', 'metrics', 'projections', 'parked-keys', 'audit'].map(
      (path) => `/api/v1/${path}`,
    );
    const asked = [...questions.map(([path]) => path.replace(/\{(\w+)\}/g, 'x')), ...own].map((path) => ['GET', path] as const);
    const writesOfPeople = writes().filter(([, path]) => path !== '/auth/logout');
    const forged = { ...without('cookie'), cookie: '__Host-zt=AAAAAAAAAAAAAAAAAAAAAA' };
    const wrong: string[] = [];
    for (const headers of [without('cookie'), forged]) {
      for (const [method, path] of [...asked, ...writesOfPeople]) {
        gateway.ahead += 200;
        const answer = await wire.send({ method, path, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
        if (answer.status !== 401 || at(JSON.parse(answer.text), 'code') !== 'UNAUTHENTICATED') wrong.push(`${method} ${path}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(reached()).toEqual([]);
  });
});
