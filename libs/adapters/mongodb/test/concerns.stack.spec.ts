import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient, type CommandStartedEvent, type Document } from 'mongodb';
import { contractContext } from '@zhitong/testing/contracts/event-store.samples.ts';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { commitOn, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, follow, newDatabase } from './stack.ts';

const writes = ['insert', 'update', 'delete', 'findAndModify', 'create', 'drop', 'createIndexes', 'commitTransaction', 'abortTransaction'];
const reads = ['find', 'aggregate', 'count', 'distinct'];

/** REL-06: a client, a database or a collection with weak settings must not weaken a single operation. */
describe('REL-06 concerns of every operation', () => {
  const commands: Document[] = [];
  const database = newDatabase('concerns');
  const client = new MongoClient(mongoUrl(), { monitorCommands: true, writeConcern: { w: 1 }, readConcernLevel: 'local' });
  client.on('commandStarted', ({ command, databaseName }: CommandStartedEvent) => {
    if (databaseName === database || 'commitTransaction' in command || 'abortTransaction' in command) commands.push(command);
  });
  const named = (names: readonly string[]) => commands.filter((command) => names.some((name) => name in command));
  const plain = (command: Document) => command['autocommit'] === undefined;

  beforeAll(async () => {
    await useEventStore(client, database);
    await useReadModels(client, database);
    await useLeases(client, database);
  });
  afterAll(async () => {
    await client.close();
    await dropDatabase(database);
  });

  it('every write is acknowledged by the majority and the journal', () => {
    const outside = named(writes).filter((command) => plain(command) || 'commitTransaction' in command || 'abortTransaction' in command);
    for (const name of ['insert', 'update', 'delete', 'findAndModify', 'create', 'drop', 'createIndexes', 'commitTransaction']) {
      expect([name, outside.some((command) => name in command)]).toEqual([name, true]);
    }
    for (const command of outside) expect(command).toMatchObject({ writeConcern: { w: 'majority', j: true } });
  });

  it('every transaction reads a snapshot of the majority', () => {
    const started = commands.filter(({ startTransaction }) => startTransaction === true);
    expect(started.length).toBeGreaterThan(2);
    for (const command of started) expect(command).toMatchObject({ readConcern: { level: 'snapshot' } });
  });

  it('every other read is one of the majority', () => {
    const outside = named(reads).filter(plain);
    const streams = outside.filter(({ pipeline }) => Array.isArray(pipeline) && '$changeStream' in pipeline[0]);
    expect(streams).toHaveLength(2);
    expect(outside.length).toBeGreaterThan(10);
    for (const command of outside) expect(command).toMatchObject({ readConcern: { level: 'majority' } });
  });
});

async function useEventStore(client: MongoClient, database: string): Promise<void> {
  const store = await openMongoEventStore({ client, database, context: contractContext, epoch: 1 });
  const [lone, ...group] = Array.from({ length: 5 }, () => commitOn(newStream(), 0));
  if (lone === undefined) throw new Error('No sample');
  await store.append(lone);
  await Promise.all(group.map((commit) => store.append(commit)));
  await store.appendAll([commitOn(newStream(), 0), commitOn(lone.stream, 1)]);
  await store.appendAll([commitOn(newStream(), 0), commitOn(lone.stream, 1)]); // a conflict: aborted
  await store.append(commitOn(newStream(), 3)); // an end nobody knows: looked up
  await store.load(lone.stream);
  await store.findCommit(lone.stream, lone.commandId);
  const scanned = follow(store);
  await scanned.has(7);
  await scanned.stop();
  const resumed = follow(store, scanned.position());
  await store.append(commitOn(newStream(), 0));
  await resumed.has(1);
  await resumed.stop();
}

async function useReadModels(client: MongoClient, database: string): Promise<void> {
  const store = await openMongoReadModelStore({ client, database });
  const collection = 'rows';
  const write = (key: string, expectedRevision: number) => ({ collection, key, expectedRevision, guards: {}, row: { n: 1 } });
  const checkpoint = { offset: 1, part: 0, logEpoch: 1 };
  const first = { subscription: 's', topic: 't', partition: 0, from: undefined, to: checkpoint };
  await store.ensure([{ name: collection, indexes: [['n']] }]);
  await store.commit({ writes: [write('a', 0)] });
  await store.commit({ writes: [write('a', 1)] });
  await store.commit({ writes: [], additions: [{ collection, key: 'c', shard: '0', amounts: { n: 1 } }] });
  await store.commit({ checkpoint: first, writes: [write('a', 2), write('b', 0)], additions: [{ collection, key: 'c', shard: '0', amounts: { n: 1 } }] });
  await store.commit({ checkpoint: first, writes: [write('d', 0)] });
  await store.checkpoints('s');
  await store.forgetCheckpoints('s');
  await store.stored(collection, ['a']);
  await store.query(collection, { where: [{ field: 'n', eq: 1 }], limit: 1 });
  await store.count(collection, [{ field: 'n', eq: 1 }]);
  await store.nth(collection, { where: [], orderBy: { field: 'n', direction: 'asc' } }, 0);
  await store.sums(collection, ['c']);
  await store.drop(collection);
}

async function useLeases(client: MongoClient, database: string): Promise<void> {
  const store = await openMongoLeaseStore({ client, database });
  const lease = await store.acquire('l', 'a', 1_000);
  if (lease === undefined) throw new Error('No lease');
  await store.renew(lease, 'a', 1_000);
  await store.save(lease, { at: 1 });
  await store.progress('l');
  await store.release(lease, 'a');
}
