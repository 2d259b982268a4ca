import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { CommitOutcome, ReadModelStore, RowWrite } from '@zhitong/eventing';
import { openMongoReadModelStore } from '@zhitong/mongodb';
import { connect } from '@zhitong/mongodb/connection.ts';
import { inTransaction } from '@zhitong/mongodb/transaction.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { openTcpProxy, type TcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

describe('REL-32 a transaction whose end is lost on a half-open line', () => {
  const database = newDatabase('lostend');
  const other = new MongoClient(mongoUrl());
  let proxy: TcpProxy;
  let store: ReadModelStore;
  beforeAll(async () => {
    const { hostname: host, port } = new URL(mongoUrl());
    proxy = await openTcpProxy({ target: { host, port: Number(port) } });
    store = await openMongoReadModelStore({ client: other, database });
    await store.ensure([{ name: 'rows', indexes: [] }]);
  });
  afterAll(async () => {
    await other.close();
    await proxy.close();
    await dropDatabase(database);
  });

  it('is ended when the line is whole again: nobody waits for it as long as the server would', async () => {
    const opened = await connect({ url: `mongodb://${proxy.address}/?directConnection=true`, silentMs: 1_000 });
    const rows = opened.client.db(database).collection<{ _id: string }>('rows.rows');
    const halfDone = inTransaction(opened.client.db(database), async (session) => {
      await rows.insertOne({ _id: 'row' }, { session });
      proxy.strand(); // for good: what is sent on it is lost
      proxy.disturb({ kind: 'halfOpen' });
      throw new RangeError('not what was expected');
    });
    await expect(halfDone).rejects.toThrow(RangeError);
    const write = (): Promise<CommitOutcome> => store.commit({ writes: [rowOf('row'), rowOf('other')] });
    expect(await write()).toBe('conflict');
    proxy.heal();
    await eventually(async () => (await write()) === 'committed', 9_000); // the server would let go after 15 s
    await opened.close();
  });
});

const rowOf = (key: string): RowWrite => ({ collection: 'rows', key, expectedRevision: 0, guards: {}, row: { key } });
