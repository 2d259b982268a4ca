import { prefixEnd, servingIndex, type Condition, type CursorPosition, type Index, type Query, type Scalar } from '@zhitong/eventing';

export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number | null)[];
}
type Selection = Pick<Query, 'where' | 'orderBy'>;

export const tableOf = (collection: string): string => `"rows_${collection}"`;
const indexOf = (collection: string, index: Index): string => `"${collection}:${index.join(',')}"`;

/**
 * Indexed fields are copied into columns of their own when a row is written: only plain columns let SQLite answer from the index
 * alone and seek to a position of value and key. Fields and collections come from declarations, whose names were checked.
 */
const columnOf = (field: string): string => `"field:${field}"`;
const valueIn = (body: string, field: string): string =>
  `json_extract(${body}, '$${field
    .split('.')
    .map((part) => `."${part}"`)
    .join('')}')`;

/** Rows of one collection. A tombstone is marked and has no body. */
export const createTable = (collection: string): string => `
  CREATE TABLE IF NOT EXISTS ${tableOf(collection)} (
    key TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    guards TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    body TEXT
  ) STRICT`;

export const selectFields = (collection: string): string =>
  `SELECT substr(name, 7) AS field FROM pragma_table_info('rows_${collection}') WHERE name LIKE 'field:%'`;

export const addField = (collection: string, field: string): string => `
  ALTER TABLE ${tableOf(collection)} ADD COLUMN ${columnOf(field)} ANY;
  UPDATE ${tableOf(collection)} SET ${columnOf(field)} = ${valueIn('body', field)} WHERE deleted = 0`;

/** Takes key, guards and body; does nothing when the key exists. */
export function insertRow(collection: string, fields: readonly string[]): string {
  const columns = ['key', 'revision', 'guards', 'deleted', 'body', ...fields.map(columnOf)].join(', ');
  const values = ['?1', '1', '?2', '?3 IS NULL', '?3', ...fields.map((field) => valueIn('?3', field))].join(', ');
  return `INSERT INTO ${tableOf(collection)} (${columns}) VALUES (${values}) ON CONFLICT DO NOTHING`;
}

/** Takes key, guards, body and the revision the row must have. */
export function updateRow(collection: string, fields: readonly string[]): string {
  const copies = fields.map((field) => `${columnOf(field)} = ${valueIn('?3', field)}`);
  const changes = ['revision = revision + 1', 'guards = ?2', 'deleted = ?3 IS NULL', 'body = ?3', ...copies].join(', ');
  return `UPDATE ${tableOf(collection)} SET ${changes} WHERE key = ?1 AND revision = ?4`;
}

/** Takes key and the revision the row must have. */
export const removeRow = (collection: string): string => `DELETE FROM ${tableOf(collection)} WHERE key = ?1 AND revision = ?2`;

/** Tombstones stay out of every index; `deleted` ends it so that a query is answered from the index alone. */
export const createIndex = (collection: string, index: Index): string =>
  `CREATE INDEX IF NOT EXISTS ${indexOf(collection, index)} ON ${tableOf(collection)} (${[...index.map(columnOf), 'key', 'deleted'].join(', ')}) WHERE deleted = 0`;

/** The rows of a selection, without order. Names the index: SQLite refuses to scan instead. @throws {NoIndex} */
function from(collection: string, indexes: readonly Index[], selection: Selection, further: readonly Sql[] = []): Sql {
  const index = servingIndex(indexes, selection);
  const hint = index.length === 0 ? '' : ` INDEXED BY ${indexOf(collection, index)}`;
  const terms = [...selection.where.flatMap(condition), ...further];
  const where = ['deleted = 0', ...terms.map(({ text }) => text)].join(' AND ');
  return { text: `FROM ${tableOf(collection)}${hint} WHERE ${where}`, values: terms.flatMap(({ values }) => values) };
}

const order = (orderBy: Query['orderBy']): string => {
  if (orderBy === undefined) return 'ORDER BY key';
  const direction = orderBy.direction === 'asc' ? 'ASC' : 'DESC';
  return `ORDER BY ${columnOf(orderBy.field)} ${direction}, key ${direction}`;
};

/** The rows behind a position as parts that follow each other; each takes the number of rows still wanted as its last value. */
export function selectPage(collection: string, indexes: readonly Index[], selection: Selection, after?: CursorPosition): readonly Sql[] {
  const sort = selection.orderBy === undefined ? 'NULL' : columnOf(selection.orderBy.field);
  const parts = after === undefined ? [[]] : behind(selection.orderBy, after).map((part) => [part]);
  return parts.map((part) => {
    const { text, values } = from(collection, indexes, selection, part);
    return { text: `SELECT key, body, ${sort} AS sort ${text} ${order(selection.orderBy)} LIMIT ?`, values };
  });
}

export function selectPlace(collection: string, indexes: readonly Index[], selection: Selection, place: number): Sql {
  const { text, values } = from(collection, indexes, selection);
  const key = `SELECT key ${text} ${order(selection.orderBy)} LIMIT 1 OFFSET ?`; // only the index is walked
  return { text: `SELECT body FROM ${tableOf(collection)} WHERE key = (${key})`, values: [...values, place] };
}

export function selectCount(collection: string, indexes: readonly Index[], where: readonly Condition[], upTo: number): Sql {
  const { text, values } = from(collection, indexes, { where });
  return { text: `SELECT count(*) AS count FROM (SELECT 1 ${text} LIMIT ?)`, values: [...values, upTo] };
}

const term = (text: string, ...values: (string | number | null)[]): Sql => ({ text, values });
/** Truth is 1 and 0 in SQLite. */
const plain = (value: Scalar): string | number => (typeof value === 'boolean' ? Number(value) : value);

function condition(asked: Condition): readonly Sql[] {
  const value = columnOf(asked.field);
  if ('eq' in asked) return [term(`${value} = ?`, plain(asked.eq))];
  if ('in' in asked) return [term(`${value} IN (SELECT value FROM json_each(?))`, JSON.stringify(asked.in))];
  if ('prefix' in asked) {
    const end = prefixEnd(asked.prefix);
    const start = term(`${value} >= ?`, asked.prefix);
    return end === undefined ? [start] : [start, term(`${value} < ?`, end)];
  }
  return range(value, asked);
}

/** Numbers are below all texts in SQLite: a side left open ends where the other type begins. */
function range(value: string, { gt, gte, lt, lte }: Extract<Condition, { readonly gt?: Scalar }>): readonly Sql[] {
  const terms: Sql[] = [];
  if (gt !== undefined) terms.push(term(`${value} > ?`, plain(gt)));
  if (gte !== undefined) terms.push(term(`${value} >= ?`, plain(gte)));
  if (lt !== undefined) terms.push(term(`${value} < ?`, plain(lt)));
  if (lte !== undefined) terms.push(term(`${value} <= ?`, plain(lte)));
  const texts = [gt, gte, lt, lte].some((border) => typeof border === 'string');
  terms.push(term(texts ? `${value} >= ''` : `${value} < ''`));
  return terms;
}

/**
 * A missing value is below all others, and ties follow the direction of the order. Rows with and without the value are two parts:
 * as one condition SQLite would leave the index and sort.
 */
function behind(orderBy: Query['orderBy'], { value, key }: CursorPosition): readonly Sql[] {
  if (orderBy === undefined) return [term('key > ?', key)];
  const sort = columnOf(orderBy.field);
  if (orderBy.direction === 'asc') {
    if (value === null) return [term(`${sort} IS NULL AND key > ?`, key), term(`${sort} >= -9e999`)];
    return [term(`(${sort}, key) > (?, ?)`, plain(value), key)];
  }
  if (value === null) return [term(`${sort} IS NULL AND key < ?`, key)];
  return [term(`(${sort}, key) < (?, ?)`, plain(value), key), term(`${sort} IS NULL`)];
}
