import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '@zhitong/eventing';
import { appended, commitOn, contractContext, contractEpoch, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { openSqliteEventStore, type SqliteEventStore } from '../src/index.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';

let folder: TemporaryFolder;
let store: SqliteEventStore;
beforeEach(() => {
  folder = temporaryFolder();
  store = openSqliteEventStore({ file: folder.file('log.db'), context: contractContext, epoch: contractEpoch });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

describe('a group commit', () => {
  it('stores what arrives together in one transaction, in the order of arrival, without holes after a conflict', async () => {
    let transactions = 0;
    store.onAppended(() => transactions++);
    const taken = newStream();
    const commits = Array.from({ length: 100 }, (_, n) => commitOn(n % 10 === 9 ? taken : newStream(), 0));
    await Promise.all(commits.map((commit) => store.append(commit)));
    expect(transactions).toBe(1);
    const stored = store.read(0, 1000);
    expect(stored.map(({ position }) => position)).toEqual(Array.from({ length: 91 }, (_, n) => n + 1));
    const winners = commits.filter((commit, n) => n === 9 || commit.stream !== taken);
    expect(stored.map(({ commandId }) => commandId)).toEqual(winners.map(({ commandId }) => commandId));
  });

  it('pages the log and tells listeners only of what was stored', async () => {
    let heard = 0;
    const end = store.onAppended(() => heard++);
    const stream = newStream();
    for (let n = 0; n < 5; n++) appended(await store.append(commitOn(stream, n)));
    await store.append(commitOn(stream, 0));
    expect(heard).toBe(5);
    end();
    await store.append(commitOn(stream, 5));
    expect(heard).toBe(5);
    expect(store.read(2, 2).map(({ position }) => position)).toEqual([3, 4]);
    expect(store.head()).toBe(6);
  });

  it('REL-16 never shows a reader a position before all below it', async () => {
    let seen = 0;
    store.onAppended(() => {
      for (const { position } of store.read(seen, 1000)) {
        expect(position).toBe(seen + 1);
        seen = position;
      }
    });
    const batches = Array.from({ length: 10 }, async (_, n) => {
      for (let round = 0; round < 700; round++) {
        const single = commitOn(newStream(), 0);
        await (n % 2 === 0 ? store.append(single) : store.appendAll([single, commitOn(newStream(), 0)]));
      }
    });
    await Promise.all(batches);
    expect(seen).toBe(10_500);
  }, 60_000);

  it('answers what waits before it closes, and nothing after', async () => {
    const stream = newStream();
    const waiting = store.append(commitOn(stream, 0));
    await Promise.resolve();
    await store.close();
    appended(await waiting);
    await expect(store.append(commitOn(stream, 1))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.load(stream)).rejects.toBeInstanceOf(StoreUnavailable);
  });
});
