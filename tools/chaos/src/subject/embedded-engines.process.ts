import { createInProcessTransport } from '@zhitong/inprocess';
import { lockDataFolder, openSqliteEventStore, openSqliteReadModelStore } from '@zhitong/sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runEngines } from './engines.ts';

const folder = join(process.env['ZHITONG_DATA'] ?? '', 'organizations');

await runEngines(async () => {
  mkdirSync(folder, { recursive: true });
  const lock = lockDataFolder(folder);
  const store = openSqliteEventStore({ file: join(folder, 'log.db'), context: 'organizations', epoch: 1 });
  const readModels = await openSqliteReadModelStore({ file: join(folder, 'read-models.db') });
  const transport = createInProcessTransport([store], { restricted: () => false });
  const close = async () => {
    await transport.close();
    await readModels.close();
    await store.close();
    lock.release();
  };
  return { store, readModels, transport, close };
});
