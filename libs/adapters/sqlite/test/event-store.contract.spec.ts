import { eventStoreContract } from '@zhitong/testing/contracts/event-store.contract.ts';
import { contractContext, contractEpoch } from '@zhitong/testing/contracts/event-store.samples.ts';
import { openSqliteEventStore } from '../src/index.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';

eventStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const open = () => openSqliteEventStore({ file: folder.file('log.db'), context: contractContext, epoch: contractEpoch });
  const stores = [open()];
  return {
    store: stores[0] ?? open(),
    second: async () => {
      const second = open();
      stores.push(second);
      return second;
    },
    close: async () => {
      for (const store of stores) await store.close();
      folder.remove();
    },
  };
});
