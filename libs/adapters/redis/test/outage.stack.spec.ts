import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EphemeralUnavailable, type EphemeralStore } from '@zhitong/eventing';
import { openRedisEphemeralStore } from '@zhitong/redis';
import { eventually } from '@zhitong/testing/eventually.ts';
import { openProxy } from './proxy.ts';
import { newPrefix, redisUrl } from './stack.ts';

/** REL-35: whoever asks is told soon, and nothing has to be restarted. */
describe('REL-35 Redis is away', () => {
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let prefix: string;
  let store: EphemeralStore;
  /** Reaches Redis also while the proxy does not let the other pass. */
  let direct: EphemeralStore;
  beforeEach(async () => {
    proxy = await openProxy(new URL(redisUrl()));
    prefix = newPrefix();
    store = await openRedisEphemeralStore({ url: proxy.url, prefix });
    direct = await openRedisEphemeralStore({ url: redisUrl(), prefix });
  });
  afterEach(async () => {
    await store.close();
    await direct.close();
    await proxy.close();
  });

  const everyCall = (): Promise<unknown>[] => [
    store.get('k'),
    store.set('k', 'v', 1_000),
    store.delete('k'),
    store.take('k'),
    store.keys(''),
    store.ping(),
    store.hit('h', 1_000),
    store.allow('b', { capacity: 1, perSecond: 1 }),
    store.publish('c', 'm'),
    store.listen('c', () => undefined),
    store.since('c', '1-1', 1),
  ];

  it.each(['cut', 'silence'] as const)('says so on every call when its connections are lost by "%s", and works again', async (fault) => {
    await store.set('k', 'before', 60_000);
    proxy[fault]();
    for (const answer of await Promise.allSettled(everyCall())) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(EphemeralUnavailable) });
    }
    proxy.open();
    await eventually(async () => {
      expect(await store.get('k')).toBe('before');
    });
  });

  it('opens while Redis is away and serves once it is back', async () => {
    proxy.cut();
    const late = await openRedisEphemeralStore({ url: proxy.url, prefix });
    await expect(late.ping()).rejects.toBeInstanceOf(EphemeralUnavailable);
    proxy.open();
    await eventually(() => late.ping());
    await late.close();
  });

  it('lets a listener hear what was published meanwhile', async () => {
    const heard: string[] = [];
    await store.listen('c', (_id, message) => heard.push(message));
    await direct.publish('c', '1');
    await eventually(() => {
      expect(heard).toEqual(['1']);
    });
    proxy.cut();
    await direct.publish('c', '2');
    await expect(store.ping()).rejects.toBeInstanceOf(EphemeralUnavailable);
    proxy.open();
    await direct.publish('c', '3');
    await eventually(() => {
      expect(heard).toEqual(['1', '2', '3']);
    });
  });
});
