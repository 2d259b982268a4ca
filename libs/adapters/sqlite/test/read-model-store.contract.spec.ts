import { readModelStoreContract } from '@zhitong/testing/contracts/read-model-store.contract.ts';
import { openSqliteReadModelStore } from '../src/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

readModelStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const open = () => openSqliteReadModelStore({ file: folder.file('read-models.db') });
  const [store, second] = [await open(), await open()];
  return {
    store,
    second: async () => second,
    close: async () => {
      await store.close();
      await second.close();
      folder.remove();
    },
  };
});
