import type { Operation } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { z } from 'zod';
import type { CallOptions, TestCaller } from '../test-city.ts';
import { rows } from './records.ts';

/** What there is to see of something that is not there. */
export const hidden = ['NOT_FOUND', 'EMPTY'];
export const closed = new Set(['FORBIDDEN_ROLE', 'OUT_OF_SCOPE', 'NOT_FOUND']);

/** The code of a refusal (the sentences people read follow from it alone), or whether there was an answer. */
export async function outcomeOf(caller: TestCaller, operation: Operation, input: object, options: CallOptions = {}): Promise<string> {
  try {
    const value = operation.kind === 'query' ? await caller.query(operation.name, input, options) : await caller.command(operation.name, input, options);
    const page = rows.safeParse(value);
    return page.success && page.data.items.length === 0 ? 'EMPTY' : 'DONE';
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
}

export const refusalOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'DONE',
    (error: unknown) => (error instanceof Rejected ? error.code : String(error)),
  );

/** Lines of a page; none where it is refused. */
export async function linesOf(caller: TestCaller, { name }: Operation, input: object): Promise<readonly string[]> {
  const page = await caller.query(name, input).catch((error: unknown) => {
    if (error instanceof Rejected) return { items: [] };
    throw error;
  });
  return rows.parse(page).items.map((row) => JSON.stringify(row));
}

export async function nextOf(caller: TestCaller, { name }: Operation, input: object): Promise<string | undefined> {
  const page = await caller.query(name, input).catch(() => undefined);
  return z.looseObject({ next: z.string().optional() }).catch({}).parse(page).next;
}
