import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Condition } from '@zhitong/eventing';
import { openMongoReadModelStore } from '@zhitong/mongodb';
import type { RowDocument } from '@zhitong/mongodb/row-document.ts';
import { indexKeys, rowFilter, sortOf } from '@zhitong/mongodb/row-filter.ts';
import { fill } from '@zhitong/testing/contracts/read-model-store.samples.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

interface Explained {
  readonly executionStats: { readonly nReturned: number; readonly totalDocsExamined: number; readonly totalKeysExamined: number };
}

/** What a request costs must not grow with the rows: the server's own account of what it read. */
describe('reads on the index', () => {
  const database = newDatabase('plans');
  const client = new MongoClient(mongoUrl());
  const rows = () => client.db(database).collection<RowDocument>('rows.plans');
  beforeAll(async () => {
    const store = await openMongoReadModelStore({ client, database });
    await store.ensure([{ name: 'plans', indexes: [['kind', 'rank'], ['rank']] }]);
    const kinds = ['a', 'b', 'c', 'd'];
    await fill(store, 'plans', Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`k${String(n)}`, { kind: kinds[n % 4], rank: (n * 7) % 50 }])));
  });
  afterAll(async () => {
    await client.close();
    await dropDatabase(database);
  });

  const one: readonly Condition[] = [{ field: 'kind', eq: 'a' }];
  const some: readonly Condition[] = [{ field: 'kind', in: ['a', 'b', 'c'] }];

  it.each([
    ['all rows, a first page', [], ['rank'], false],
    ['all rows, a later page', [], ['rank'], true],
    ['one kind, a first page', one, ['kind', 'rank'], false],
    ['one kind, a later page', one, ['kind', 'rank'], true],
    ['some kinds, a first page', some, ['kind', 'rank'], false],
    ['some kinds, a later page', some, ['kind', 'rank'], true],
  ] as const)('%s: what is read does not grow with the rows', async (_what, where, index, later) => {
    for (const direction of ['asc', 'desc'] as const) {
      const orderBy = { field: 'rank', direction };
      const position = later ? { value: 21, key: 'k2000' } : undefined;
      const options = { sort: sortOf(orderBy), hint: indexKeys(index), limit: 50 };
      const { executionStats } = (await rows()
        .find(rowFilter(where, orderBy, position), options)
        .explain('executionStats')) as Explained;
      expect(executionStats.nReturned).toBe(50);
      expect(executionStats.totalDocsExamined).toBeLessThanOrEqual(110);
      expect(executionStats.totalKeysExamined).toBeLessThanOrEqual(110);
    }
  });

  it('a place in an order is found without reading the documents before it', async () => {
    const options = { sort: sortOf({ field: 'rank', direction: 'asc' }), hint: indexKeys(['kind', 'rank']), skip: 500, limit: 1, projection: { _id: 1 } };
    const { executionStats } = (await rows().find(rowFilter(one), options).explain('executionStats')) as Explained;
    expect(executionStats).toMatchObject({ nReturned: 1, totalDocsExamined: 0 });
  });
});
