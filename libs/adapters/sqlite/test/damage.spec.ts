import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreFull } from '@zhitong/eventing';
import { between, seeded } from '@zhitong/testing/faults/random.ts';
import { appended, commitOn, contractContext, contractEpoch, fact, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { FileDamaged, LogDamaged, openSqliteEventStore, type SqliteEventStore } from '../src/index.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';

let folder: TemporaryFolder;
const opened: SqliteEventStore[] = [];
const open = (file: string, epoch = contractEpoch): SqliteEventStore => {
  const store = openSqliteEventStore({ file, context: contractContext, epoch });
  opened.push(store);
  return store;
};
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  folder.remove();
});

/** A closed log of so many commits, each with its own number in its event. */
async function logOf(commits: number): Promise<{ readonly file: string; readonly stream: string }> {
  const [file, stream] = [folder.file('log.db'), newStream()];
  const store = open(file);
  for (let n = 0; n < commits; n++) appended(await store.append(commitOn(stream, n, fact('Noted', { mark: `mark${String(n + 1)};` }))));
  await store.close();
  opened.pop();
  return { file, stream };
}

/** Changes one byte inside a text that stands in the file. */
function flip(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf(text);
  expect(at).toBeGreaterThan(0);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** Alters one to three bytes anywhere in a file, or cuts it anywhere. */
function spoil(file: string, random: () => number): void {
  const bytes = readFileSync(file);
  if (between(random, 1, 3) === 1) return truncateSync(file, between(random, 0, bytes.length - 1));
  for (let count = between(random, 1, 3); count > 0; count--) {
    const at = between(random, 0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ between(random, 1, 255);
  }
  writeFileSync(file, bytes);
}

/** What a process leaves that is killed: the files as they are while the store is open. */
function copyOf(file: string): string {
  const copy = folder.file('copy.db');
  for (const suffix of ['', '-wal', '-head']) copyFileSync(`${file}${suffix}`, `${copy}${suffix}`);
  return copy;
}

describe('REL-09 damage', () => {
  it('names the commit of a flipped byte when it is read', async () => {
    const { file, stream } = await logOf(400);
    flip(file, 'mark7;');
    const store = open(file);
    expect(() => store.read(0, 100)).toThrow(LogDamaged);
    expect(() => store.read(0, 100)).toThrow(/commit 7 .*checksum/);
    await expect(store.load(stream)).rejects.toMatchObject({ name: 'LogDamaged', position: 7 });
    expect(store.read(7, 100)).toHaveLength(100);
  });

  it('names a flipped byte in one of the newest commits when the log is opened', async () => {
    const { file } = await logOf(10);
    flip(file, 'mark9;');
    expect(() => open(file)).toThrow(/commit 9 .*checksum/);
  });

  it('finds acknowledged commits that a flipped byte in the write-ahead log took away', async () => {
    const file = folder.file('log.db');
    const store = open(file);
    const stream = newStream();
    for (let n = 0; n < 10; n++) await store.append(commitOn(stream, n, fact('Noted', { mark: `mark${String(n + 1)};` })));
    const copy = copyOf(file);
    flip(`${copy}-wal`, 'mark10;'); // the last frames, as a torn tail would look
    expect(() => open(copy)).toThrow(/commit 10 is missing: commit 10 was acknowledged/);
  });

  it('passes over a torn tail that nobody was told of', async () => {
    const file = folder.file('log.db');
    const store = open(file);
    const stream = newStream();
    for (let n = 0; n < 9; n++) await store.append(commitOn(stream, n));
    const acknowledged = readFileSync(`${file}-head`);
    await store.append(commitOn(stream, 9));
    const copy = copyOf(file);
    writeFileSync(`${copy}-head`, acknowledged);
    truncateSync(`${copy}-wal`, readFileSync(`${copy}-wal`).length - 100);
    const recovered = open(copy);
    expect(recovered.head()).toBe(9);
    appended(await recovered.append(commitOn(stream, 9)));
  });

  it.each(Array.from({ length: 50 }, (_, seed) => seed + 1))(
    'is found wherever bytes are altered or missing, or nothing acknowledged is (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const file = folder.file('log.db');
      const store = open(file);
      const stream = newStream();
      for (let n = 0; n < 40; n++) {
        await store.append(commitOn(stream, n, fact('Noted', { mark: `mark${String(n + 1)};` })));
        if (n === 20) new DatabaseSync(file).exec('PRAGMA wal_checkpoint(TRUNCATE)'); // part of the log lies in either file
      }
      const written = store.read(0, 100).map(({ events }) => events);
      const copy = copyOf(file);
      spoil(between(random, 0, 1) === 0 ? copy : `${copy}-wal`, random);
      try {
        const recovered = open(copy);
        expect(recovered.read(0, 100).map(({ events }) => events)).toEqual(written);
        expect((await recovered.load(stream)).length).toBe(40);
      } catch (error) {
        expect(error).toMatchObject({ name: expect.stringMatching(/^(Log|File)Damaged$/), message: expect.stringContaining('copy.db') });
      }
    },
  );

  it('takes a restored log of a new epoch as it is', async () => {
    const { file } = await logOf(3);
    copyFileSync(file, folder.file('backup.db'));
    await open(file).append(commitOn(newStream(), 0));
    await opened.pop()?.close();
    copyFileSync(folder.file('backup.db'), file);
    expect(() => open(file)).toThrow(/commit 4 is missing/);
    expect(open(file, contractEpoch + 1).head()).toBe(3);
  });

  it('tells a reader that is ahead of the log', async () => {
    const { file } = await logOf(3);
    const store = open(file);
    expect(store.read(3, 10)).toEqual([]);
    expect(() => store.read(5, 10)).toThrow(/commit 4 is missing: a reader has already seen commit 5/);
  });

  it('refuses a file that is no database', () => {
    const file = folder.file('log.db');
    writeFileSync(file, 'x'.repeat(8192));
    expect(() => open(file)).toThrow(FileDamaged);
  });
});

describe('REL-08 a full disk', () => {
  it('refuses appends as a whole, goes on reading, and works again once there is room', async () => {
    const store = open(folder.file('log.db'));
    const stream = newStream();
    const first = appended(await store.append(commitOn(stream, 0)));
    store.limitPages(8);
    const large = Array.from({ length: 20 }, () => commitOn(newStream(), 0, fact('Large', { text: 'x'.repeat(4000) })));
    const outcomes = await Promise.allSettled(large.map((commit) => store.append(commit)));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreFull' } });
    expect(store.full).toBe(true);
    expect(await store.load(stream)).toEqual(first.events);
    for (const { stream: refused } of large) expect(await store.load(refused)).toEqual([]);
    await expect(store.append(commitOn(stream, 1, fact('Large', { text: 'x'.repeat(50_000) })))).rejects.toBeInstanceOf(StoreFull);
    store.limitPages(100_000);
    expect(store.full).toBe(false);
    appended(await store.append(commitOn(stream, 1)));
    expect(store.head()).toBe(2);
  });
});
