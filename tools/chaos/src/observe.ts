import { contexts } from '@zhitong/catalogue';
import { collectionsOf, parkedCollection, partitionCount, type ReadModelStore, type RecordedEvent, type StoredCommit } from '@zhitong/eventing';
import { openKafkaTransport } from '@zhitong/kafka';
import { openMongoReadModelStore } from '@zhitong/mongodb';
import { toStoredCommit, type CommitDocument } from '@zhitong/mongodb/commit-document.ts';
import { Builds, buildsCollection } from '@zhitong/platform/service/builds.ts';
import { openSqliteEventStore, openSqliteReadModelStore } from '@zhitong/sqlite';
import type { Observation } from '@zhitong/testing/checker/observation.ts';
import { storedRows } from '@zhitong/testing/checker/stored-rows.ts';
import { MongoClient } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parkedEvents } from './parked-events.ts';
import { stackOf } from './servers.ts';
import type { Site } from './site.ts';
import { tallies } from './subject/tally.ts';

export type Seen = Omit<Observation, 'ledger'>;

/** Log, topics and read models as they lie there, looked at past the service; on the embedded runtime it must have ended. */
export const observe = (site: Site): Promise<Seen> => (site.stack === undefined ? ofFiles(site) : ofServers(site, site.stack));

async function ofFiles({ folder }: Site): Promise<Seen> {
  const file = (name: string) => join(folder, 'organizations', name);
  const log = openSqliteEventStore({ file: file('log.db'), context: 'organizations', epoch: 1 });
  const readModels = await openSqliteReadModelStore({ file: file('read-models.db') });
  try {
    const commits: StoredCommit[] = [];
    for (let after = 0; after < log.head(); after += 1000) commits.push(...log.read(after, 1000));
    return { commits, ...(await rowsIn(readModels)) };
  } finally {
    await readModels.close();
    await log.close();
  }
}

async function ofServers(site: Site, { mongoUrl }: NonNullable<Site['stack']>): Promise<Seen> {
  const client = new MongoClient(mongoUrl);
  const database = `${site.prefix}_organizations`;
  const readModels = await openMongoReadModelStore({ client, database });
  try {
    return {
      commits: await commitsIn(client, database),
      published: await publishedIn(stackOf(site).kafkaBrokers, site.prefix, 'organizations'),
      ...(await rowsIn(readModels)),
    };
  } finally {
    await client.close();
  }
}

/** Every commit of the log in a database. */
export async function commitsIn(client: MongoClient, database: string): Promise<readonly StoredCommit[]> {
  const documents = await client.db(database).collection<CommitDocument>('commits').find().toArray();
  return documents.map((document) => toStoredCommit(document, 1));
}

async function rowsIn(store: ReadModelStore): Promise<Pick<Seen, 'readModels' | 'parked'>> {
  await store.ensure([buildsCollection, parkedCollection]); // engines alone keep no builds
  const builds = new Builds(store);
  await builds.refresh();
  const { rows } = collectionsOf(tallies, builds.active(tallies));
  await store.ensure([rows]);
  const parked = (await parkedEvents(store)).map(({ stream }) => stream);
  return { readModels: [{ projection: tallies, env: {}, rows: await storedRows(store, rows.name) }], parked: [...new Set(parked)] };
}

/** Everything in a topic, each partition from its first record to where it ends now. */
export async function publishedIn(brokers: readonly string[], prefix: string, topic: string): Promise<readonly RecordedEvent[]> {
  const transport = openKafkaTransport({ brokers: [...brokers], clientId: 'observer', contexts, prefix });
  const events: RecordedEvent[] = [];
  const open = new Map((await transport.ends(topic)).map((end, partition) => [partition, end]));
  const done = Promise.withResolvers<void>();
  const reached = (partition: number, offset: number) => {
    if (offset >= (open.get(partition) ?? Infinity)) open.delete(partition);
    if (open.size === 0) done.resolve();
  };
  for (let partition = 0; partition < partitionCount; partition++) reached(partition, 0);
  const consumption = await transport.consume({
    group: `observer-${randomUUID()}`,
    topics: [topic],
    resume: () => Promise.resolve(0),
    handle({ messages, partition, nextOffset }) {
      for (const message of messages) if ('event' in message) events.push(message.event);
      reached(partition, nextOffset);
      return Promise.resolve(nextOffset);
    },
  });
  await done.promise;
  await consumption.stop();
  await transport.close();
  return events;
}
