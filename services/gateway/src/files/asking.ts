import type { QueryOperation } from '@zhitong/catalogue';
import type * as imports from '@zhitong/catalogue/operations/imports.ts';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import type { z } from 'zod';
import type { Services } from '../services.ts';

type Queries = typeof imports;
export type Output<Name extends keyof Queries> = Queries[Name] extends QueryOperation<z.ZodObject, infer Answer> ? z.output<Answer> : never;

const mostPerPage = 200;

/** All rows of a list, page by page, read by the schema that it promises. */
export async function allOf<Row, Input extends z.ZodObject>(
  services: Services,
  operation: QueryOperation<Input, z.ZodType<{ readonly items: readonly Row[]; readonly next?: string | undefined }>>,
  asked: Readonly<Record<string, unknown>>,
  outgoing: Outgoing,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const input = { ...asked, limit: mostPerPage, ...(cursor === undefined ? {} : { cursor }) };
    const page = operation.output.parse((await services.ask(operation.name, input, outgoing)).value);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
}
