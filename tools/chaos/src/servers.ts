import { startStack, type Stack, type StackOptions, type StackServer } from '@zhitong/stack';
import { MongoClient, type Document } from 'mongodb';
import type { Bench } from './row.ts';
import type { Site } from './site.ts';

/** @throws on the embedded runtime. */
export function stackOf({ stack }: Site): Stack {
  if (!stack) throw new TypeError('This row needs servers');
  return stack;
}

export function serverOf(site: Site, name: `mongo${number}` | 'kafka' | 'redis'): StackServer {
  const server = stackOf(site).servers[name];
  if (!server) throw new TypeError(`There is no server ${name}`);
  return server;
}

async function asked<Answer>(site: Site, ask: (client: MongoClient) => Promise<Answer>): Promise<Answer> {
  const client = new MongoClient(stackOf(site).mongoUrl);
  try {
    return await ask(client);
  } finally {
    await client.close();
  }
}

/** The same servers but for MongoDB, which is started for this row alone. */
export async function withOwnMongo({ site, atEnd }: Bench, options: Pick<StackOptions, 'dataDir' | 'mongoMembers'>): Promise<Site> {
  const mongo = await startStack({ ...options, own: true, only: ['mongo'] });
  atEnd(() => mongo.stop());
  const shared = stackOf(site);
  const stack = { ...shared, mongoUrl: mongo.mongoUrl, servers: { ...shared.servers, ...mongo.servers } };
  return { ...site, stack, environment: { ...site.environment, ZT_MONGO_URL: mongo.mongoUrl } };
}

/** The member that takes the writes. */
export async function primaryOf(site: Site): Promise<StackServer> {
  const { primary } = await asked(site, (client) => client.db('admin').command({ hello: 1 }));
  const [, hosts = ''] = /^mongodb:\/\/([^/]+)/.exec(stackOf(site).mongoUrl) ?? [];
  return serverOf(site, `mongo${1 + hosts.split(',').indexOf(String(primary))}`);
}

/** True once every member follows the primary. */
export async function isWhole(site: Site): Promise<boolean> {
  const { members } = await asked(site, (client) => client.db('admin').command({ replSetGetStatus: 1 }));
  return (members as readonly Document[]).every(({ stateStr }) => stateStr === 'PRIMARY' || stateStr === 'SECONDARY');
}

/** The primary gives up its place, by force, and takes it again when nobody else does. */
export async function stepDown(site: Site, forSeconds: number): Promise<void> {
  await asked(site, (client) => client.db('admin').command({ replSetStepDown: forSeconds, force: true }));
}

/** Who relays, and in which term. */
export const relayLease = (site: Site): Promise<{ readonly owner: string | null; readonly epoch: number } | undefined> =>
  asked(site, async (client) => {
    const lease = await client.db(`${site.prefix}_organizations`).collection<Document & { _id: string }>('leases').findOne({ _id: 'relay-organizations' });
    return lease ? { owner: lease['owner'] as string | null, epoch: Number(lease['epoch']) } : undefined;
  });
