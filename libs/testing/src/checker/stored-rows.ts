import { eachRow, type ReadModelStore, type StoredRow } from '@zhitong/eventing';

/** Every row of a collection with what guards it; rows that were deleted are not among them. */
export async function storedRows(store: ReadModelStore, collection: string): Promise<readonly StoredRow[]> {
  const keys: string[] = [];
  for await (const { $key } of eachRow((start) => store.query<object>(collection, { where: [], limit: 1000, ...start }))) keys.push($key);
  const rows: StoredRow[] = [];
  for (let from = 0; from < keys.length; from += 1000) rows.push(...(await store.stored(collection, keys.slice(from, from + 1000))));
  return rows;
}
