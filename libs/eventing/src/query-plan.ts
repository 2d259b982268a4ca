import { hash } from 'node:crypto';
import { Rejected } from '@zhitong/kernel';
import type { Collection, Condition, Index, Query, Scalar } from './ports/read-model-store.port.ts';

/** No declared index serves the query: a fault of the program, found by its first test. */
export class NoIndex extends Error {
  override readonly name = 'NoIndex';
}

/** @throws {TypeError} when a name could mean something to a database. */
export function checkCollection({ name, indexes }: Collection): void {
  if (!/^[A-Za-z0-9_]+$/.test(name)) throw new TypeError(`"${name}" cannot name a collection`);
  const wrong = indexes.flat().find((field) => !/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(field));
  if (wrong !== undefined) throw new TypeError(`"${wrong}" cannot be indexed`);
}

type Selection = Pick<Query, 'where' | 'orderBy'>;

/**
 * The index a selection is read from: its first fields are all fields asked by `eq` or `in` (in any order), the next are the
 * fields of ranges, prefixes and the order. Without conditions and order the rows are read by key, which needs no index.
 * The shortest one wins.
 * @throws {NoIndex}
 */
export function servingIndex(indexes: readonly Index[], { where, orderBy }: Selection): Index {
  const exact = new Set(where.filter(isExact).map(({ field }) => field));
  const following = new Set(where.filter((condition) => !isExact(condition)).map(({ field }) => field));
  if (orderBy !== undefined) following.add(orderBy.field);
  const open = [...following].filter((field) => !exact.has(field));
  if (exact.size + open.length === 0) return [];
  const serving = indexes
    .filter((index) => coversExactly(index.slice(0, exact.size), exact))
    .filter((index) => coversExactly(index.slice(exact.size, exact.size + open.length), new Set(open)))
    .sort((a, b) => a.length - b.length);
  if (serving[0] !== undefined) return serving[0];
  throw new NoIndex(`No index serves [${[...exact].join(', ')}] then [${open.join(', ')}]; declared: ${JSON.stringify(indexes)}`);
}

const isExact = (condition: Condition): boolean => 'eq' in condition || 'in' in condition;

const coversExactly = (fields: readonly string[], wanted: ReadonlySet<string>): boolean =>
  fields.length === wanted.size && fields.every((field) => wanted.has(field));

/** The smallest text, by code point, above all texts that start with a prefix; undefined when there is none. */
export function prefixEnd(prefix: string): string | undefined {
  const points = [...prefix].map((character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  const next = last === 0xd7ff ? 0xe000 : last + 1; // surrogates are no code points of a text
  return String.fromCodePoint(...points, next);
}

/** Where a page ended: the value of the order's field (null = the row has none) and the key. */
export interface CursorPosition {
  readonly value: Scalar | null;
  readonly key: string;
}

export function encodeCursor(selection: Selection, { value, key }: CursorPosition): string {
  return Buffer.from(JSON.stringify([fingerprint(selection), value, key])).toString('base64url');
}

/** @throws {Rejected} `VALIDATION_FAILED` when the cursor is no cursor of this selection. */
export function decodeCursor(selection: Selection, cursor: string): CursorPosition {
  const [mark, value, key] = parseArray(Buffer.from(cursor, 'base64url').toString());
  if (mark === fingerprint(selection) && isPosition(value) && typeof key === 'string') return { value, key };
  throw new Rejected('VALIDATION_FAILED', 'This page token belongs to another list.');
}

/** @throws {Rejected} `VALIDATION_FAILED` outside 1..1000. */
export function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return;
  throw new Rejected('VALIDATION_FAILED', `A page has 1 to 1000 rows, not ${String(limit)}.`);
}

const fingerprint = ({ where, orderBy }: Selection): string =>
  hash('sha256', JSON.stringify([where, orderBy?.field, orderBy?.direction]), 'base64url').slice(0, 16);

const isPosition = (value: unknown): value is Scalar | null => value === null || ['string', 'number', 'boolean'].includes(typeof value);

function parseArray(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
