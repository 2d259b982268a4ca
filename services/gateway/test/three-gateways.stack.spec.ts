import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EphemeralStore } from '@zhitong/eventing';
import { openRedisEphemeralStore } from '@zhitong/redis';
import { redisUrl } from '@zhitong/testing/suite-servers.ts';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

const perSecond = 20;
const burst = 60;

describe('three gateways that share their sessions in Redis', () => {
  const gateways = [new GatewayUnderTest(), new GatewayUnderTest(), new GatewayUnderTest()] as const;
  const stores: EphemeralStore[] = [];
  beforeAll(async () => {
    const prefix = `zt:gateways:${String(process.pid)}:${String(Date.now())}:`;
    for (const gateway of gateways) {
      const ephemeral = await openRedisEphemeralStore({ url: redisUrl(), prefix });
      stores.push(ephemeral);
      await gateway.start({ ephemeral });
    }
  });
  afterAll(async () => {
    for (const gateway of gateways) await gateway.stop();
    for (const store of stores) await store.close();
  });

  /** The same browser at each gateway, as behind a balancer. */
  function everywhere({ cookies }: Browser): readonly Browser[] {
    return gateways.map((gateway) => {
      const browser = gateway.browser();
      for (const [name, value] of cookies) browser.cookies.set(name, value);
      return browser;
    });
  }

  it('SEC-29 a session has one budget over all of them: 60 at once and 20 a second, a tenth more or less', async () => {
    const browsers = everywhere(await gateways[0].loggedIn());
    const from = performance.now();
    const answers = await Promise.all(Array.from({ length: 60 }).flatMap(() => browsers.map((browser) => browser.send('/api/v1/session'))));
    const allowed = burst + ((performance.now() - from) / 1000) * perSecond;
    const passed = answers.filter(({ status }) => status === 200).length;
    const limited = answers.filter(({ status }) => status === 429).length;
    expect(passed + limited).toBe(180);
    expect(passed).toBeGreaterThanOrEqual(burst * 0.9);
    expect(passed).toBeLessThanOrEqual(Math.ceil(allowed * 1.1));
  });

  it('SEC-04 a session that ends at one of them has ended at all', async () => {
    const browsers = everywhere(await gateways[0].loggedIn());
    for (const browser of browsers) expect((await browser.send('/api/v1/session')).status).toBe(200);
    expect((await browsers[1]?.post('/auth/logout', {}))?.status).toBe(204);
    for (const browser of everywhere(browsers[0] ?? gateways[0].browser())) expect((await browser.send('/api/v1/session')).status).toBe(401);
  });

  it('SEC-29 failed log-ins at any of them pause the address at all', async () => {
    for (let turn = 0; turn < 5; turn++) expect((await gateways[turn % 3 === 0 ? 0 : 1].browser().send('/auth/callback?code=x&state=y')).status).toBe(401);
    for (const gateway of gateways) expect((await gateway.browser().send('/auth/login?persona=wang')).status).toBe(429);
  });
});
