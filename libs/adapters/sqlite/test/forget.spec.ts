import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadModelStore } from '@zhitong/eventing';
import { CanarySearch, filesBelow } from '@zhitong/testing/canary/search.ts';
import { openSqliteDocumentStore } from '../src/index.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';

const keys = { name: 'keys', indexes: [['master']] } as const;
const secretOf = (n: number) => `wrapped-${String(n)}-${'Zq7'.repeat(20)}-${String(n)}`;

describe('SEC-20 a document store', () => {
  let folder: TemporaryFolder;
  let store: ReadModelStore;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = openSqliteDocumentStore({ file: folder.file('keys.db') });
    await store.ensure([keys]);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  const write = (key: string, expectedRevision: number, row: unknown) =>
    store.commit({ writes: [{ collection: keys.name, key, expectedRevision, guards: {}, row }] });
  const found = (n: number) => new CanarySearch({ secret: secretOf(n) }).all(filesBelow(folder.path)).map(({ place }) => place);

  it('has forgotten in every file what was overwritten or removed, and kept the rest', async () => {
    for (let n = 0; n < 300; n += 1) await write(`per_${String(n)}`, 0, { master: 'k1', wrapped: secretOf(n) });
    await write('per_7', 1, { destroyedAt: '2026-03-02' });
    await write('per_8', 1, null);
    expect(found(7)).not.toEqual([]); // in the log ahead: it has to be forgotten on purpose
    await store.forget();
    expect([found(7), found(8), found(9)]).toEqual([[], [], ['keys.db']]);
    expect(await store.get(keys.name, 'per_9')).toMatchObject({ wrapped: secretOf(9) });
  });

  it('does not say so while another reader still holds an older version', async () => {
    await write('per_1', 0, { master: 'k1', wrapped: secretOf(1) });
    await store.forget();
    const { DatabaseSync } = await import('node:sqlite');
    const other = new DatabaseSync(folder.file('keys.db'));
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM sqlite_schema').get();
    await write('per_1', 1, { destroyedAt: '2026-03-02' });
    await expect(store.forget()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    other.close();
    await store.forget();
    expect(found(1)).toEqual([]);
  });
});
