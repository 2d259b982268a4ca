import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contexts } from '@zhitong/catalogue';
import { EphemeralUnavailable, type EphemeralStore } from '@zhitong/eventing';
import { RateLimits } from '../src/http/rate-limits.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { partOf } from './json.ts';

describe('rate limits', () => {
  let gateway: GatewayUnderTest;
  beforeEach(async () => {
    gateway = new GatewayUnderTest();
    await gateway.start();
  });
  afterEach(() => gateway.stop());

  /** How many of a burst pass; the store refills while it runs. */
  const burst = async (send: () => Promise<Response>, size: number) => {
    const answers = await Promise.all(Array.from({ length: size }, send));
    return { passed: answers.filter(({ status }) => status !== 429).length, limited: answers.filter(({ status }) => status === 429) };
  };

  it('SEC-29 a session may ask 60 times at once', async () => {
    const browser = await gateway.loggedIn();
    const from = performance.now();
    const { passed, limited } = await burst(() => browser.send('/api/v1/session'), 120);
    const refilled = ((performance.now() - from) / 1000) * 20;
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThanOrEqual(60 + Math.ceil(refilled));
    expect(await limited[0]?.json()).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  it('SEC-29 an address without a session may ask 30 times at once, whatever it forges', async () => {
    const from = performance.now();
    let turn = 0;
    const { passed } = await burst(() => {
      const browser = gateway.browser();
      browser.cookies.set('__Host-zt', `forged-${turn++}`);
      return browser.send('/api/v1/session', { headers: { 'x-forwarded-for': `10.0.0.${turn}` } });
    }, 90);
    const refilled = ((performance.now() - from) / 1000) * 10;
    expect(passed).toBeGreaterThanOrEqual(30);
    expect(passed).toBeLessThanOrEqual(30 + Math.ceil(refilled));
  });

  it('a session is not held up by strangers at its address', async () => {
    const browser = await gateway.loggedIn();
    await burst(() => gateway.browser().send('/api/v1/session'), 60);
    expect((await browser.send('/api/v1/session')).status).toBe(200);
  });
});

describe('more at once than can be answered', () => {
  const gateway = new GatewayUnderTest();
  beforeAll(() => gateway.start({ mostRequests: 3 }));
  afterAll(() => gateway.stop());

  it('REL-34 is refused at once, and let in again when the others are done', async () => {
    const browser = await gateway.loggedIn();
    const answered = Promise.withResolvers<void>();
    gateway.services.answers.set('listOrganizations', async () => {
      await answered.promise;
      return { value: { items: [] }, stale: false };
    });
    const slow = Array.from({ length: 3 }, () => browser.send('/api/v1/organizations'));
    await eventually(() => expect(gateway.services.of('listOrganizations')).toHaveLength(3));
    const refused = await browser.send('/api/v1/session');
    expect([refused.status, refused.headers.get('retry-after'), await partOf(refused, 'code')]).toEqual([503, '1', 'OVERLOADED']);
    expect((await browser.send('/livez')).status).toBe(200);
    answered.resolve();
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await eventually(async () => expect((await browser.send('/api/v1/session')).status).toBe(200));
  });
});

it('REL-34 however many ask at once whether it is ready, each service is asked once', async () => {
  const gateway = new GatewayUnderTest();
  await gateway.start();
  const { services } = gateway;
  const answered = Promise.withResolvers<void>();
  services.probing = answered.promise;
  const first = gateway.browser().send('/readyz');
  await eventually(() => expect(services.probed).toBe(contexts.length));
  const others = Array.from({ length: 20 }, () => gateway.browser().send('/readyz'));
  await eventually(async () => expect((await gateway.browser().send('/livez')).status).toBe(200));
  answered.resolve();
  expect((await Promise.all([first, ...others])).map(({ status }) => status)).toEqual(Array.from({ length: 21 }, () => 200));
  expect(services.probed).toBeLessThan(5 * contexts.length);
  await gateway.stop();
});

describe('a gateway that closes', () => {
  it('REL-33 says before that it is not ready, and answers meanwhile, each answer the last on its line', async () => {
    const gateway = new GatewayUnderTest();
    await gateway.start();
    const browser = await gateway.loggedIn();
    expect((await browser.send('/readyz')).status).toBe(200);
    gateway.leave();
    const ready = await browser.send('/readyz');
    expect([ready.status, await partOf(ready, 'missing')]).toEqual([503, ['process']]);
    const { status, headers } = await browser.send('/api/v1/session');
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    expect((await browser.send('/livez')).status).toBe(200);
    await gateway.stop();
  });

  it('lets nobody in, answers who is inside and keeps nobody on the line', async () => {
    const gateway = new GatewayUnderTest();
    await gateway.start();
    const browser = await gateway.loggedIn();
    const answered = Promise.withResolvers<void>();
    gateway.services.answers.set('listOrganizations', async () => {
      await answered.promise;
      return { value: { items: [] }, stale: false };
    });
    const inside = browser.send('/api/v1/organizations');
    await eventually(() => expect(gateway.services.of('listOrganizations')).toHaveLength(1));
    const closed = gateway.stop();
    await eventually(() => expect(browser.send('/livez')).rejects.toThrow());
    answered.resolve();
    const { status, headers } = await inside;
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    await closed;
  });
});

describe('rate limits while the shared store is away', () => {
  const away: EphemeralStore = new Proxy(new GatewayUnderTest().ephemeral, { get: () => () => Promise.reject(new EphemeralUnavailable('away')) });

  it('REL-35 count in the process instead of letting everybody through', async () => {
    const limits = new RateLimits(away);
    const outcomes = await Promise.allSettled(Array.from({ length: 80 }, () => limits.session('s-1')));
    const passed = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(passed).toBeGreaterThanOrEqual(60);
    expect(passed).toBeLessThan(65);
  });
});
