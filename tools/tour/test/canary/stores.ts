import type { Servers } from '@zhitong/cluster';
import type { Place } from '@zhitong/testing/canary/search.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { createClient } from 'redis';

/** Of one city. */
export interface CityServers extends Servers {
  /** Of its databases, topics and keys. */
  readonly prefix: string;
}

/** Every document of every collection of every database of the city, as its bytes. */
export async function documentsOf({ mongoUrl, prefix }: CityServers): Promise<readonly Place[]> {
  const client = await MongoClient.connect(mongoUrl);
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const own = databases.map(({ name }) => name).filter((name) => name.startsWith(prefix));
    const places = own.map(async (name) => {
      const collections = await client.db(name).listCollections({}, { nameOnly: true }).toArray();
      return Promise.all(
        collections.map(async (collection) => {
          const raw = await client.db(name).collection(collection.name, { raw: true }).find({}).toArray();
          return { name: `${name}.${collection.name}`, bytes: Buffer.concat(raw.map(bytesOf)) };
        }),
      );
    });
    return (await Promise.all(places)).flat();
  } finally {
    await client.close();
  }
}

/** What the replica set keeps to repeat, of the city alone. */
export async function oplogOf({ mongoUrl, prefix }: CityServers): Promise<Place> {
  const client = await MongoClient.connect(mongoUrl);
  try {
    const raw = await client.db('local').collection('oplog.rs', { raw: true }).find({}).toArray();
    return { name: 'oplog', bytes: Buffer.concat(raw.map(bytesOf).filter((entry) => entry.includes(prefix))) };
  } finally {
    await client.close();
  }
}

/** With `raw`, the driver gives the bytes that the server sent. */
const bytesOf = (document: object): Buffer => {
  if (Buffer.isBuffer(document)) return document;
  throw new TypeError('not the bytes of a document');
};

/** Every record of every topic of the city: key, headers and value. */
export async function recordsOf({ kafkaBrokers, prefix }: CityServers): Promise<readonly Place[]> {
  const kafka = new Kafka({ brokers: [...kafkaBrokers], clientId: 'canary', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  const ends = await Promise.all(
    topics.map(async (topic) => (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [`${topic}#${String(partition)}`, Number(high)] as const)),
  );
  const left = new Map<string, number>(ends.flat().filter(([, high]) => high > 0));
  const found = new Map<string, Buffer[]>(topics.map((topic) => [topic, []]));
  const consumer = kafka.consumer({ groupId: `${prefix}-canary-${crypto.randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message: { key, value, headers = {}, offset } }) => {
      const parts = [key, value, ...Object.entries(headers).flatMap(([name, content]) => [name, ...[content].flat()])];
      found.get(topic)?.push(...parts.map((part) => Buffer.from(part ?? '')));
      const place = `${topic}#${String(partition)}`;
      if (Number(offset) + 1 >= (left.get(place) ?? 0)) left.delete(place);
    },
  });
  await eventually(() => left.size === 0, 60_000);
  await Promise.all([consumer.disconnect(), admin.disconnect()]);
  return [...found].map(([name, parts]) => ({ name, bytes: Buffer.concat(parts) }));
}

/** Every key of the city and what it holds, whatever its type. */
export async function keysOf({ redisUrl, prefix }: CityServers): Promise<readonly Place[]> {
  const client = createClient({ url: redisUrl });
  await client.connect();
  try {
    const keys: string[] = [];
    for await (const some of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 })) keys.push(...[some].flat());
    return await Promise.all(keys.map(async (key) => ({ name: key, bytes: Buffer.from(JSON.stringify([key, await contentOf(client, key)])) })));
  } finally {
    await client.close();
  }
}

async function contentOf(
  client: Pick<ReturnType<typeof createClient>, 'type' | 'get' | 'hGetAll' | 'xRange' | 'lRange' | 'sMembers' | 'zRange'>,
  key: string,
): Promise<unknown> {
  const type = await client.type(key);
  if (type === 'string') return client.get(key);
  if (type === 'hash') return client.hGetAll(key);
  if (type === 'stream') return client.xRange(key, '-', '+');
  if (type === 'list') return client.lRange(key, 0, -1);
  if (type === 'set') return client.sMembers(key);
  if (type === 'zset') return client.zRange(key, 0, -1);
  if (type === 'none') return null; // gone meanwhile
  throw new TypeError(`${key} is of no known type: ${type}`);
}

interface RowOf<Content> {
  readonly _id: string;
  readonly d: Content;
}

/** The wrapped key of a person, the sealed record and the digests it is found by. */
export async function secretsOf({ mongoUrl, prefix }: CityServers, personId: string): Promise<Readonly<Record<string, string>>> {
  const client = await MongoClient.connect(mongoUrl);
  try {
    const rows = <Content>(database: string, name: string) => client.db(`${prefix}_members_${database}`).collection<RowOf<Content>>(`rows.${name}`);
    const key = await rows<{ wrapped: { bytes: string } }>('keys', 'data_keys').findOne({ _id: personId });
    const record = await rows<{ identityRef: string; sealed: { bytes: string } }>('documents', 'vault_persons').findOne({ _id: personId });
    const words = await rows<{ personId: string }>('documents', 'vault_tokens').find({ 'd.personId': personId }).toArray();
    if (!key || !record) throw new Error('The person is not in the vault');
    const all = [key.d.wrapped.bytes, record.d.identityRef, record.d.sealed.bytes, ...words.map(({ _id }) => _id)];
    return Object.fromEntries(all.map((text, nth) => [`secret ${String(nth)}`, text]));
  } finally {
    await client.close();
  }
}

/** Puts a text into a store, a topic and a key of the city for the time of a piece of work. */
export async function whilePlanted<Result>(
  { mongoUrl, kafkaBrokers, redisUrl, prefix }: CityServers,
  text: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const [mongo, redis] = [await MongoClient.connect(mongoUrl), createClient({ url: redisUrl })];
  const kafka = new Kafka({ brokers: [...kafkaBrokers], clientId: 'canary', logLevel: logLevel.NOTHING });
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  await Promise.all([redis.connect(), admin.connect(), producer.connect()]);
  const [database, topic, key] = [`${prefix}_planted`, `${prefix}.planted`, `${prefix}planted`];
  await mongo
    .db(database)
    .collection('notes')
    .insertOne({ deep: [{ text }] });
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, replicationFactor: 1 }], waitForLeaders: true });
  await producer.send({ topic, messages: [{ key: 'k', value: '', headers: { note: text } }] });
  await redis.hSet(key, 'note', text);
  try {
    return await work();
  } finally {
    await Promise.all([mongo.db(database).dropDatabase(), admin.deleteTopics({ topics: [topic] }), redis.del(key)]);
    await Promise.all([mongo.close(), admin.disconnect(), producer.disconnect(), redis.close()]);
  }
}
