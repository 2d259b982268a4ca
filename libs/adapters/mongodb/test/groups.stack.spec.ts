import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type EventStore, type ReadModelStore } from '@zhitong/eventing';
import { openMongoEventStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { MongoClient } from 'mongodb';
import { commitOn, contractContext, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { openTcpProxy, type TcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { setImmediate as turn } from 'node:timers/promises';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

describe('REL-07 everybody who is stored together with others is answered', () => {
  const database = newDatabase('groups');
  let proxy: TcpProxy;
  let store: EventStore;
  let readModels: ReadModelStore;
  beforeAll(async () => {
    const { hostname: host, port } = new URL(mongoUrl());
    proxy = await openTcpProxy({ target: { host, port: Number(port) } });
    const connection = { url: `mongodb://${proxy.address}/?directConnection=true`, silentMs: 300, database };
    store = await openMongoEventStore({ ...connection, context: contractContext, epoch: 1 });
    readModels = await openMongoReadModelStore(connection);
    await readModels.ensure([{ name: 'rows', indexes: [] }]);
  });
  afterAll(async () => {
    await proxy.close();
    await dropDatabase(database);
  });

  let units = 0;
  const row = (key: string) => ({ collection: 'rows', key, expectedRevision: 0, guards: {}, row: {} });
  const unit = () => readModels.commit({ writes: [row(`first${String(++units)}`), row(`second${String(units)}`)] });
  /** A group that is on its way, one that waits for it, and a transaction of its own. */
  async function asked(): Promise<readonly Promise<unknown>[]> {
    const some = () => Array.from({ length: 5 }, () => [store.append(commitOn(newStream(), 0)), unit()]).flat();
    const sent = some();
    for (let turns = 0; turns < 3; turns++) await turn();
    return [...sent, ...some(), store.appendAll([commitOn(newStream(), 0), commitOn(newStream(), 0)])];
  }
  const outages = async (answers: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(answers)).map((answer) => answer.status === 'rejected' && answer.reason instanceof StoreUnavailable);

  it('when the answer to their write and the end of their transaction are lost', async () => {
    proxy.disturb({ kind: 'dropReply' });
    expect(await outages(await asked())).toEqual(Array(21).fill(true));
    proxy.heal();
    await expect(unit()).resolves.toBe('committed');
  });

  it('when the process is told to end and closes its client, on a line that is dead', async () => {
    proxy.disturb({ kind: 'halfOpen' });
    const answers = outages(await asked());
    await Promise.all([store.close(), readModels.close()]);
    expect(await answers).toEqual(Array(21).fill(true));
  });
});

describe('rebuilds of many partitions', () => {
  const database = newDatabase('rebuilds');
  const client = new MongoClient(mongoUrl(), { maxConnecting: 50 });
  let [open, most] = [0, 0];
  client.on('connectionCheckedOut', () => {
    most = Math.max(most, ++open);
  });
  client.on('connectionCheckedIn', () => {
    open -= 1;
  });
  afterAll(async () => {
    await client.close();
    await dropDatabase(database);
  });

  it('leave connections for what people ask', async () => {
    const store = await openMongoReadModelStore({ client, database });
    await store.ensure([{ name: 'rows', indexes: [] }]);
    most = 0;
    const row = (key: string) => ({ collection: 'rows', key, expectedRevision: 0, guards: {}, row: {} });
    const units = Array.from({ length: 40 }, (_, unit) => ({ writes: Array.from({ length: 300 }, (_value, at) => row(`${String(unit)}-${String(at)}`)) }));
    expect(await Promise.all(units.map((unit) => store.commit(unit)))).toEqual(Array(40).fill('committed'));
    expect(most).toBeLessThanOrEqual(16);
  });
});
