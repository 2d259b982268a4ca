import type { ReadModelStore } from '@zhitong/eventing';
import { readModelStoreContract } from '@zhitong/testing/contracts/read-model-store.contract.ts';
import { openSqliteDocumentStore, openSqliteReadModelStore } from '../src/index.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';

const mount = (name: string, openFile: (file: string) => Promise<ReadModelStore>) =>
  readModelStoreContract(name, async () => {
    const folder = temporaryFolder();
    const open = () => openFile(folder.file('read-models.db'));
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

mount('SQLite', (file) => openSqliteReadModelStore({ file }));
mount('SQLite documents', async (file) => openSqliteDocumentStore({ file }));
