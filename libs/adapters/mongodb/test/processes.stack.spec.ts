import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { toStoredCommit, type CommitDocument } from '@zhitong/mongodb/commit-document.ts';
import { openMongoEventStore } from '@zhitong/mongodb';
import { contractContext, contractEpoch } from '@zhitong/testing/contracts/event-store.samples.ts';
import { partialSets } from '@zhitong/testing/contracts/event-store.sets.ts';
import { startSource, type OwnProcess } from '@zhitong/testing/faults/own-process.ts';
import { MongoClient } from 'mongodb';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

const client = new MongoClient(mongoUrl());
const children: OwnProcess[] = [];
const started = (file: string, ...args: readonly string[]) => {
  const child = startSource(new URL(file, import.meta.url), [mongoUrl(), ...args]);
  children.push(child);
  return child;
};
let database = '';
beforeAll(async () => {
  await client.connect();
  database = newDatabase('kills');
  const store = await openMongoEventStore({ client, database, context: contractContext, epoch: contractEpoch });
  await store.close();
});
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
});
afterAll(async () => {
  // Transactions of killed processes hold their locks for a minute, and a database is dropped by nobody meanwhile.
  await client.db('admin').command({ killAllSessions: [] });
  await client.close();
  await dropDatabase(database);
});

describe('REL-05 commits of several streams whose process is killed', () => {
  it('are there all or none, 2 times 256 under way, and each that had its receipt is there', async () => {
    for (const round of ['a', 'b']) {
      const storing = started('./storing-sets.child.ts', database, round, '256');
      await storing.printed(1 + Math.trunc(Math.random() * 200));
      await storing.kill();
      const documents = await client.db(database).collection<CommitDocument>('commits').find().toArray();
      const commits = documents.map((document) => toStoredCommit(document, contractEpoch));
      expect(partialSets(commits)).toEqual([]);
      const stored = new Set(commits.map(({ commandId }) => commandId));
      expect(storing.lines.filter((set) => /^\w+-\d+-\d+$/.test(set) && !stored.has(set))).toEqual([]);
    }
  }, 60_000);
});

describe('REL-03 writers of two processes that race on one stream', () => {
  it.each([
    [2, 700],
    [16, 700],
    [256, 700],
  ])(
    'are told nothing but a receipt or CONFLICT, and no version is won twice: %i writers, %i commands',
    async (writers, commands) => {
      const id = `w${String(writers)}`;
      const racing = [1, 2].map(() => started('./racing.child.ts', database, id, String(writers / 2), String(commands / 2)));
      const ended = await Promise.all(racing.map((child) => child.ended));
      expect(ended.map(({ code }) => code)).toEqual([0, 0]);
      const told = racing.map(({ lines: [line = ''] }) => JSON.parse(line) as { readonly won: readonly number[]; readonly conflicts: number });
      const won = told.flatMap((one) => one.won).sort((a, b) => a - b);
      expect(won.length + told.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBe(commands);
      expect(won).toEqual(Array.from(won, (_, at) => at + 1));
    },
    60_000,
  );
});
