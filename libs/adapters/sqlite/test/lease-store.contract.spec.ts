import { leaseStoreContract } from '@zhitong/testing/contracts/lease.contract.ts';
import { openSqliteLeaseStore } from '../src/index.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';

leaseStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const open = () => openSqliteLeaseStore({ file: folder.file('leases.db') });
  const [store, second] = [open(), open()];
  return {
    store,
    second: async () => second,
    close: async () => {
      store.close();
      second.close();
      folder.remove();
    },
  };
});
