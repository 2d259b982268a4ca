import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { contractContext, contractEpoch } from '@zhitong/testing/contracts/event-store.samples.ts';
import { partialSets } from '@zhitong/testing/contracts/event-store.sets.ts';
import { FolderInUse, lockDataFolder, openSqliteEventStore } from '../src/index.ts';
import { startSource, type OwnProcess } from '@zhitong/testing/faults/own-process.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';

let folder: TemporaryFolder;
const children: OwnProcess[] = [];
const started = (file: string, ...args: readonly string[]) => {
  const process = startSource(new URL(file, import.meta.url), args);
  children.push(process);
  return process;
};
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const process of children.splice(0)) await process.kill();
  folder.remove();
});

describe('REL-01 a log whose process is killed', () => {
  it('holds every receipt that was given and no half commit, round after round', async () => {
    const file = folder.file('log.db');
    const receipts: string[] = [];
    for (const round of ['a', 'b', 'c', 'd']) {
      const appending = started('./appending.child.ts', file, round);
      await appending.printed(1 + Math.trunc(Math.random() * 3000));
      await appending.kill();
      receipts.push(...appending.lines.filter((line) => line.split(' ').length === 3));
      const store = openSqliteEventStore({ file, context: contractContext, epoch: contractEpoch });
      for (const receipt of receipts) {
        const [stream = '', version = '', commandId = ''] = receipt.split(' ');
        const found = await store.findCommit(stream, commandId);
        expect([receipt, found?.events.at(-1)?.version]).toEqual([receipt, Number(version)]);
      }
      const types = store.read(0, store.head()).map(({ events }) => events.map(({ type }) => type).join());
      expect(types.length).toBeGreaterThanOrEqual(receipts.length);
      expect(new Set(types)).toEqual(new Set(['First,Second']));
      await store.close();
    }
  }, 60_000);
});

describe('REL-05 commits of several streams whose process is killed', () => {
  it('are there all or none, 2 times 256 under way, and each that had its receipt is there', async () => {
    const file = folder.file('log.db');
    for (const round of ['a', 'b']) {
      const storing = started('./storing-sets.child.ts', file, round, '256');
      await storing.printed(1 + Math.trunc(Math.random() * 500));
      await storing.kill();
      const store = openSqliteEventStore({ file, context: contractContext, epoch: contractEpoch });
      const commits = store.read(0, store.head());
      expect(partialSets(commits)).toEqual([]);
      const stored = new Set(commits.map(({ commandId }) => commandId));
      expect(storing.lines.filter((set) => /^\w+-\d+-\d+$/.test(set) && !stored.has(set))).toEqual([]);
      await store.close();
    }
  }, 60_000);
});

describe('REL-09 a data folder', () => {
  it('belongs to one process, and to the next as soon as that is killed', async () => {
    const first = started('./locking.child.ts', folder.path);
    await first.printed(1);
    expect(first.lines).toEqual(['locked']);
    const second = started('./locking.child.ts', folder.path);
    const { code } = await second.ended;
    expect([second.lines, code]).toEqual([['in use'], 75]);
    expect(() => lockDataFolder(folder.path)).toThrow(FolderInUse);
    await first.kill();
    lockDataFolder(folder.path).release();
  }, 30_000);

  it('is refused twice in one process, and created when it is missing', () => {
    const path = folder.file('new/folder');
    const lock = lockDataFolder(path);
    expect(() => lockDataFolder(path)).toThrow(FolderInUse);
    lock.release();
    lock.release();
    lockDataFolder(path).release();
  });
});
