import { collectionsOf, type NewCommit, type RecordedEvent } from '@zhitong/eventing';
import { openMongoEventStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { toDocument } from '@zhitong/mongodb/commit-document.ts';
import { committed, durable } from '@zhitong/mongodb/concerns.ts';
import { openSqliteEventStore } from '@zhitong/sqlite';
import { batchOf } from '@zhitong/testing/recorded-events.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { MongoClient } from 'mongodb';
import { startStack } from '../../stack/src/index.ts';
import { rate } from './measure.ts';
import { newBuild, places } from './projecting.ts';
import type { Row, Rows } from './rows.ts';
import { appendsTo, commit, newStream, recorded } from './workload.ts';

/** The distributed log and its read models against the bare driver on the same server, with the same indexes and write concern. */
export async function mongodbRows(): Promise<Rows> {
  const stack = await startStack({ only: ['mongo'] });
  const client = await new MongoClient(stack.mongoUrl, durable).connect();
  const name = `zt_bench_${String(process.pid)}`;
  const store = await openMongoEventStore({ url: stack.mongoUrl, database: name, context: 'organizations', epoch: 1 });
  const readModels = await openMongoReadModelStore({ url: stack.mongoUrl, database: name });
  const folder = temporaryFolder();
  const embedded = openSqliteEventStore({ file: folder.file('log.db'), context: 'organizations', epoch: 1 });
  const bare = client.db(name).collection<ReturnType<typeof toDocument>>('bare');
  await bare.createIndexes([{ key: { stream: 1, commandId: 1 }, unique: true }, { key: { ts: 1 } }]);

  const ours = (next: NewCommit) => store.append(next);
  const insert = (next: NewCommit) => bare.insertOne(toDocument(next, new Date().toISOString()), durable);
  const appends = (id: string, callers: number, each: number, size: number, reach: number): Row => ({
    id,
    what: `append ${String(size)} event${size === 1 ? '' : 's'}, ${String(callers)} caller${callers === 1 ? '' : 's'}`,
    against: 'bare insertOne of the same document',
    reach,
    ours: () => appendsTo(ours, callers, each, size),
    theirs: () => appendsTo(insert, callers, each, size),
  });
  const runtimes = (id: string, callers: number, each: number, reach: number): Row => ({
    id,
    what: `embedded append, ${String(callers)} caller${callers === 1 ? '' : 's'}`,
    against: 'our append to MongoDB',
    reach,
    ours: () => appendsTo((next) => embedded.append(next), callers, each),
    theirs: () => appendsTo(ours, callers, each),
  });

  const loaded = newStream();
  for (let version = 0; version < 20; version++) {
    await store.append(commit(loaded, version));
    await insert(commit(loaded, version));
  }
  const folds = (load: () => Promise<readonly unknown[]>) => () =>
    rate(300, async () => {
      for (let n = 0; n < 300; n++) (await load()).reduce((total: number) => total + 1, 0);
    });
  const found = () => bare.find({ _id: { $gte: `${loaded}#`, $lt: `${loaded}$` } }, { ...committed, sort: { _id: 1 } }).toArray();

  const perBatch = 1000;
  const burst = 5;
  const batches = 10;
  let build = 0;
  const projects = async () => {
    const runner = await newBuild(readModels, ++build);
    const taken = eventsInBursts(perBatch * batches, burst);
    const measured = await rate(taken.length, async () => {
      for (let at = 0; at < taken.length; at += perBatch) await runner.take(batchOf(taken.slice(at, at + perBatch), { firstOffset: at }));
    });
    for (const { name: collection } of Object.values(collectionsOf(places, build))) await readModels.drop(collection);
    return measured;
  };
  const upserts = async () => {
    const rows = client.db(name).collection<{ _id: string; v: number; count: number; placeId: string }>('guarded');
    await rows.drop();
    const taken = eventsInBursts(perBatch * batches, burst);
    return rate(taken.length, async () => {
      for (let at = 0; at < taken.length; at += perBatch) await rows.bulkWrite(taken.slice(at, at + perBatch).map(guardedUpsert), durable);
    });
  };

  return {
    rows: [
      appends('P1', 1, 300, 1, 0.85),
      appends('P2', 64, 40, 1, 4.5),
      appends('P3', 64, 40, 5, 3.5),
      {
        id: 'P6',
        what: 'load and fold 20 events',
        against: 'bare find of the same commits',
        reach: 0.85,
        ours: folds(() => store.load(loaded)),
        theirs: folds(found),
      },
      { id: 'P9', what: 'projection, bursts of 5 per key', against: 'a guarded upsert per event', reach: 4, ours: projects, theirs: upserts },
      runtimes('E6', 1, 300, 4),
      runtimes('E6b', 64, 40, 1),
    ],
    async close() {
      await embedded.close();
      folder.remove();
      await readModels.close();
      await store.close();
      await client.db(name).dropDatabase();
      await client.close();
      await stack.stop();
    },
  };
}

/** Events of as many streams as it takes, so many in a row of each. */
const eventsInBursts = (count: number, burst: number): readonly RecordedEvent[] =>
  Array.from({ length: count / burst }, newStream).flatMap((stream) => recorded(stream, burst));

/** What a projection without batches would write: one event, once. */
const guardedUpsert = ({ stream, version }: RecordedEvent) => ({
  updateOne: {
    filter: { _id: stream },
    update: [
      {
        $set: {
          count: { $cond: [{ $gte: ['$v', version] }, '$count', { $add: [{ $ifNull: ['$count', 0] }, 1] }] },
          v: { $max: ['$v', version] },
          placeId: 'org_place',
        },
      },
    ],
    upsert: true,
  },
});
