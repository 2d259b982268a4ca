import {
  collectionsOf,
  defineProjection,
  parkedCollection,
  ProjectionRunner,
  ServiceConsumer,
  silentLog,
  type EventStore,
  type EventTransport,
  type ProjectionRunnerOptions,
  type ReadModelStore,
} from '@zhitong/eventing';
import { eventually } from '@zhitong/testing/eventually.ts';
import { rate } from './measure.ts';

/** A row for each stream: how often it was heard of, and where it stands. */
export const places = defineProjection<{ readonly count: number; readonly placeId: string }>({
  name: 'places',
  version: 1,
  indexes: [],
  sources: [
    {
      context: 'organizations',
      category: 'bench',
      handler: () => (event) => ({
        key: event.stream,
        fold: (row) => ({ count: (row?.count ?? 0) + 1, placeId: (event.data as { readonly placeParentId: string }).placeParentId }),
      }),
    },
  ],
});

/** A new build of the projection over a store, ready to be filled. */
export async function newBuild(store: ReadModelStore, build: number, stored?: ProjectionRunnerOptions['stored']): Promise<ProjectionRunner> {
  await store.ensure([parkedCollection, ...Object.values(collectionsOf(places, build))]);
  const options = {
    projection: places,
    build,
    store,
    env: {},
    topicOf: (context: string) => context,
    now: () => '2026-01-01T00:00:00.000Z',
    ...(stored === undefined ? {} : { stored }),
  };
  return new ProjectionRunner(options);
}

/** Events per second of a rebuild from the log: engine, guards and checkpoints as in a service. */
export async function rebuilt(log: EventStore, transport: EventTransport, store: ReadModelStore, build: number, events: number): Promise<number> {
  const runner = await newBuild(store, build);
  const history = (stream: string, fromVersion: number) => log.load(stream, fromVersion);
  const options = { group: `bench-${String(build)}`, transport, subscriptions: [runner], log: silentLog, logEpoch: 1, history };
  const consumer = new ServiceConsumer(options);
  const measured = await rate(events, async () => {
    await consumer.start();
    await eventually(() => consumer.caughtUp(), 600_000);
  });
  await consumer.stop();
  for (const { name } of Object.values(collectionsOf(places, build))) await store.drop(name);
  return measured;
}
