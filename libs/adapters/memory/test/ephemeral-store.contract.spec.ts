import { ephemeralStoreContract } from '@zhitong/testing/contracts/ephemeral-store.contract.ts';
import { EphemeralMemory, openMemoryEphemeralStore } from '@zhitong/memory';

ephemeralStoreContract('Memory', async () => {
  const memory = new EphemeralMemory();
  const [store, second] = [openMemoryEphemeralStore({ memory }), openMemoryEphemeralStore({ memory })];
  return {
    store,
    second: async () => second,
    close: async () => {
      await store.close();
      await second.close();
    },
  };
});
