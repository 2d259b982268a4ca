import { createRelay, silentLog, systemClock } from '@zhitong/eventing';
import { openKafkaTransport, type KafkaTransport } from '@zhitong/kafka';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { committed, durable } from '@zhitong/mongodb/concerns.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { MongoClient, type ChangeStreamInsertDocument } from 'mongodb';
import { startStack } from '../../stack/src/index.ts';
import { rate } from './measure.ts';
import { rebuilt } from './projecting.ts';
import type { Rows } from './rows.ts';
import { appendsTo } from './workload.ts';

/** One event each, as most commands come to. */
const commits = 30_000;
const topic = 'organizations';
const patience = 120_000;

interface Commit {
  readonly events: readonly unknown[];
}

/** The way from the log over the topics into a read model, against the driver reading the same commits. */
export async function topicRows(): Promise<Rows> {
  const stack = await startStack({ only: ['mongo', 'kafka'] });
  const url = stack.mongoUrl;
  const database = `zt_bench_${String(process.pid)}`;
  const client = await new MongoClient(url, durable).connect();
  const stored = client.db(database).collection<Commit>('commits');
  const store = await openMongoEventStore({ url, database, context: topic, epoch: 1 });
  const readModels = await openMongoReadModelStore({ url, database });
  const begin = client.db(database).collection('begin').watch([], { maxAwaitTimeMS: 100 });
  await begin.tryNext();
  const { resumeToken } = begin;
  await begin.close();
  await appendsTo((commit) => store.append(commit), 200, commits / 200);
  const open = (run: number) =>
    openKafkaTransport({
      brokers: stack.kafkaBrokers,
      clientId: 'bench',
      contexts: [topic],
      prefix: `${database}-${String(run)}`,
      consumers: { maxWaitMs: 200 },
    });
  const relay = async (transport: KafkaTransport, run: number) => {
    const leases = await openMongoLeaseStore({ url, database: `${database}_${String(run)}` });
    const running = createRelay({
      tail: store,
      publisher: transport.publisher,
      leases,
      owner: 'bench',
      clock: systemClock,
      topicOf: () => topic,
      log: silentLog,
    });
    return async () => {
      await running.stop();
      await leases.close();
      await client.db(`${database}_${String(run)}`).dropDatabase();
    };
  };

  let runs = 0;
  /** A backlog from the log to a consumer that only counts. */
  const relays = async () => {
    const transport = open(++runs);
    let seen = 0;
    const consumption = await transport.consume({
      group: 'count',
      topics: [topic],
      resume: () => Promise.resolve(0),
      handle: (batch) => {
        seen += batch.messages.length;
        return Promise.resolve(batch.nextOffset);
      },
    });
    let stop = () => Promise.resolve();
    const measured = await rate(commits, async () => {
      stop = await relay(transport, runs);
      await eventually(() => seen >= commits, patience);
    });
    await stop();
    await consumption.stop();
    await transport.close();
    return measured;
  };
  const watches = () =>
    rate(commits, async () => {
      const stream = stored.watch<Commit, ChangeStreamInsertDocument<Commit>>([], { resumeAfter: resumeToken, batchSize: 500 });
      for (let seen = 0; seen < commits;) seen += (await stream.next()).fullDocument.events.length;
      await stream.close();
    });

  const filled = open(0);
  const stopFilling = await relay(filled, 0);
  await eventually(async () => (await filled.ends(topic)).reduce((sum, end) => sum + end, 0) >= commits, patience);
  await stopFilling();
  let builds = 0;
  const rebuilds = () => rebuilt(store, filled, readModels, ++builds, commits);
  const finds = () =>
    rate(commits, async () => {
      for await (const { events: found } of stored.find({}, { ...committed, batchSize: 1000 })) found.at(-1);
    });

  return {
    rows: [
      {
        id: 'P7',
        what: 'relay of a backlog of 30,000 commits, up to the consumer',
        against: 'change stream read only',
        reach: 0.5,
        ours: relays,
        theirs: watches,
      },
      { id: 'P10', what: 'rebuild of 30,000 commits from the topics', against: 'driver read of the same commits', reach: 0.5, ours: rebuilds, theirs: finds },
    ],
    async close() {
      await filled.close();
      await readModels.close();
      await store.close();
      await client.db(database).dropDatabase();
      await client.close();
      await stack.stop();
    },
  };
}
