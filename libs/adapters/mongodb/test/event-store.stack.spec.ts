import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient, type CommandStartedEvent } from 'mongodb';
import type { CommitTail, EventStore } from '@zhitong/eventing';
import { appended, commitOn, contractContext, fact, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { openMongoEventStore } from '@zhitong/mongodb';
import type { CommitDocument } from '@zhitong/mongodb/commit-document.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

describe('the event store on MongoDB', () => {
  const database = newDatabase('events');
  const client = new MongoClient(mongoUrl(), { monitorCommands: true });
  let sent: string[] = [];
  client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
    if (command['$db'] === database && commandName !== 'dbStats') sent.push(commandName);
  });
  let store: EventStore & CommitTail;
  beforeAll(async () => {
    store = await openMongoEventStore({ client, database, context: contractContext, epoch: 1 });
  });
  afterAll(async () => {
    await client.close();
    await dropDatabase(database);
  });
  const commandsOf = async (work: () => Promise<unknown>) => {
    sent = [];
    await work();
    return sent;
  };

  it('appends concurrent commits with one write', async () => {
    const commits = Array.from({ length: 100 }, () => commitOn(newStream(), 0));
    expect(await commandsOf(() => Promise.all(commits.map((commit) => store.append(commit))))).toEqual(['insert']);
    for (const { stream } of commits) expect(await store.load(stream)).toHaveLength(1);
  });

  it('asks for no version it knows: what it loaded or stored itself', async () => {
    const stream = newStream();
    expect(await commandsOf(() => store.append(commitOn(stream, 0)))).toEqual(['insert']);
    expect(await commandsOf(() => store.append(commitOn(stream, 1)))).toEqual(['insert']);
    const other = await openMongoEventStore({ client, database, context: contractContext, epoch: 1 });
    expect(await commandsOf(() => other.append(commitOn(stream, 2)))).toEqual(['find', 'insert']);
    expect(await commandsOf(() => store.load(stream))).toEqual(['find']);
    expect(await commandsOf(() => store.append(commitOn(stream, 3)))).toEqual(['insert']);
  });

  it('REL-05 fails a commit that cannot be written alone, its neighbours stand', async () => {
    const poison = commitOn(newStream(), 0, fact('Noted', { 'a\u0000b': 1 }));
    const neighbours = Array.from({ length: 10 }, () => commitOn(newStream(), 0));
    const [failed, ...others] = await Promise.allSettled([poison, ...neighbours].map((commit) => store.append(commit)));
    expect(failed?.status).toBe('rejected');
    for (const outcome of others) expect(outcome).toMatchObject({ value: { outcome: 'appended' } });
    for (const { stream } of neighbours) expect(await store.load(stream)).toHaveLength(1);
  });

  it('has the server set a time on every commit, growing along a stream', async () => {
    const stream = newStream();
    for (let version = 0; version < 3; version += 1) appended(await store.append(commitOn(stream, version)));
    await store.appendAll([commitOn(stream, 3), commitOn(newStream(), 0)]);
    const found = await client.db(database).collection<CommitDocument>('commits').find({ stream }).sort({ firstVersion: 1 }).toArray();
    const times = found.map(({ ts }) => BigInt(ts.t) * 2n ** 32n + BigInt(ts.i));
    expect(times).toHaveLength(4);
    expect(times[0]).toBeGreaterThan(0n);
    expect(times.every((time, n) => n === 0 || time > (times[n - 1] ?? 0n))).toBe(true);
  });

  it('says that the store is unavailable, never what the driver says', async () => {
    const nobody = new MongoClient('mongodb://127.0.0.1:1/?replicaSet=none', { serverSelectionTimeoutMS: 200 });
    const unavailable = { name: 'StoreUnavailable' };
    await expect(openMongoEventStore({ client: nobody, database, context: contractContext, epoch: 1 })).rejects.toMatchObject(unavailable);
    const stream = newStream();
    const cut = new MongoClient(mongoUrl());
    const closing = await openMongoEventStore({ client: cut, database, context: contractContext, epoch: 1 });
    const asked = [closing.append(commitOn(stream, 0)), closing.append(commitOn(newStream(), 0)), closing.load(stream)];
    const answered = Promise.allSettled(asked);
    await cut.close(true);
    const failures = (await answered).filter((answer) => answer.status === 'rejected');
    expect(failures.length).toBeGreaterThan(0);
    for (const { reason } of failures) expect(reason).toMatchObject(unavailable);
    await nobody.close();
  });
});
