import { describe, expect, it } from '@jest/globals';
import type { ReadModelStores } from './read-model-store.contract.ts';
import { checkpoint, fill, move, newCollection, newSubscription, write } from './read-model-store.samples.ts';

export function readModelWrites(stores: ReadModelStores): void {
  rows(stores);
  units(stores);
  checkpoints(stores);
  additions(stores);
  collections(stores);
}

function rows(stores: ReadModelStores): void {
  describe('rows', () => {
    it('gives back a row unchanged, from every instance', async () => {
      const { store, second } = stores();
      const collection = await newCollection(store);
      const row = {
        name: '第一支部 🎉',
        n: Number.MAX_SAFE_INTEGER,
        x: 0.5,
        yes: true,
        none: null,
        list: [1, [2], {}],
        $set: 1,
        'a.b': 2,
        _id: 'mine',
        deep: { er: { est: '' } },
      };
      await fill(store, collection, { 'k/1 ü': row });
      expect(await store.get(collection, 'k/1 ü')).toEqual(row);
      expect(await second.get(collection, 'k/1 ü')).toEqual(row);
      expect(await store.get(collection, 'k/1')).toBeUndefined();
    });

    it('gets many, missing keys missing', async () => {
      const { store } = stores();
      const collection = await newCollection(store);
      await fill(store, collection, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
      const found = await store.getMany(collection, ['c', 'missing', 'a', 'a']);
      expect([...found.entries()].sort(([x], [y]) => (x < y ? -1 : 1))).toEqual([
        ['a', { n: 1 }],
        ['c', { n: 3 }],
      ]);
      expect((await store.getMany(collection, [])).size).toBe(0);
    });

    it('SEC-20 removes a row with its key where nothing may tell that it was there, and only on the revision it was read at', async () => {
      const { store, second } = stores();
      const collection = await newCollection(store);
      await fill(store, collection, { a: { n: 1 }, b: { n: 2 } });
      const [a] = await store.stored(collection, ['a']);
      const remove = (expectedRevision: number) => store.commit({ writes: [{ ...write(collection, 'a', null, expectedRevision), untraced: true }] });
      expect(await remove((a?.revision ?? 0) + 1)).toBe('conflict');
      expect(await remove(a?.revision ?? 0)).toBe('committed');
      expect(await second.stored(collection, ['a', 'b'])).toMatchObject([{ key: 'b' }]);
      expect(await remove(a?.revision ?? 0)).toBe('conflict');
      expect(await store.commit({ writes: [write(collection, 'a', { n: 3 }, 0)] })).toBe('committed');
      await store.forget();
      expect(await second.getMany(collection, ['a', 'b'])).toEqual(
        new Map([
          ['a', { n: 3 }],
          ['b', { n: 2 }],
        ]),
      );
    });

    it('replaces a row as a whole on the revision it was computed from', async () => {
      const { store } = stores();
      const collection = await newCollection(store);
      await fill(store, collection, { a: { old: 1, kept: false } });
      const [stored] = await store.stored(collection, ['a']);
      expect(stored).toEqual({ key: 'a', revision: stored?.revision, guards: {}, row: { old: 1, kept: false } });
      const revision = stored?.revision ?? 0;
      expect(revision).toBeGreaterThan(0);
      expect(await store.commit({ writes: [write(collection, 'a', { fresh: 2 }, revision, { member: 7 })] })).toBe('committed');
      const [after] = await store.stored(collection, ['a']);
      expect(after).toMatchObject({ guards: { member: 7 }, row: { fresh: 2 } });
      expect(after?.row).toEqual({ fresh: 2 });
      expect(after?.revision).toBeGreaterThan(revision);
    });

    it('refuses a write on a revision that is gone, or on a row that exists by now', async () => {
      const { store, second } = stores();
      const collection = await newCollection(store);
      await fill(store, collection, { a: { n: 1 } });
      const revision = (await store.stored(collection, ['a']))[0]?.revision ?? 0;
      await second.commit({ writes: [write(collection, 'a', { n: 2 }, revision)] });
      expect(await store.commit({ writes: [write(collection, 'a', { n: 3 }, revision)] })).toBe('conflict');
      expect(await store.commit({ writes: [write(collection, 'a', { n: 3 }, 0)] })).toBe('conflict');
      expect(await store.commit({ writes: [write(collection, 'new', { n: 3 }, 1)] })).toBe('conflict');
      expect(await store.get(collection, 'a')).toEqual({ n: 2 });
      expect(await store.get(collection, 'new')).toBeUndefined();
    });

    it('lets one of ten racing writers of a row win', async () => {
      const { store, second } = stores();
      const collection = await newCollection(store);
      const races = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? store : second).commit({ writes: [write(collection, 'a', { n })] }));
      const outcomes = await Promise.all(races);
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(9);
      expect(await store.get(collection, 'a')).toEqual({ n: outcomes.indexOf('committed') });
    });

    it('keeps a deleted row as a tombstone only folding sees', async () => {
      const { store } = stores();
      const collection = await newCollection(store, ['n']);
      await fill(store, collection, { a: { n: 1 }, b: { n: 1 } });
      const revision = (await store.stored(collection, ['a']))[0]?.revision ?? 0;
      await store.commit({ writes: [write(collection, 'a', null, revision, { member: 9 }), write(collection, 'never', null, 0, { member: 1 })] });
      expect(await store.get(collection, 'a')).toBeUndefined();
      expect([...(await store.getMany(collection, ['a', 'b'])).keys()]).toEqual(['b']);
      const where = [{ field: 'n', eq: 1 }];
      expect((await store.query(collection, { where, limit: 10 })).items).toEqual([{ $key: 'b', n: 1 }]);
      expect((await store.query(collection, { where: [], limit: 10 })).items).toEqual([{ $key: 'b', n: 1 }]);
      expect(await store.count(collection, where)).toEqual({ count: 1, more: false });
      expect(await store.count(collection, [])).toEqual({ count: 1, more: false });
      expect(await store.nth(collection, { where: [], orderBy: { field: 'n', direction: 'asc' } }, 0)).toEqual({ n: 1 });
      const stored = await store.stored(collection, ['a', 'never', 'missing']);
      expect(stored.map(({ key, row, guards }) => ({ key, row, guards })).sort((x, y) => (x.key < y.key ? -1 : 1))).toEqual([
        { key: 'a', row: null, guards: { member: 9 } },
        { key: 'never', row: null, guards: { member: 1 } },
      ]);
      const tombstone = stored.find(({ key }) => key === 'a')?.revision ?? 0;
      expect(tombstone).toBeGreaterThan(revision);
      expect(await store.commit({ writes: [write(collection, 'a', { n: 2 }, 0)] })).toBe('conflict');
      expect(await store.commit({ writes: [write(collection, 'a', { n: 2 }, tombstone)] })).toBe('committed');
      expect(await store.get(collection, 'a')).toEqual({ n: 2 });
    });
  });
}

function units(stores: ReadModelStores): void {
  describe('a unit is stored together or not at all', () => {
    it('stores nothing when one write conflicts', async () => {
      const { store } = stores();
      const [rowsName, counters] = [await newCollection(store), await newCollection(store)];
      const subscription = newSubscription();
      await fill(store, rowsName, { taken: { n: 1 } });
      const unit = {
        checkpoint: move(subscription, undefined, checkpoint(5)),
        writes: [write(rowsName, 'a', { n: 1 }), write(rowsName, 'taken', { n: 2 }), write(rowsName, 'z', { n: 1 })],
        additions: [{ collection: counters, key: 'city', shard: '0', amounts: { members: 1 } }],
      };
      expect(await store.commit(unit)).toBe('conflict');
      expect([...(await store.getMany(rowsName, ['a', 'z'])).keys()]).toEqual([]);
      expect(await store.get(rowsName, 'taken')).toEqual({ n: 1 });
      expect((await store.sums(counters, ['city'])).size).toBe(0);
      expect(await store.checkpoints(subscription)).toEqual([]);
    });

    it('stores nothing when the checkpoint was moved by another', async () => {
      const { store, second } = stores();
      const collection = await newCollection(store);
      const subscription = newSubscription();
      await second.commit({ checkpoint: move(subscription, undefined, checkpoint(5)), writes: [] });
      const unit = {
        checkpoint: move(subscription, undefined, checkpoint(6)),
        writes: [write(collection, 'a', { n: 1 })],
        additions: [{ collection, key: 'city', shard: '0', amounts: { members: 1 } }],
      };
      expect(await store.commit(unit)).toBe('fenced');
      expect(await store.stored(collection, ['a'])).toEqual([]);
      expect((await store.sums(collection, ['city'])).size).toBe(0);
      expect(await store.checkpoints(subscription)).toEqual([{ topic: 'members', partition: 0, ...checkpoint(5) }]);
    });

    it('writes several collections, additions and the checkpoint', async () => {
      const { store, second } = stores();
      const [one, other] = [await newCollection(store), await newCollection(store)];
      const subscription = newSubscription();
      const unit = {
        checkpoint: move(subscription, undefined, checkpoint(1)),
        writes: [write(one, 'a', { n: 1 }), write(other, 'a', { n: 2 })],
        additions: [{ collection: other, key: 'city', shard: '0', amounts: { members: 1 } }],
      };
      expect(await store.commit(unit)).toBe('committed');
      expect(await second.get(one, 'a')).toEqual({ n: 1 });
      expect(await second.get(other, 'a')).toEqual({ n: 2 });
      expect((await second.sums(other, ['city'])).get('city')).toEqual({ members: 1 });
      expect(await second.checkpoints(subscription)).toHaveLength(1);
    });

    it('tells each of many that arrive at one moment its own outcome', async () => {
      const { store, second } = stores();
      const [rowsName, counters] = [await newCollection(store), await newCollection(store)];
      await fill(store, rowsName, { taken: { n: 1 } });
      const subscription = newSubscription();
      await second.commit({ checkpoint: move(subscription, undefined, checkpoint(5), 7), writes: [] });
      const unit = (n: number, key: string) => ({
        checkpoint: move(subscription, undefined, checkpoint(1), n),
        writes: [write(rowsName, key, { n })],
        additions: [{ collection: counters, key: 'city', shard: '0', amounts: { members: 1 } }],
      });
      const keys = ['a', 'b', 'taken', 'c', 'a', 'd', 'e', 'late'];
      const outcomes = await Promise.all(keys.map((key, n) => store.commit(unit(n, key))));
      expect(outcomes).toEqual(['committed', 'committed', 'conflict', 'committed', 'conflict', 'committed', 'committed', 'fenced']);
      expect(await store.getMany(rowsName, keys)).toEqual(
        new Map([
          ['a', { n: 0 }],
          ['b', { n: 1 }],
          ['c', { n: 3 }],
          ['d', { n: 5 }],
          ['e', { n: 6 }],
          ['taken', { n: 1 }],
        ]),
      );
      expect((await store.sums(counters, ['city'])).get('city')).toEqual({ members: 5 });
      const saved = (await store.checkpoints(subscription)).map(({ partition, offset }) => [partition, offset]);
      expect(saved.sort(([one = 0], [other = 0]) => one - other)).toEqual([
        [0, 1],
        [1, 1],
        [3, 1],
        [5, 1],
        [6, 1],
        [7, 5],
      ]);
    });

    it('takes five hundred writes', async () => {
      const { store } = stores();
      const collection = await newCollection(store);
      await fill(store, collection, Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`k${String(n)}`, { n }])));
      expect(await store.count(collection, [])).toEqual({ count: 500, more: false });
    });

    it('takes an empty unit', async () => expect(await stores().store.commit({ writes: [] })).toBe('committed'));
  });
}

function checkpoints(stores: ReadModelStores): void {
  describe('checkpoints', () => {
    it.each([
      ['another offset', checkpoint(4, 2, 1)],
      ['another part', checkpoint(5, 1, 1)],
      ['another log epoch', checkpoint(5, 2, 2)],
      ['none', undefined],
    ])('fences who moves from %s', async (_what, from) => {
      const { store } = stores();
      const subscription = newSubscription();
      const at = checkpoint(5, 2, 1);
      expect(await store.commit({ checkpoint: move(subscription, undefined, at), writes: [] })).toBe('committed');
      expect(await store.commit({ checkpoint: move(subscription, from, checkpoint(9)), writes: [] })).toBe('fenced');
      expect(await store.checkpoints(subscription)).toEqual([{ topic: 'members', partition: 0, ...at }]);
      expect(await store.commit({ checkpoint: move(subscription, at, checkpoint(9)), writes: [] })).toBe('committed');
      expect(await store.checkpoints(subscription)).toEqual([{ topic: 'members', partition: 0, ...checkpoint(9) }]);
    });

    it('fences a move from a checkpoint that does not exist', async () => {
      const { store } = stores();
      const subscription = newSubscription();
      expect(await store.commit({ checkpoint: move(subscription, checkpoint(0), checkpoint(1)), writes: [] })).toBe('fenced');
      expect(await store.checkpoints(subscription)).toEqual([]);
    });

    it('lets one of ten racing owners move it', async () => {
      const { store, second } = stores();
      const subscription = newSubscription();
      const races = Array.from({ length: 10 }, (_, n) =>
        (n % 2 === 0 ? store : second).commit({ checkpoint: move(subscription, undefined, checkpoint(n + 1)), writes: [] }),
      );
      const outcomes = await Promise.all(races);
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'fenced')).toHaveLength(9);
    });

    it('keeps partitions and subscriptions apart, and forgets one subscription', async () => {
      const { store } = stores();
      const [one, other] = [newSubscription(), newSubscription()];
      await store.commit({ checkpoint: move(one, undefined, checkpoint(1), 0), writes: [] });
      await store.commit({ checkpoint: move(one, undefined, checkpoint(2), 23), writes: [] });
      await store.commit({ checkpoint: move(other, undefined, checkpoint(3), 0), writes: [] });
      const offsets = (await store.checkpoints(one)).map(({ partition, offset }) => [partition, offset]);
      expect(offsets.sort(([a = 0], [b = 0]) => a - b)).toEqual([
        [0, 1],
        [23, 2],
      ]);
      await store.forgetCheckpoints(one);
      expect(await store.checkpoints(one)).toEqual([]);
      expect(await store.checkpoints(other)).toHaveLength(1);
      expect(await store.commit({ checkpoint: move(one, undefined, checkpoint(1), 0), writes: [] })).toBe('committed');
    });
  });
}

function additions(stores: ReadModelStores): void {
  describe('additions', () => {
    const add = (collection: string, key: string, shard: string, amounts: Readonly<Record<string, number>>) => ({ collection, key, shard, amounts });

    it('create a counter row and add to it, several in one unit', async () => {
      const { store } = stores();
      const collection = await newCollection(store);
      await store.commit({ writes: [], additions: [add(collection, 'city', '0', { members: 2, dues: 100 }), add(collection, 'city', '0', { members: 3 })] });
      await store.commit({ writes: [], additions: [add(collection, 'city', '0', { members: -1, left: 1 })] });
      expect((await store.sums(collection, ['city'])).get('city')).toEqual({ members: 4, dues: 100, left: 1 });
    });

    it('lose nothing when many add at once', async () => {
      const { store, second } = stores();
      const collection = await newCollection(store);
      const units = Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? store : second).commit({ writes: [], additions: [add(collection, 'city', String(n % 3), { members: n })] }),
      );
      expect(new Set(await Promise.all(units))).toEqual(new Set(['committed']));
      expect(await store.sums(collection, ['city'])).toEqual(new Map([['city', { members: 780 }]]));
    });

    it('are in what is asked for at large, during and after; a refused or dropped one is not', async () => {
      const { store } = stores();
      const [collection, rowsName] = [await newCollection(store), await newCollection(store)];
      const keys = Array.from({ length: 600 }, (_, n) => `org_${String(n)}`);
      await store.commit({ writes: [], additions: keys.map((key) => add(collection, key, '0', { members: 1 })) });
      const units = keys.slice(0, 60).map((key) => ({ writes: [], additions: [add(collection, key, '0', { members: 2, moved: 1 })] }));
      const answers = units.map(async (unit, n) => {
        if (n % 20 === 10) await store.sums(collection, keys);
        return store.commit(unit);
      });
      expect(new Set(await Promise.all(answers))).toEqual(new Set(['committed']));
      await fill(store, rowsName, { taken: { n: 1 } });
      const refused = { writes: [write(rowsName, 'taken', { n: 2 })], additions: [add(collection, 'org_0', '0', { members: 100 })] };
      expect(await store.commit(refused)).toBe('conflict');
      const expected = new Map(keys.map((key, n) => [key, n < 60 ? { members: 3, moved: 1 } : { members: 1 }]));
      expect(await store.sums(collection, keys)).toEqual(expected);
      const nobody = Array.from({ length: 2000 }, (_, n) => `nobody_${String(n)}`);
      expect(await store.sums(collection, [...keys, ...nobody])).toEqual(expected);
      expect(await store.getMany(rowsName, [...nobody, 'taken'])).toEqual(new Map([['taken', { n: 1 }]]));
      expect(await store.sums(collection, ['org_0', 'org_99'])).toEqual(new Map([...expected].filter(([key]) => key === 'org_0' || key === 'org_99')));
      await store.drop(collection);
      await store.ensure([{ name: collection, indexes: [] }]);
      expect((await store.sums(collection, keys)).size).toBe(0);
    });

    it('sum the shards of each key and of no other', async () => {
      const { store } = stores();
      const collection = await newCollection(store);
      const additions = [
        add(collection, 'org_1', '0', { a: 1, big: Number.MAX_SAFE_INTEGER - 1 }),
        add(collection, 'org_1', '23', { a: 2, b: 0.5, big: 1 }),
        add(collection, 'org_11', '0', { a: 100 }),
        add(collection, 'org_2', '0', { a: 7 }),
        add(collection, 'org_%', '0', { a: 5 }),
      ];
      await store.commit({ writes: [], additions });
      expect(await store.sums(collection, ['org_1', 'org_2', 'org_%', 'org_3'])).toEqual(
        new Map([
          ['org_1', { a: 3, b: 0.5, big: Number.MAX_SAFE_INTEGER }],
          ['org_2', { a: 7 }],
          ['org_%', { a: 5 }],
        ]),
      );
      expect((await store.sums(collection, [])).size).toBe(0);
    });
  });
}

function collections(stores: ReadModelStores): void {
  describe('collections', () => {
    it('can be ensured again, with their rows, and gain an index', async () => {
      const { store } = stores();
      const name = await newCollection(store, ['state']);
      await fill(store, name, { a: { state: 'open', n: 2 }, b: { state: 'open', n: 1 } });
      await store.ensure([{ name, indexes: [['state']] }]);
      await store.ensure([{ name, indexes: [['state'], ['n']] }]);
      expect(await store.count(name, [{ field: 'state', eq: 'open' }])).toEqual({ count: 2, more: false });
      const { items } = await store.query(name, { where: [], orderBy: { field: 'n', direction: 'asc' }, limit: 10 });
      expect(items.map(({ $key }) => $key)).toEqual(['b', 'a']);
    });

    it('can be ensured by several replicas at once', async () => {
      const { store, second } = stores();
      const name = await newCollection(store);
      const again = [{ name, indexes: [['a'], ['b', 'c.d']] }];
      await Promise.all([store.ensure(again), second.ensure(again), store.ensure(again)]);
      expect((await store.collections()).filter((known) => known === name)).toEqual([name]);
    });

    it('are listed until they are dropped, and come back empty', async () => {
      const { store, second } = stores();
      const [kept, dropped] = [await newCollection(store, ['n']), await newCollection(store, ['n'])];
      await fill(store, dropped, { a: { n: 1 } });
      expect(await second.collections()).toEqual(expect.arrayContaining([kept, dropped]));
      await store.drop(dropped);
      await store.drop(dropped);
      expect(await second.collections()).toContain(kept);
      expect(await second.collections()).not.toContain(dropped);
      await second.ensure([{ name: dropped, indexes: [['n']] }]);
      expect(await store.stored(dropped, ['a'])).toEqual([]);
      expect(await store.count(dropped, [{ field: 'n', eq: 1 }])).toEqual({ count: 0, more: false });
    });

    it('do not appear among them as checkpoints', async () => {
      const { store } = stores();
      await store.commit({ checkpoint: move('checkpoints', undefined, checkpoint(1)), writes: [] });
      await store.forgetCheckpoints('checkpoints');
      expect((await store.collections()).filter((name) => /checkpoint/i.test(name))).toEqual([]);
    });
  });
}
