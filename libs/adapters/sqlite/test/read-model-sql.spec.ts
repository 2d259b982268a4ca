import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Condition, CursorPosition, Query } from '@zhitong/eventing';
import { Database } from '../src/database.ts';
import { addField, createIndex, createTable, selectCount, selectPage, selectPlace, type Sql } from '../src/read-model-sql.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';

const indexes = [['state', 'due.at'], ['path', 'name'], ['name']] as const;
let folder: TemporaryFolder;
let database: Database;
beforeAll(() => {
  folder = temporaryFolder();
  database = new Database(folder.file('read-models.db'), { synchronous: 'NORMAL' });
  database.exec(createTable('rows'));
  for (const field of new Set(indexes.flat())) database.exec(addField('rows', field));
  for (const index of indexes) database.exec(createIndex('rows', index));
});
afterAll(() => {
  database.close();
  folder.remove();
});

const plan = ({ text, values }: Sql): string =>
  database
    .all(`EXPLAIN QUERY PLAN ${text}`, ...values)
    .map(({ detail }) => String(detail))
    .join('; ');
const page = (query: Pick<Query, 'where' | 'orderBy'>, after?: CursorPosition) =>
  selectPage('rows', indexes, query, after).map(({ text, values }) => plan({ text, values: [...values, 10] }));
const open: Condition = { field: 'state', eq: 'open' };
const by = (field: string, direction: 'asc' | 'desc' = 'asc') => ({ field, direction });
const at = (value: string | null): CursorPosition => ({ value, key: 'k' });
const seeks = (index: string, terms: string) => `SEARCH rows_rows USING INDEX rows:${index} (${terms})`;

describe('the plan of a query', () => {
  it.each<[string, Pick<Query, 'where' | 'orderBy'>, CursorPosition | undefined, readonly string[]]>([
    ['equality and order', { where: [open], orderBy: by('due.at') }, undefined, [seeks('state,due.at', 'field:state=?')]],
    ['equality and descending order', { where: [open], orderBy: by('due.at', 'desc') }, undefined, [seeks('state,due.at', 'field:state=?')]],
    [
      'equality and range',
      { where: [open, { field: 'due.at', lt: '2026' }], orderBy: by('due.at') },
      undefined,
      [seeks('state,due.at', 'field:state=? AND field:due.at>? AND field:due.at<?')],
    ],
    ['a prefix', { where: [{ field: 'name', prefix: '支' }], orderBy: by('name') }, undefined, [seeks('name', 'field:name>? AND field:name<?')]],
    [
      'a later page of a selection',
      { where: [open], orderBy: by('due.at') },
      at('2026'),
      [seeks('state,due.at', 'field:state=? AND (field:due.at,key)>(?,?)')],
    ],
    [
      'a later page downwards, then the rows without the field',
      { where: [], orderBy: by('name', 'desc') },
      at('名'),
      [seeks('name', '(field:name,key)<(?,?)'), seeks('name', 'field:name=?')],
    ],
    [
      'a later page among rows without the field, then those with it',
      { where: [], orderBy: by('name') },
      at(null),
      [seeks('name', 'field:name=? AND key>?'), seeks('name', 'field:name>?')],
    ],
  ])('seeks in the index and never sorts: %s', (_what, query, after, expected) => {
    expect(page(query, after)).toEqual(expected);
  });

  it('walks the key when nothing is asked', () => {
    expect(page({ where: [] }, at(null))).toEqual(['SEARCH rows_rows USING INDEX sqlite_autoindex_rows_rows_1 (key>?)']);
  });

  it('counts and finds places without reading rows', () => {
    const covered = 'USING COVERING INDEX rows:state,due.at (field:state=?';
    expect(plan(selectCount('rows', indexes, [open, { field: 'due.at', gte: '2026' }], 10))).toContain(covered);
    expect(plan(selectPlace('rows', indexes, { where: [open], orderBy: by('due.at') }, 5))).toContain(covered);
  });
});
