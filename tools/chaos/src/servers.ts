import type { Stack, StackServer } from '@zhitong/stack';
import { MongoClient, type Document } from 'mongodb';
import type { Site } from './site.ts';

/** @throws on the embedded runtime. */
export function stackOf({ stack }: Site): Stack {
  if (!stack) throw new TypeError('This row needs servers');
  return stack;
}

export function serverOf(site: Site, name: 'mongo1' | 'kafka' | 'redis'): StackServer {
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
