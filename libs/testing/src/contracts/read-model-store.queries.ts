import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Condition, Query, ReadModelStore } from '@zhitong/eventing';
import type { ReadModelStores } from './read-model-store.contract.ts';
import { fill, newCollection } from './read-model-store.samples.ts';

export function readModelQueries(stores: ReadModelStores): void {
  conditions(stores);
  pages(stores);
  counts(stores);
  refusals(stores);
}

const keys = async (store: ReadModelStore, collection: string, query: Partial<Query>): Promise<readonly string[]> =>
  (await store.query(collection, { where: [], limit: 1000, ...query })).items.map(({ $key }) => $key);

function conditions(stores: ReadModelStores): void {
  describe('conditions', () => {
    const texts = [
      'a',
      'ab',
      'a%',
      'a_',
      'a.',
      'a..',
      'a.b',
      'a/b',
      '%',
      '_',
      '..',
      '^a',
      '.*',
      '(',
      '[',
      '\\',
      "'",
      '"',
      '$',
      '支',
      '支部',
      '直通',
      '🎉',
      '🎉🎊',
      '\uffff',
      '',
      '{"$gt":""}',
      'A',
    ];
    let collection = '';
    beforeAll(async () => {
      const { store } = stores();
      collection = await newCollection(store, ['text'], ['state', 'due.at'], ['state', 'level'], ['level'], ['flag'], ['mixed']);
      await fill(store, collection, Object.fromEntries(texts.map((text, n) => [`t${String(n).padStart(2, '0')}`, { text }])));
      await fill(store, collection, {
        o1: { state: 'open', level: 1, due: { at: '2026-01-01' }, flag: true },
        o2: { state: 'open', level: 2, due: { at: '2026-02-01' }, flag: false },
        o3: { state: 'open', level: 3, due: {}, flag: true },
        c1: { state: 'closed', level: 1, due: { at: '2026-01-15' } },
        m1: { mixed: 5 },
        m2: { mixed: '5' },
        m3: { mixed: 50 },
        m4: { mixed: 'x' },
        m5: { mixed: null },
        m6: { mixed: -0.5 },
      });
    });
    const asked = (...where: readonly Condition[]) => keys(stores().store, collection, { where });
    const textsFound = async (condition: Condition) => {
      const { items } = await stores().store.query<{ text: string }>(collection, { where: [condition], limit: 1000 });
      return items.map(({ text }) => text).sort();
    };

    it.each(texts)('eq takes %j literally', async (text) => expect(await textsFound({ field: 'text', eq: text })).toEqual([text]));
    it.each(texts)('in takes %j literally', async (text) => expect(await textsFound({ field: 'text', in: [text, 'nowhere'] })).toEqual([text]));
    it.each([...texts, 'zzz', '🎉🎊🎊'])('prefix takes %j literally', async (prefix) => {
      expect(await textsFound({ field: 'text', prefix })).toEqual(texts.filter((text) => text.startsWith(prefix)).sort());
    });

    it('eq and in tell numbers, texts and truth apart', async () => {
      expect(await asked({ field: 'mixed', eq: 5 })).toEqual(['m1']);
      expect(await asked({ field: 'mixed', eq: '5' })).toEqual(['m2']);
      expect(await asked({ field: 'mixed', in: [50, 'x'] })).toEqual(['m3', 'm4']);
      expect(await asked({ field: 'flag', eq: true })).toEqual(['o1', 'o3']);
      expect(await asked({ field: 'flag', eq: false })).toEqual(['o2']);
      expect(await asked({ field: 'flag', in: [true, false] })).toEqual(['o1', 'o2', 'o3']);
      expect(await asked({ field: 'level', in: [] })).toEqual([]);
      expect(await asked({ field: 'level', in: [1, 1, 2] })).toEqual(['c1', 'o1', 'o2']);
    });

    it.each<[Omit<Extract<Condition, { gt?: unknown }>, 'field'>, readonly string[]]>([
      [{ gt: 1 }, ['o2', 'o3']],
      [{ gte: 1, lt: 3 }, ['c1', 'o1', 'o2']],
      [{ gt: 1, lte: 2 }, ['o2']],
      [{ lte: 2 }, ['c1', 'o1', 'o2']],
      [{ gt: 3 }, []],
      [{ gte: 2.5 }, ['o3']],
    ])('a range %j takes its borders exactly', async (range, expected) => {
      expect([...(await asked({ field: 'level', ...range }))].sort()).toEqual(expected);
    });

    it('a range compares within one type and passes over missing fields', async () => {
      expect(await asked({ field: 'mixed', gte: 5 })).toEqual(['m1', 'm3']);
      expect(await asked({ field: 'mixed', lt: 6 })).toEqual(['m1', 'm6']);
      expect(await asked({ field: 'mixed', gte: '5' })).toEqual(['m2', 'm4']);
      expect(await asked({ field: 'mixed', lt: 'x' })).toEqual(['m2']);
    });

    it('a range over texts compares by code point', async () => {
      expect(await textsFound({ field: 'text', gt: '\uffff' })).toEqual(['🎉', '🎉🎊']);
      expect(await textsFound({ field: 'text', gte: 'A', lt: 'a' })).toEqual(['A', '[', '\\', '^a', '_'].sort());
    });

    it('conditions hold together, in any order, on nested fields too', async () => {
      expect(await asked({ field: 'due.at', lt: '2026-01-31' }, { field: 'state', eq: 'open' })).toEqual(['o1']);
      expect(await asked({ field: 'state', in: ['open', 'closed'] }, { field: 'due.at', gte: '2026-01-15' })).toEqual(['c1', 'o2']);
      expect(await asked({ field: 'level', eq: 1 }, { field: 'state', eq: 'open' })).toEqual(['o1']);
    });

    it('names of fields and collections carry no SQL', async () => {
      const { store } = stores();
      await expect(store.ensure([{ name: 'x"; drop table y; --', indexes: [] }])).rejects.toMatchObject({ name: 'TypeError' });
      await expect(store.ensure([{ name: collection, indexes: [["a'), b"]] }])).rejects.toMatchObject({ name: 'TypeError' });
    });
  });
}

function pages(stores: ReadModelStores): void {
  describe('order and pages', () => {
    let collection = '';
    const rows = Object.fromEntries(
      Array.from({ length: 1000 }, (_, n) => [
        `k${String((n * 617) % 1000).padStart(4, '0')}`,
        { kind: n % 2 === 0 ? 'even' : 'odd', ...(n % 7 === 0 ? {} : { rank: n % 13 }), name: `名${String(n % 5)}` },
      ]),
    );
    beforeAll(async () => {
      const { store } = stores();
      collection = await newCollection(store, ['rank'], ['kind', 'rank'], ['name'], ['kind']);
      await fill(store, collection, rows);
    });

    /** Walks all pages and gives the keys of each. */
    async function walk(query: Omit<Query, 'cursor'>): Promise<readonly string[]> {
      const { store, second } = stores();
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const reader = found.length % 2 === 0 ? store : second;
        const page = await reader.query(collection, cursor === undefined ? query : { ...query, cursor });
        found.push(...page.items.map(({ $key }) => $key));
        cursor = page.next;
      } while (cursor !== undefined);
      return found;
    }
    /** By field, rows without it first, then by key; all of it turned round for descending. */
    function expected(field: 'rank' | 'name' | undefined, direction: 'asc' | 'desc' = 'asc', kind?: string): readonly string[] {
      const value = (key: string) => (field === undefined ? '' : (rows[key]?.[field] ?? ''));
      const sorted = Object.keys(rows)
        .filter((key) => kind === undefined || rows[key]?.kind === kind)
        .sort((a, b) => compare(value(a), value(b)) || compare(a, b));
      return direction === 'asc' ? sorted : sorted.reverse();
    }
    const compare = (a: string | number, b: string | number) => (a === b ? 0 : a === '' || (b !== '' && a < b) ? -1 : 1);

    it.each([1, 7, 100, 333, 999, 1000])('gives every row once by key, %i a page', async (limit) => {
      if (limit === 1) return expect(await walk({ where: [], limit: 90 })).toEqual(expected(undefined));
      expect(await walk({ where: [], limit })).toEqual(expected(undefined));
    });

    it.each([
      ['rank', 'asc', 37],
      ['rank', 'desc', 37],
      ['rank', 'asc', 250],
      ['rank', 'desc', 1000],
      ['name', 'asc', 100],
      ['name', 'desc', 99],
    ] as const)('gives every row once by %s %s, ties by key in the same direction, missing fields lowest, %i a page', async (field, direction, limit) => {
      expect(await walk({ where: [], orderBy: { field, direction }, limit })).toEqual(expected(field, direction));
    });

    it.each(['asc', 'desc'] as const)('pages a selection %s', async (direction) => {
      const where = [{ field: 'kind', eq: 'odd' }];
      expect(await walk({ where, orderBy: { field: 'rank', direction }, limit: 41 })).toEqual(expected('rank', direction, 'odd'));
    });

    it('orders by the field it selects by', async () => {
      const found = await walk({ where: [{ field: 'rank', gte: 11 }], orderBy: { field: 'rank', direction: 'desc' }, limit: 20 });
      expect(found).toEqual(expected('rank', 'desc').filter((key) => (rows[key]?.rank ?? 0) >= 11));
    });

    it('orders an alternative as one', async () => {
      const found = await walk({ where: [{ field: 'kind', in: ['odd', 'even'] }], orderBy: { field: 'rank', direction: 'asc' }, limit: 300 });
      expect(found).toEqual(expected('rank'));
    });

    it('selects by one field and pages by key without an order', async () => {
      expect(await walk({ where: [{ field: 'kind', eq: 'odd' }], limit: 99 })).toEqual(expected(undefined, 'asc', 'odd'));
    });

    it('has no next page after the last row, also on a full page', async () => {
      const page = await stores().store.query(collection, { where: [], limit: 1000 });
      expect(page.items).toHaveLength(1000);
      expect(page.next).toBeUndefined();
    });

    it('neither repeats nor skips a standing row while others come and go', async () => {
      const { store } = stores();
      const moving = await newCollection(store, ['n']);
      await fill(store, moving, { b: { n: 2 }, d: { n: 4 }, f: { n: 6 } });
      const query = { where: [], orderBy: { field: 'n', direction: 'asc' }, limit: 2 } as const;
      const first = await store.query(moving, query);
      await fill(store, moving, { a: { n: 1 }, e: { n: 5 } });
      const second = await store.query(moving, { ...query, cursor: first.next ?? '' });
      expect(second.items.map(({ $key }) => $key)).toEqual(['e', 'f']);
    });

    it('refuses a cursor of another list, a mangled one, and a page of no or too many rows', async () => {
      const { store } = stores();
      const refused = { name: 'Rejected', code: 'VALIDATION_FAILED' };
      const query: Query = { where: [{ field: 'kind', eq: 'odd' }], limit: 10 };
      const cursor = (await store.query(collection, query)).next ?? '';
      const others: readonly Query[] = [
        { ...query, where: [{ field: 'kind', eq: 'even' }], cursor },
        { ...query, orderBy: { field: 'rank', direction: 'asc' }, cursor },
        { ...query, cursor: `${cursor.slice(0, 8)}x` },
        { ...query, cursor: 'WzEsMl0' },
        { ...query, limit: 0 },
        { ...query, limit: 1001 },
        { ...query, limit: 1.5 },
      ];
      for (const other of others) await expect(store.query(collection, other)).rejects.toMatchObject(refused);
      expect((await store.query(collection, { ...query, limit: 5, cursor })).items).toHaveLength(5);
    });
  });
}

function counts(stores: ReadModelStores): void {
  describe('counts and places', () => {
    let collection = '';
    beforeAll(async () => {
      const { store } = stores();
      collection = await newCollection(store, ['kind', 'n'], ['n']);
      await fill(
        store,
        collection,
        Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`k${String(n)}`, { kind: n < 40 ? 'few' : 'many', n: 100 - n }])),
      );
    });

    it('counts exactly up to a bound, then says more', async () => {
      const { store } = stores();
      const few = [{ field: 'kind', eq: 'few' }];
      expect(await store.count(collection, few)).toEqual({ count: 40, more: false });
      expect(await store.count(collection, few, 40)).toEqual({ count: 40, more: false });
      expect(await store.count(collection, few, 39)).toEqual({ count: 39, more: true });
      expect(await store.count(collection, [...few, { field: 'n', gt: 98 }])).toEqual({ count: 2, more: false });
      expect(await store.count(collection, [{ field: 'kind', eq: 'none' }])).toEqual({ count: 0, more: false });
      expect(await store.count(collection, [], 100)).toEqual({ count: 100, more: true });
    });

    it('finds the row at a place, such as the median', async () => {
      const { store } = stores();
      const orderBy = { field: 'n', direction: 'asc' } as const;
      expect(await store.nth(collection, { where: [], orderBy }, 50)).toEqual({ kind: 'many', n: 50 });
      expect(await store.nth(collection, { where: [{ field: 'kind', eq: 'few' }], orderBy }, 0)).toEqual({ kind: 'few', n: 61 });
      expect(await store.nth(collection, { where: [], orderBy: { ...orderBy, direction: 'desc' } }, 1)).toEqual({ kind: 'few', n: 99 });
      expect(await store.nth(collection, { where: [], orderBy }, 101)).toBeUndefined();
    });
  });
}

function refusals(stores: ReadModelStores): void {
  it('refuses what no declared index serves', async () => {
    const { store, second } = stores();
    const collection = await newCollection(store, ['state', 'due'], ['name']);
    const state: Condition = { field: 'state', eq: 'open' };
    const due: Condition = { field: 'due', lt: 5 };
    const unserved: readonly Omit<Query, 'limit'>[] = [
      { where: [{ field: 'other', eq: 1 }] },
      { where: [{ field: 'due', eq: 1 }] },
      { where: [due] },
      { where: [state, { field: 'name', prefix: 'a' }] },
      { where: [state, due], orderBy: { field: 'name', direction: 'asc' } },
      { where: [], orderBy: { field: 'due', direction: 'asc' } },
      {
        where: [
          { field: 'state', prefix: 'o' },
          { field: 'due', eq: 1 },
        ],
      },
    ];
    for (const query of unserved) {
      await expect(store.query(collection, { ...query, limit: 1 })).rejects.toMatchObject({ name: 'NoIndex' });
      await expect(second.nth(collection, query, 0)).rejects.toMatchObject({ name: 'NoIndex' });
    }
    await expect(store.count(collection, [due])).rejects.toMatchObject({ name: 'NoIndex' });
    for (const where of [[], [state], [state, due], [{ field: 'name', prefix: 'a' }]] satisfies Condition[][]) {
      expect(await second.count(collection, where)).toEqual({ count: 0, more: false });
    }
  });
}
