import { contexts, type Context } from '@zhitong/catalogue';
import { commitsIn, publishedIn } from '../../chaos/src/observe.ts';
import type { Cluster } from '@zhitong/cluster';
import { silentLog, type StoredCommit } from '@zhitong/eventing';
import { Metrics, readConfiguration, type RunningService } from '@zhitong/platform';
import { databaseOf } from '@zhitong/platform/runtime/distributed.ts';
import { startReplica } from '@zhitong/platform/runtime/run-service.ts';
import type { Stack } from '@zhitong/stack';
import { MongoClient } from 'mongodb';
import { factories } from '../../../services/all/city.ts';

/** A replica of each service inside this process, to look through at what the others have left. */
export async function replicasHere({ environment }: Pick<Cluster, 'environment'>): Promise<readonly RunningService[]> {
  const configuration = readConfiguration(environment);
  const start = (context: Context) =>
    startReplica({ context, factory: factories[context], configuration, owner: `${context}-observer`, log: silentLog, metrics: new Metrics(), limits });
  return Promise.all(contexts.map(start));
}

/** No deadline is fired, so that the logs come to rest: a member who moved is followed by a look at the size of branches, a minute later. */
const limits = { tickMs: 60 * 60_000, stalledMs: 60 * 60_000 };

/** Every commit of every log. */
export async function commitsOn({ mongoUrl }: Pick<Stack, 'mongoUrl'>, prefix: string): Promise<readonly StoredCommit[]> {
  const client = new MongoClient(mongoUrl);
  try {
    const logs = await Promise.all(contexts.map((context) => commitsIn(client, databaseOf(prefix, context))));
    return logs.flat();
  } finally {
    await client.close();
  }
}

/** Everything in every topic. */
export async function eventsOn({ kafkaBrokers }: Pick<Stack, 'kafkaBrokers'>, prefix: string) {
  const topics = contexts.flatMap((context) => [context, `${context}.restricted`]);
  const events = await Promise.all(topics.map((topic) => publishedIn(kafkaBrokers, prefix, topic)));
  return events.flat();
}
