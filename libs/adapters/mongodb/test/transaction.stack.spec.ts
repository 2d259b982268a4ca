import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient, type ClientSession, type CommandStartedEvent, type Document } from 'mongodb';
import { durable } from '@zhitong/mongodb/concerns.ts';
import { inTransaction } from '@zhitong/mongodb/transaction.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

const writeConcernFailed = 64;

describe('REL-07 a commit of which no majority hears in time', () => {
  const database = newDatabase('patience');
  const client = new MongoClient(mongoUrl(), { appName: database, monitorCommands: true });
  const admin = client.db('admin');
  let commits = 0;
  client.on('commandStarted', ({ commandName }: CommandStartedEvent) => {
    if (commandName === 'commitTransaction') commits += 1;
  });
  const slowly = { appName: database, failCommands: ['commitTransaction'], blockConnection: true, blockTimeMS: 200 };
  const fail = (mode: 'alwaysOn' | 'off', data: Document = {}) => admin.command({ configureFailPoint: 'failCommand', mode, data });
  beforeAll(async () => {
    await client.db(database).createCollection('rows', durable);
    await fail('alwaysOn', { ...slowly, writeConcernError: { code: writeConcernFailed, errmsg: 'waiting for replication timed out' } });
  });
  afterAll(async () => {
    await fail('off');
    await client.close();
    await dropDatabase(database);
  });
  const rows = client.db(database).collection<{ _id: string }>('rows');
  function write(row: string, withinMs: number): Promise<void> {
    const insert = async (session: ClientSession): Promise<void> => {
      await rows.insertOne({ _id: row }, { session });
    };
    return inTransaction(client.db(database), insert, withinMs);
  }

  it('is repeated for as long as somebody waits, and not once more: who asked is told that nothing is known', async () => {
    await expect(write('late', 100)).rejects.toMatchObject({ code: writeConcernFailed });
    expect(commits).toBe(1);
    await expect(write('patient', 60_000)).rejects.toMatchObject({ code: writeConcernFailed });
    expect(commits).toBe(1 + 5);
  });
});
