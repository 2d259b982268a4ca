import { collectionsOf, parseStream, subscriptionName, type AnyProjection, type Progress, type Projection, type ReadModelStore } from '@zhitong/eventing';
import type { Builds } from './builds.ts';
import type { Rows } from './kit.ts';

/** Longest wait for an own write before the answer is marked stale: below 2 s, the deadline of a question. */
const ownWriteWaitMs = 1500;

/** The writes an answer must contain, and whether it turned out to be older. */
export interface Freshness {
  readonly after: Readonly<Record<string, number>>;
  stale: boolean;
}

export interface RowsOptions {
  readonly store: ReadModelStore;
  readonly builds: Builds;
  readonly progress: Progress;
  readonly lagSeconds: (projection: string) => number;
}

/** Rows of the build that serves; the first read waits for the caller's own writes. */
export function rowsOf<Row, Env>(projection: Projection<Row, Env>, options: RowsOptions, freshness?: Freshness): Rows<Row> {
  const { store, builds } = options;
  const collections = () => collectionsOf(projection, builds.active(projection));
  let awaited: Promise<void> | undefined;
  const fresh = () => (awaited ??= awaitOwnWrites(projection, subscriptionName(projection, builds.active(projection)), options.progress, freshness));
  return {
    async get(key) {
      await fresh();
      return store.get<Row>(collections().rows.name, key);
    },
    async getMany(keys) {
      await fresh();
      return store.getMany<Row>(collections().rows.name, keys);
    },
    async query(query) {
      await fresh();
      return store.query<Row>(collections().rows.name, query);
    },
    async count(where, upTo) {
      await fresh();
      return store.count(collections().rows.name, where, upTo);
    },
    async nth(query, place) {
      await fresh();
      return store.nth<Row>(collections().rows.name, query, place);
    },
    async tallies(keys) {
      await fresh();
      return store.sums(collections().tallies.name, keys);
    },
    lagSeconds: () => options.lagSeconds(projection.name),
  };
}

async function awaitOwnWrites(projection: Pick<AnyProjection, 'sources'>, subscription: string, progress: Progress, freshness?: Freshness): Promise<void> {
  const awaited = Object.entries(freshness?.after ?? {}).filter(([stream]) => {
    const { context, category } = parseStream(stream);
    return projection.sources.some((source) => source.context === context && source.category === category);
  });
  const reached = await Promise.all(awaited.map(([stream, version]) => progress.reached(subscription, stream, version, ownWriteWaitMs)));
  if (freshness && reached.includes(false)) freshness.stale = true;
}
