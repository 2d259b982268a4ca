import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@zhitong/eventing';
import { commandsCountOnce, commitsOfSeveralStreams, limits } from './event-store.commits.ts';
import { appended, commitOn, contractContext, contractEpoch, fact, metadata, newCommandId, newStream, onlyWinner } from './event-store.samples.ts';

export interface OpenEventStore {
  readonly store: EventStore;
  /** Another instance on the same data, as another replica has it. */
  second(): Promise<EventStore>;
  /** Closes the stores and removes their data. */
  close(): Promise<void>;
}

/** What an {@link EventStore} promises. Open it for {@link contractContext} and {@link contractEpoch}; the data may hold other streams. */
export function eventStoreContract(name: string, open: () => Promise<OpenEventStore>): void {
  describe(`${name} keeps the contract of an event store`, () => {
    let opened: OpenEventStore;
    let store: EventStore;
    let second: EventStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
      second = await opened.second();
    });
    afterAll(() => opened.close());
    const stores = () => ({ store, second });
    storesAndLoads(stores);
    oneWriterWins(stores);
    commandsCountOnce(stores);
    commitsOfSeveralStreams(stores);
    limits(stores);
  });
}

export type Stores = () => { readonly store: EventStore; readonly second: EventStore };

function storesAndLoads(stores: Stores): void {
  describe('storing and loading', () => {
    it('knows its context', () => expect(stores().store.context).toBe(contractContext));

    it('answers an unknown stream with nothing', async () => {
      const { store } = stores();
      expect(await store.load(newStream())).toEqual([]);
      expect(await store.findCommit(newStream(), newCommandId())).toBeUndefined();
    });

    it.each([
      ['Chinese and emoji', { text: '直通市委 — 支部🎉👩‍👩‍👧', 键: 'ß\u0000\u2028"\\' }],
      ['the largest integers', { most: Number.MAX_SAFE_INTEGER, least: Number.MIN_SAFE_INTEGER, fraction: 0.1, tiny: 5e-324 }],
      ['dates as text', { on: '2026-02-29', at: '2026-03-01T00:00:00.000Z' }],
      ['nested data', { list: [[], [{ a: [1, { b: null }] }]], empty: {}, yes: true, no: false, none: null }],
      ['names with a meaning elsewhere', { $set: { a: 1 }, 'a.b': 2, _id: 3, constructor: 'c' }],
    ])('gives back %s unchanged', async (_what, data) => {
      const { store, second } = stores();
      const stream = newStream();
      const commit = appended(await store.append(commitOn(stream, 0, fact('Noted', data))));
      for (const reader of [store, second]) {
        const events = await reader.load(stream);
        expect(events).toEqual(commit.events);
        expect(events[0]?.data).toEqual(data);
      }
    });

    it('wraps every event in its envelope', async () => {
      const { store } = stores();
      const stream = newStream();
      const before = new Date().toISOString();
      const commit = commitOn(stream, 0, fact('Opened', { n: 1 }), fact('Closed', { n: 2 }));
      const outcome = await store.append(commit);
      const { commandId } = commit;
      const envelope = { stream, commandId, logEpoch: contractEpoch, ...metadata };
      expect(outcome).toMatchObject({ outcome: 'appended', version: 2, commit: { stream, firstVersion: 1, commandId, bodyHash: 'hash' } });
      const events = await store.load(stream);
      expect(events).toEqual([
        { ...envelope, version: 1, type: 'Opened', data: { n: 1 }, recordedAt: events[0]?.recordedAt },
        { ...envelope, version: 2, type: 'Closed', data: { n: 2 }, recordedAt: events[0]?.recordedAt },
      ]);
      expect(events[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect((events[0]?.recordedAt ?? '') >= before).toBe(true);
      expect((events[0]?.recordedAt ?? '') <= new Date().toISOString()).toBe(true);
    });

    it('loads from a version on, also from inside a commit', async () => {
      const { store } = stores();
      const stream = newStream();
      await store.append(commitOn(stream, 0, fact('A'), fact('B'), fact('C')));
      await store.append(commitOn(stream, 3, fact('D')));
      const types = async (from?: number) => (await store.load(stream, from)).map(({ type, version }) => `${type}${String(version)}`);
      expect(await types()).toEqual(['A1', 'B2', 'C3', 'D4']);
      expect(await types(1)).toEqual(['A1', 'B2', 'C3', 'D4']);
      expect(await types(3)).toEqual(['C3', 'D4']);
      expect(await types(4)).toEqual(['D4']);
      expect(await types(5)).toEqual([]);
    });

    it('keeps streams apart whose names begin alike', async () => {
      const { store } = stores();
      const stream = newStream();
      await store.append(commitOn(stream, 0, fact('Mine')));
      await store.append(commitOn(`${stream}x`, 0, fact('Other')));
      await store.append(commitOn(stream.toUpperCase().replace('CONTRACT', contractContext), 0, fact('Loud')));
      expect((await store.load(stream)).map(({ type }) => type)).toEqual(['Mine']);
    });

    it('keeps more commits than one digit counts in order', async () => {
      const { store } = stores();
      const stream = newStream();
      for (let version = 0; version < 12; version++) appended(await store.append(commitOn(stream, version)));
      expect((await store.load(stream)).map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    });

    it('refuses a stream of another context and a commit without events', async () => {
      const { store } = stores();
      await expect(store.append(commitOn('other.sample-smp_1', 0))).rejects.toMatchObject({ name: 'TypeError' });
      await expect(store.append({ ...commitOn(newStream(), 0), events: [] })).rejects.toMatchObject({ name: 'TypeError' });
    });
  });
}

function oneWriterWins(stores: Stores): void {
  describe('REL-03 versions', () => {
    it('refuses to create a stream that exists', async () => {
      const { store } = stores();
      const stream = newStream();
      await store.append(commitOn(stream, 0));
      expect(await store.append(commitOn(stream, 0))).toEqual({ outcome: 'conflict' });
      expect(await store.load(stream)).toHaveLength(1);
    });

    it.each([
      ['behind', 2],
      ['inside a commit', 1],
      ['ahead of', 4],
    ])('refuses an expected version %s the stream', async (_where, expected) => {
      const { store } = stores();
      const stream = newStream();
      await store.append(commitOn(stream, 0, fact('A'), fact('B')));
      await store.append(commitOn(stream, 2, fact('C')));
      expect(await store.append(commitOn(stream, expected))).toEqual({ outcome: 'conflict' });
      expect(await store.load(stream)).toHaveLength(3);
    });

    it('refuses to append to a stream that does not exist on a version it never had', async () => {
      const { store } = stores();
      const stream = newStream();
      expect(await store.append(commitOn(stream, 1))).toEqual({ outcome: 'conflict' });
      expect(await store.load(stream)).toEqual([]);
    });

    it('lets one of twenty racing writers win, whichever instance they use', async () => {
      const { store, second } = stores();
      const stream = newStream();
      const racing = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : second).append(commitOn(stream, 0, fact(`Writer${String(n)}`))));
      const winner = onlyWinner(await Promise.all(racing));
      expect(await store.load(stream)).toEqual(winner.events);
    });

    it('lets one of two win when their commits overlap but begin alike or not', async () => {
      const { store, second } = stores();
      const stream = newStream();
      await store.append(commitOn(stream, 0));
      onlyWinner(await Promise.all([store.append(commitOn(stream, 1, fact('A'), fact('B'))), second.append(commitOn(stream, 1, fact('C')))]));
    });

    it('shows a commit to another instance at once', async () => {
      const { store, second } = stores();
      const stream = newStream();
      const first = appended(await store.append(commitOn(stream, 0)));
      expect(await second.load(stream)).toEqual(first.events);
      const next = appended(await second.append(commitOn(stream, 1)));
      expect(await store.load(stream, 2)).toEqual(next.events);
    });

    it('stores all events of a commit or none', async () => {
      const { store } = stores();
      const stream = newStream();
      const batches = Array.from({ length: 20 }, () => store.append(commitOn(stream, 0, fact('A'), fact('B'), fact('C'))));
      onlyWinner(await Promise.all(batches));
      expect((await store.load(stream)).map(({ type }) => type)).toEqual(['A', 'B', 'C']);
    });

    it('REL-05 leaves the neighbours of conflicting commits standing, 500 at once', async () => {
      const { store } = stores();
      const taken = newStream();
      await store.append(commitOn(taken, 0));
      const commits = Array.from({ length: 500 }, (_, n) => commitOn(n % 4 === 0 ? taken : newStream(), 0, fact('A'), fact('B')));
      const outcomes = await Promise.all(commits.map((commit) => store.append(commit)));
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(commits.map(({ stream }) => (stream === taken ? 'conflict' : 'appended')));
      for (const { stream } of commits) expect(await store.load(stream)).toHaveLength(stream === taken ? 1 : 2);
    });
  });
}
