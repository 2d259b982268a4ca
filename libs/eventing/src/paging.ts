import type { Page, Query } from './ports/read-model-store.port.ts';

type PageFrom<Row> = (start: Pick<Query, 'cursor'>) => Promise<Page<Row>>;

/** A list in portions that a store answers at once. */
export function* portions<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** Keys a store is asked for at once: a statement stays small, and nobody else waits for long. */
const askedTogether = 2000;

/** What `read` finds of any number of keys. */
export async function inPortions<Value>(
  keys: readonly string[],
  read: (some: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<ReadonlyMap<string, Value>> {
  if (keys.length <= askedTogether) return read(keys);
  const found = new Map<string, Value>();
  for (const some of portions(keys, askedTogether)) for (const [key, value] of await read(some)) found.set(key, value);
  return found;
}

/** A selection page by page. */
export async function* pages<Row>(pageFrom: PageFrom<Row>): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined;
  do {
    const { items, next }: Page<Row> = await pageFrom({ cursor });
    yield items;
    cursor = next;
  } while (cursor !== undefined);
}

/** The rows of a selection, page by page as they are asked for: never the whole city in memory. */
export async function* eachRow<Row>(pageFrom: PageFrom<Row>): AsyncGenerator<Row> {
  for await (const rows of pages(pageFrom)) yield* rows;
}

/** All rows of a selection that its caller knows to be bounded. */
export async function allRows<Row>(pageFrom: PageFrom<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of pages(pageFrom)) all.push(...rows);
  return all;
}
