import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EphemeralUnavailable, type EphemeralStore } from '@zhitong/eventing';
import { openRedisEphemeralStore } from '@zhitong/redis';
import { eventually } from '@zhitong/testing/eventually.ts';
import { openTcpProxy, type TcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { redisUrl } from '@zhitong/testing/suite-servers.ts';
import { newPrefix } from './new-prefix.ts';

/** REL-35: whoever asks is told soon, and nothing has to be restarted. */
describe('REL-35 Redis is away', () => {
  let proxy: TcpProxy;
  let prefix: string;
  let store: EphemeralStore;
  /** Reaches Redis also while the proxy does not let the other pass. */
  let direct: EphemeralStore;
  beforeEach(async () => {
    const { hostname: host, port } = new URL(redisUrl());
    proxy = await openTcpProxy({ target: { host, port: Number(port) } });
    prefix = newPrefix();
    store = await openRedisEphemeralStore({ url: `redis://${proxy.address}`, prefix });
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
    store.include('s', 'a', 1_000),
    store.exclude('s', 'a'),
    store.members('s'),
    store.ping(),
    store.hit('h', 1_000),
    store.allow('b', { capacity: 1, perSecond: 1 }),
    store.publish('c', 'm'),
    store.listen('c', () => undefined),
    store.since('c', '1-1', 1),
  ];

  it.each(['cut', 'halfOpen'] as const)('says so on every call when its connections are lost by "%s", and works again', async (kind) => {
    await store.set('other', 'before', 60_000);
    proxy.disturb({ kind });
    for (const answer of await Promise.allSettled(everyCall())) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(EphemeralUnavailable) });
    }
    proxy.heal();
    await eventually(async () => {
      expect(await store.get('other')).toBe('before');
    });
  });

  it('opens while Redis is away and serves once it is back', async () => {
    proxy.disturb({ kind: 'cut' });
    const late = await openRedisEphemeralStore({ url: `redis://${proxy.address}`, prefix });
    await expect(late.ping()).rejects.toBeInstanceOf(EphemeralUnavailable);
    proxy.heal();
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
    proxy.disturb({ kind: 'cut' });
    await direct.publish('c', '2');
    await expect(store.ping()).rejects.toBeInstanceOf(EphemeralUnavailable);
    proxy.heal();
    await direct.publish('c', '3');
    await eventually(() => {
      expect(heard).toEqual(['1', '2', '3']);
    });
  });
});
