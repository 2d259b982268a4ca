import {
  inPortions,
  type Collection,
  type CommitOutcome,
  type Condition,
  type Page,
  type Query,
  type ReadModelStore,
  type RowWrite,
  type StoredRow,
  type Unit,
} from '@zhitong/eventing';
import { KeptCounters } from './kept-counters.ts';
import { ReadModelFile, type TextUnit } from './read-model-file.ts';
import { ServiceThread, type Remote } from './thread-client.ts';

const entry = new URL(import.meta.url.endsWith('.ts') ? './read-model.worker.ts' : './read-model.worker.mjs', import.meta.url);

/** Opens a file of read models, creating it when it is missing. Two threads work on it, so that no query waits for a rebuild. */
export async function openSqliteReadModelStore({ file }: { readonly file: string }): Promise<ReadModelStore> {
  const writer = new ServiceThread(entry, file).remote<ReadModelFile>();
  await writer.collections();
  const reader = new ServiceThread(entry, file).remote<ReadModelFile>();
  await reader.collections();
  return new SqliteReadModelStore(writer, reader);
}

/**
 * Opens documents that no log can bring back: every unit is on disk before it is answered, together with those that arrive at the
 * same moment. Small reads and writes, so they need no thread.
 */
export function openSqliteDocumentStore({ file }: { readonly file: string }): ReadModelStore {
  const here = inThisThread(new ReadModelFile(file, 'FULL'));
  return new SqliteReadModelStore(here, { ...here, close: () => Promise.resolve() });
}

const inThisThread = (file: ReadModelFile): Remote<ReadModelFile> => ({
  ensure: async (...args) => {
    file.ensure(...args);
  },
  drop: async (...args) => {
    file.drop(...args);
  },
  collections: async () => file.collections(),
  commit: (...args) => file.commitTogether(...args),
  commitTogether: (...args) => file.commitTogether(...args),
  checkpoints: async (...args) => file.checkpoints(...args),
  forgetCheckpoints: async (...args) => {
    file.forgetCheckpoints(...args);
  },
  stored: async (...args) => file.stored(...args),
  bodies: async (...args) => file.bodies(...args),
  allBodies: async (...args) => file.allBodies(...args),
  query: async (...args) => file.query(...args),
  count: async (...args) => file.count(...args),
  nth: async (...args) => file.nth(...args),
  forget: async () => {
    file.forget();
  },
  close: async () => {
    file.close();
  },
});

/** From so many counters at once on, all of a collection are kept in memory. */
const atLarge = 500;

class SqliteReadModelStore implements ReadModelStore {
  #closed: Promise<unknown> | undefined;
  readonly #counters = new KeptCounters((collection) => this.writer.allBodies(collection));

  constructor(
    private readonly writer: Remote<ReadModelFile>,
    private readonly reader: Remote<ReadModelFile>,
  ) {}

  ensure(collections: readonly Collection[]): Promise<void> {
    return this.writer.ensure(collections);
  }

  async drop(collection: string): Promise<void> {
    await this.writer.drop(collection);
    this.#counters.forget(collection);
  }

  collections(): Promise<readonly string[]> {
    return this.reader.collections();
  }

  async commit(unit: Unit): Promise<CommitOutcome> {
    try {
      const outcome = await this.writer.commit(textUnit(unit));
      if (outcome === 'committed') this.#counters.added(unit.additions ?? []);
      return outcome;
    } catch (error) {
      this.#counters.forget();
      throw error;
    }
  }

  checkpoints(subscription: string) {
    return this.writer.checkpoints(subscription);
  }

  forgetCheckpoints(subscription: string): Promise<void> {
    return this.writer.forgetCheckpoints(subscription);
  }

  /** Asked by the writer's thread: folding reads and writes in turn. */
  async stored<Row>(collection: string, keys: readonly string[]): Promise<readonly StoredRow<Row>[]> {
    const rows = await this.writer.stored(collection, keys);
    return rows.map(({ key, revision, guards, body }) => ({
      key,
      revision,
      guards: parse<StoredRow['guards']>(guards),
      row: body === null ? null : parse<Row>(body),
    }));
  }

  async get<Row>(collection: string, key: string): Promise<Row | undefined> {
    return (await this.getMany<Row>(collection, [key])).get(key);
  }

  getMany<Row>(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    return inPortions(keys, async (some) => new Map((await this.reader.bodies(collection, some)).map(([key, body]) => [key, parse<Row>(body)])));
  }

  async query<Row>(collection: string, query: Query): Promise<Page<Row & { readonly $key: string }>> {
    const { rows, next } = await this.reader.query(collection, query);
    const items = rows.map(([key, body]) => ({ ...parse<Row>(body), $key: key }));
    return { items, next };
  }

  count(collection: string, where: readonly Condition[], upTo = 10_000) {
    return this.reader.count(collection, where, upTo);
  }

  async nth<Row>(collection: string, query: Omit<Query, 'limit' | 'cursor'>, place: number): Promise<Row | undefined> {
    const body = await this.reader.nth(collection, query, place);
    return body === undefined ? undefined : parse<Row>(body);
  }

  /** A counter is a row. */
  async sums(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
    const kept = this.#counters.of(collection, keys);
    if (kept !== undefined) return kept;
    if (keys.length < atLarge) return this.getMany(collection, keys);
    await this.#counters.keep(collection);
    return this.#counters.of(collection, keys) ?? this.getMany(collection, keys);
  }

  forget(): Promise<void> {
    return this.writer.forget();
  }

  async close(): Promise<void> {
    this.#closed ??= Promise.all([this.reader.close(), this.writer.close()]);
    await this.#closed;
  }
}

const parse = <T>(text: string): T => JSON.parse(text) as T;

const textUnit = ({ checkpoint, writes, additions = [] }: Unit): TextUnit => ({ checkpoint, writes: writes.map(textWrite), additions });

const textWrite = ({ collection, key, expectedRevision, guards, row, untraced = false }: RowWrite) => ({
  collection,
  key,
  revision: expectedRevision,
  guards: JSON.stringify(guards),
  body: row === null ? null : JSON.stringify(row),
  untraced,
});
