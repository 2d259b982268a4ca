import { MongoServerError, type Collection as MongoCollection, type Db, type Filter } from 'mongodb';
import type { Checkpoint, Collection, CommitOutcome, Condition, Page, Query, ReadModelStore, Scalar, StoredRow, Unit } from '@zhitong/eventing';
import { inPortions } from '@zhitong/eventing/paging.ts';
import { checkCollection, checkLimit, decodeCursor, encodeCursor } from '@zhitong/eventing/query-plan.ts';
import { committed, durable } from './concerns.ts';
import { connect, type Connection, type Opened } from './connection.ts';
import { DeclaredIndexes } from './declared-indexes.ts';
import { answering } from './failures.ts';
import { toStoredRow, type RowDocument } from './row-document.ts';
import { indexKeys, rowFilter, sortOf } from './row-filter.ts';
import { addShards } from './shards.ts';
import type { CheckpointDocument } from './unit-commit.ts';
import { UnitGroup } from './unit-group.ts';

export interface ReadModelStoreOptions {
  /** One database per service. */
  readonly database: string;
}

/** Keeps rows apart from the other collections of the service. */
const rowsPrefix = 'rows.';
const namespaceExists = 48;

export async function openMongoReadModelStore(options: Connection & ReadModelStoreOptions): Promise<ReadModelStore> {
  const opened = await connect(options);
  const database = opened.client.db(options.database, durable);
  const checkpoints = database.collection<CheckpointDocument>('checkpoints');
  await answering(() => checkpoints.createIndex({ subscription: 1 }));
  return new MongoReadModelStore(opened, database, checkpoints);
}

class MongoReadModelStore implements ReadModelStore {
  readonly #opened: Opened;
  readonly #database: Db;
  readonly #checkpoints: MongoCollection<CheckpointDocument>;
  readonly #indexes = new DeclaredIndexes();
  readonly #units: UnitGroup;

  constructor(opened: Opened, database: Db, checkpoints: MongoCollection<CheckpointDocument>) {
    this.#opened = opened;
    this.#database = database;
    this.#checkpoints = checkpoints;
    this.#units = new UnitGroup({ database, checkpoints, rows: (name) => this.#rows(name) });
  }

  #rows(name: string): MongoCollection<RowDocument> {
    return this.#database.collection<RowDocument>(rowsPrefix + name, { ignoreUndefined: true });
  }

  async ensure(collections: readonly Collection[]): Promise<void> {
    collections.forEach(checkCollection);
    for (const { name, indexes } of collections) {
      await answering(() => this.#create(name));
      const keys = indexes.filter((index) => index.length > 0).map((index) => ({ key: indexKeys(index) }));
      if (keys.length > 0) await answering(() => this.#rows(name).createIndexes(keys));
      this.#indexes.forget(name);
    }
  }

  async #create(name: string): Promise<void> {
    try {
      await this.#database.createCollection(rowsPrefix + name, durable);
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === namespaceExists)) throw error;
    }
  }

  async drop(name: string): Promise<void> {
    await answering(() => this.#database.dropCollection(rowsPrefix + name, durable));
    this.#indexes.forget(name);
  }

  async collections(): Promise<readonly string[]> {
    const listed = await answering(() => this.#database.listCollections({}, { nameOnly: true }).toArray());
    return listed.filter(({ name }) => name.startsWith(rowsPrefix)).map(({ name }) => name.slice(rowsPrefix.length));
  }

  commit(unit: Unit): Promise<CommitOutcome> {
    return this.#units.commit(unit);
  }

  async checkpoints(subscription: string): Promise<readonly (Checkpoint & { readonly topic: string; readonly partition: number })[]> {
    const projection = { _id: 0, subscription: 0 };
    return answering(() => this.#checkpoints.find({ subscription }, committed).project<Omit<CheckpointDocument, '_id' | 'subscription'>>(projection).toArray());
  }

  async forgetCheckpoints(subscription: string): Promise<void> {
    await answering(() => this.#checkpoints.deleteMany({ subscription }, durable));
  }

  async stored<Row>(collection: string, keys: readonly string[]): Promise<readonly StoredRow<Row>[]> {
    return (await this.#find(collection, { _id: { $in: [...keys] } })).map(toStoredRow<Row>);
  }

  async get<Row>(collection: string, key: string): Promise<Row | undefined> {
    return (await this.getMany<Row>(collection, [key])).get(key);
  }

  getMany<Row>(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    return inPortions(keys, async (some) => {
      const found = await this.stored<Row>(collection, some);
      return new Map(found.flatMap(({ key, row }) => (row === null ? [] : [[key, row]])));
    });
  }

  #find(collection: string, filter: Filter<RowDocument>): Promise<RowDocument[]> {
    return answering(() => this.#rows(collection).find(filter, committed).toArray());
  }

  async query<Row>(collection: string, query: Query): Promise<Page<Row & { readonly $key: string }>> {
    const { where, orderBy, limit, cursor } = query;
    checkLimit(limit);
    const options = await this.#reading(collection, query);
    const filter = rowFilter(where, orderBy, cursor === undefined ? undefined : decodeCursor(query, cursor));
    const found = await answering(() =>
      this.#rows(collection)
        .find(filter, { ...options, limit: limit + 1 })
        .toArray(),
    );
    const page = found.slice(0, limit);
    const items = page.map(({ _id, d }) => ({ $key: _id, ...(d as Row) }));
    const last = page.at(-1);
    if (last === undefined || found.length <= limit) return { items };
    return { items, next: encodeCursor(query, { value: fieldOf(last.d, orderBy?.field), key: last._id }) };
  }

  /** Options of a read in the order of a query, on the one index that serves it: the server's guess could be another one. */
  async #reading(collection: string, query: Omit<Query, 'limit'>) {
    const index = await answering(() => this.#indexes.serving(collection, this.#rows(collection), query));
    return { ...committed, sort: sortOf(query.orderBy), hint: indexKeys(index) };
  }

  async count(collection: string, where: readonly Condition[], upTo = 10_000): Promise<{ readonly count: number; readonly more: boolean }> {
    const { hint } = await this.#reading(collection, { where });
    const count = await answering(() => this.#rows(collection).countDocuments(rowFilter(where), { ...committed, hint, limit: upTo + 1 }));
    return { count: Math.min(count, upTo), more: count > upTo };
  }

  /** Walks the index without the documents to the key at the place, then reads one document. */
  async nth<Row>(collection: string, query: Omit<Query, 'limit' | 'cursor'>, place: number): Promise<Row | undefined> {
    const options = await this.#reading(collection, query);
    const [found] = await answering(() =>
      this.#rows(collection)
        .find(rowFilter(query.where), { ...options, skip: place, limit: 1, projection: { _id: 1 } })
        .toArray(),
    );
    return found === undefined ? undefined : this.get<Row>(collection, found._id);
  }

  sums(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
    return inPortions(keys, async (some) => {
      if (some.length === 0) return new Map();
      const shards = some.map((key) => ({ _id: { $gte: `${key}#`, $lt: `${key}$` } }));
      return addShards(some, (await this.#find(collection, { $or: shards })).map(toStoredRow));
    });
  }

  /** Documents are replaced in place; their older versions leave with the oplog. */
  forget(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.#opened.close();
  }
}

/** The value a path of a row leads to, as far as a row can be ordered by it. */
function fieldOf(row: unknown, field: string | undefined): Scalar | null {
  let value = row;
  for (const name of field?.split('.') ?? ['']) value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
