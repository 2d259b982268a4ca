import { createRelay, partitionCount, ServiceConsumer, silentLog, systemClock, type RecordedEvent, type Subscription } from '@zhitong/eventing';
import { openKafkaTransport } from '@zhitong/kafka';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { toDocument } from '@zhitong/mongodb/commit-document.ts';
import { durable } from '@zhitong/mongodb/concerns.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient, type ChangeStreamInsertDocument } from 'mongodb';
import { startStack } from '../../stack/src/index.ts';
import { Delays, FellBehind, latestMs, paced } from './delays.ts';
import { newBuild } from './projecting.ts';
import type { Row, Rows } from './rows.ts';
import { commit, newStream } from './workload.ts';

const topic = 'organizations';
const patience = 60_000;

/** From the acknowledgement of a commit to whoever waits for it behind the topics. */
export async function latencyRows(): Promise<Rows> {
  const stack = await startStack({ only: ['mongo', 'kafka'] });
  const url = stack.mongoUrl;
  const database = `zt_bench_delay_${String(process.pid)}`;
  const client = await new MongoClient(url, durable).connect();
  const store = await openMongoEventStore({ url, database, context: topic, epoch: 1 });
  const readModels = await openMongoReadModelStore({ url, database });
  const leases = await openMongoLeaseStore({ url, database });
  const transport = openKafkaTransport({ brokers: stack.kafkaBrokers, clientId: 'bench', contexts: [topic], prefix: database, consumers: { maxWaitMs: 200 } });
  const relay = createRelay({
    tail: store,
    publisher: transport.publisher,
    leases,
    owner: 'bench',
    clock: systemClock,
    topicOf: () => topic,
    log: silentLog,
  });

  const heard = new Delays();
  const consumption = await transport.consume({
    group: 'hear',
    topics: [topic],
    resume: () => Promise.resolve(0),
    handle: (batch) => {
      for (const message of batch.messages) if ('event' in message) heard.seen(message.event.stream);
      return Promise.resolve(batch.nextOffset);
    },
  });
  const stored = new Delays();
  const runner = await newBuild(readModels, 1, (_projection, events) => {
    for (const { stream } of events) stored.seen(stream);
  });
  const consumer = consumerOf(runner, transport, store);
  await consumer.start();
  const bare = await openBare(client, `${database}_bare`, stack.kafkaBrokers);

  const append = (delays: Delays) => async (stream: string) => {
    await store.append(commit(stream, 0));
    delays.acknowledged(stream);
  };
  const after = (delays: Delays, perSecond: number, share: number) => async () => {
    delays.forget();
    await paced(perSecond, append(delays));
    await eventually(() => delays.complete, patience);
    return delays.at(share);
  };
  const bareAfter = (perSecond: number, share: number) => async () => {
    bare.delays.forget();
    await paced(perSecond, bare.append);
    await eventually(() => bare.delays.complete, patience);
    if (bare.delays.at(0.5) > latestMs) throw new FellBehind();
    return bare.delays.at(share);
  };
  const toConsumer = (id: string, perSecond: number, share: number): Row => ({
    id,
    what: `acknowledgement to consumer, ${String(perSecond)} commits/s, p${String(share * 100)}`,
    against: 'bare change stream, bare send, bare consumer',
    reach: 1.5,
    times: true,
    ours: after(heard, perSecond, share),
    theirs: bareAfter(perSecond, share),
  });
  return {
    rows: [
      toConsumer('P8', 200, 0.5),
      toConsumer('P8b', 200, 0.99),
      toConsumer('P8c', 1000, 0.5),
      toConsumer('P8d', 1000, 0.99),
      {
        id: 'P11',
        what: 'acknowledgement to read model, 1,000 commits/s, p50',
        against: 'our relay and a consumer without writes',
        reach: 8,
        times: true,
        ours: after(stored, 1000, 0.5),
        theirs: after(heard, 1000, 0.5),
      },
    ],
    findings: [
      {
        id: 'P11b',
        what: 'acknowledgement to read model, 1,000 commits/s, p99',
        against: 'a limit',
        reach: '<= 100 ms',
        async find() {
          const took = await after(stored, 1000, 0.99)();
          return { ours: `${took.toFixed(1)} ms`, theirs: '', reached: took <= 100 };
        },
      },
    ],
    async close() {
      await bare.close();
      await consumer.stop();
      await consumption.stop();
      await relay.stop();
      await leases.close();
      await transport.close();
      await readModels.close();
      await store.close();
      for (const name of [database, `${database}_bare`]) await client.db(name).dropDatabase();
      await client.close();
      await stack.stop();
    },
  };
}

type Parts = Pick<ConstructorParameters<typeof ServiceConsumer>[0], 'transport'>;

function consumerOf(
  subscription: Subscription,
  transport: Parts['transport'],
  store: { load(stream: string, from: number): Promise<readonly RecordedEvent[]> },
): ServiceConsumer {
  const history = (stream: string, fromVersion: number) => store.load(stream, fromVersion);
  return new ServiceConsumer({ group: 'read', transport, subscriptions: [subscription], log: silentLog, logEpoch: 1, history });
}

/** What the drivers do by themselves: a document, a change, a message. */
async function openBare(client: MongoClient, database: string, brokers: readonly string[]) {
  const delays = new Delays();
  const documents = client.db(database).collection<ReturnType<typeof toDocument>>('commits');
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'bare', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic: database, numPartitions: partitionCount }] });
  await admin.disconnect();
  const producer = kafka.producer();
  const consumer = kafka.consumer({ groupId: database, maxWaitTimeInMs: 200 });
  await producer.connect();
  await consumer.connect();
  await consumer.subscribe({ topics: [database], fromBeginning: true });
  await consumer.run({ eachMessage: ({ message }) => Promise.resolve(delays.seen(String(message.key))) });
  const watched = documents.watch<ReturnType<typeof toDocument>, ChangeStreamInsertDocument<ReturnType<typeof toDocument>>>();
  const pumped = (async () => {
    for await (const { fullDocument } of watched) {
      const value = JSON.stringify(fullDocument.events);
      await producer.send({ topic: database, acks: -1, messages: [{ key: fullDocument.stream, value }] });
    }
  })();
  const ended = pumped.catch(() => undefined); // closing the stream is how it ends
  const append = async (stream: string) => {
    await documents.insertOne(toDocument(commit(stream, 0), systemClock.now()), durable);
    delays.acknowledged(stream);
  };
  await append(newStream());
  await eventually(() => delays.complete, patience); // it has joined its group
  return {
    delays,
    append,
    async close() {
      await watched.close();
      await ended;
      await consumer.disconnect();
      await producer.disconnect();
    },
  };
}
