import { createClient } from 'redis';
import { ephemeralStoreContract } from '@zhitong/testing/contracts/ephemeral-store.contract.ts';
import { openRedisEphemeralStore } from '@zhitong/redis';
import { redisUrl } from '@zhitong/testing/suite-servers.ts';
import { newPrefix } from './new-prefix.ts';

ephemeralStoreContract('Redis', async () => {
  const prefix = newPrefix();
  const [store, second] = [await openRedisEphemeralStore({ url: redisUrl(), prefix }), await openRedisEphemeralStore({ url: redisUrl(), prefix })];
  return {
    store,
    second: async () => second,
    close: async () => {
      await store.close();
      await second.close();
      const client = await createClient({ url: redisUrl() }).connect();
      for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1_000 })) if (keys.length > 0) await client.del(keys);
      client.destroy();
    },
  };
});
