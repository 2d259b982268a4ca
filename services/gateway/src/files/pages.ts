import type { QueryOperation } from '@zhitong/catalogue';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import type { z } from 'zod';
import type { Services } from '../services.ts';

/** What a service answers at once. */
export const mostPerPage = 200;

interface ListPage<Row> {
  readonly items: readonly Row[];
  readonly next?: string | undefined;
}

/** All rows of a list, page by page, read by the schema that it promises. */
export async function allOf<Row>(
  services: Services,
  operation: QueryOperation<z.ZodObject, z.ZodType<ListPage<Row>>>,
  asked: Readonly<Record<string, unknown>>,
  outgoing: Outgoing,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const { items } of pagesOf(services, operation, asked, outgoing, (value) => operation.output.parse(value))) rows.push(...items);
  return rows;
}

/** The pages of a list one after the other, each as it is read. */
export async function* pagesOf<Page extends { readonly next?: string | undefined }>(
  services: Services,
  operation: QueryOperation,
  asked: Readonly<Record<string, unknown>>,
  outgoing: Outgoing,
  read: (value: unknown) => Page,
): AsyncGenerator<Page> {
  let cursor: string | undefined;
  do {
    const input = { ...asked, limit: mostPerPage, ...(cursor === undefined ? {} : { cursor }) };
    const page = read((await services.ask(operation, input, outgoing)).value);
    yield page;
    cursor = page.next;
  } while (cursor !== undefined);
}
