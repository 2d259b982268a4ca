import type { NewCommit } from '@zhitong/eventing';
import { openMongoEventStore } from '@zhitong/mongodb';
import { toDocument } from '@zhitong/mongodb/commit-document.ts';
import { durable } from '@zhitong/mongodb/concerns.ts';
import { MongoClient } from 'mongodb';
import { startStack } from '../../stack/src/index.ts';
import type { Row, Rows } from './rows.ts';
import { appendsTo } from './workload.ts';

/** The distributed log against the bare driver on the same server: the same documents, indexes and write concern. */
export async function mongodbRows(): Promise<Rows> {
  const stack = await startStack({ only: ['mongo'] });
  const client = await new MongoClient(stack.mongoUrl, durable).connect();
  const name = `zt_bench_${String(process.pid)}`;
  const store = await openMongoEventStore({ url: stack.mongoUrl, database: name, context: 'organizations', epoch: 1 });
  const bare = client.db(name).collection<ReturnType<typeof toDocument>>('bare');
  await bare.createIndexes([{ key: { stream: 1, commandId: 1 }, unique: true }, { key: { ts: 1 } }]);
  const insert = (commit: NewCommit) => bare.insertOne(toDocument(commit, new Date().toISOString()), durable);
  const row = (id: string, callers: number, each: number, size: number, reach: number): Row => ({
    id,
    what: `append ${String(size)} event${size === 1 ? '' : 's'}, ${String(callers)} caller${callers === 1 ? '' : 's'}`,
    against: 'bare insertOne of the same document',
    reach,
    ours: () => appendsTo((commit) => store.append(commit), callers, each, size),
    theirs: () => appendsTo(insert, callers, each, size),
  });
  return {
    rows: [row('P1', 1, 300, 1, 0.85), row('P2', 64, 40, 1, 4.5), row('P3', 64, 40, 5, 3.5)],
    async close() {
      await store.close();
      await client.db(name).dropDatabase();
      await client.close();
      await stack.stop();
    },
  };
}
