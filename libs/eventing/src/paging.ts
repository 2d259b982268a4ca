import type { Page } from './ports/read-model-store.port.ts';

/** Where a page begins; nothing for the first one. */
export interface PageStart {
  readonly cursor?: string;
}

type PageFrom<Row> = (start: PageStart) => Promise<Page<Row>>;

async function* pages<Row>(pageFrom: PageFrom<Row>): AsyncGenerator<readonly Row[]> {
  let start: PageStart | undefined = {};
  while (start !== undefined) {
    const { items, next }: Page<Row> = await pageFrom(start);
    yield items;
    start = next === undefined ? undefined : { cursor: next };
  }
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
