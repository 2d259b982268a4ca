import type { ReadModelStore, RowWrite } from './ports/read-model-store.port.ts';

/** The write of a row on the revision that it has now; null takes it away. */
export async function writeNow(store: ReadModelStore, collection: string, key: string, row: unknown): Promise<RowWrite> {
  const [stored] = await store.stored(collection, [key]);
  return { collection, key, expectedRevision: stored?.revision ?? 0, guards: stored?.guards ?? {}, row };
}
