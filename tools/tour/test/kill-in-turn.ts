import { contexts } from '@zhitong/catalogue';
import type { Cluster } from '@zhitong/cluster';
import { databaseOf } from '@zhitong/platform/runtime/distributed.ts';
import type { Stack } from '@zhitong/stack';
import { eventually } from '@zhitong/testing';
import { MongoClient } from 'mongodb';

export interface Victims {
  readonly stack: Stack;
  readonly cluster: Cluster;
  readonly prefix: string;
}

/** The relay that leads, the broker, the primary, then one process of each service. */
export const victims: readonly string[] = ['relay', 'kafka', 'mongo1', ...contexts.map((context) => `${context}-1`)];

/** SIGKILL for one after the other; each is started again at once. Resolves to those that were killed. */
export async function killInTurn({ stack, cluster, prefix }: Victims): Promise<readonly string[]> {
  const killed: string[] = [];
  for (const name of victims) {
    const server = stack.servers[name];
    if (server) await server.end('SIGKILL').then(() => server.restart());
    else await cluster.restart(name === 'relay' ? await leadingRelay({ stack, cluster, prefix }) : name, 'SIGKILL');
    killed.push(name);
  }
  return killed;
}

const patienceMs = 60_000;

/** The process that publishes what organizations records. */
async function leadingRelay({ stack, cluster, prefix }: Victims): Promise<string> {
  const client = new MongoClient(stack.mongoUrl);
  try {
    const leases = client.db(databaseOf(prefix, 'organizations')).collection<{ _id: string; owner: string | null }>('leases');
    const leading: string[] = [];
    await eventually(async () => {
      const lease = await leases.findOne({ _id: 'relay-organizations' });
      leading.push(...cluster.children.filter(({ ready }) => ready['owner'] === lease?.owner).map(({ name }) => name));
      return leading.length > 0;
    }, patienceMs);
    return leading[0] ?? '';
  } finally {
    await client.close();
  }
}
