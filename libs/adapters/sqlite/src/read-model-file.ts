import {
  checkCollection,
  checkLimit,
  decodeCursor,
  encodeCursor,
  type Addition,
  type Checkpoint,
  type CheckpointMove,
  type Collection,
  type CommitOutcome,
  type Condition,
  type Index,
  type Query,
  type Scalar,
} from '@zhitong/eventing';
import { Database, type SqlRow } from './database.ts';
import { addField, createIndex, createTable, insertRow, selectCount, selectFields, selectPage, selectPlace, tableOf, updateRow } from './read-model-sql.ts';
import { SharedTransaction } from './shared-transaction.ts';

/** Rows cross the thread as JSON text: nobody but the caller needs to understand them. */
export interface TextRow {
  readonly key: string;
  readonly revision: number;
  readonly guards: string;
  /** Null = a tombstone. */
  readonly body: string | null;
}
export interface TextUnit {
  readonly checkpoint: CheckpointMove | undefined;
  /** On the revision given. */
  readonly writes: readonly (TextRow & { readonly collection: string })[];
  readonly additions: readonly Addition[];
}
export interface TextPage {
  readonly rows: readonly (readonly [key: string, body: string])[];
  readonly next: string | undefined;
}

const schema = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY NOT NULL, indexes TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoints (
    subscription TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL,
    next_offset INTEGER NOT NULL, part INTEGER NOT NULL, log_epoch INTEGER NOT NULL,
    PRIMARY KEY (subscription, topic, partition)
  ) STRICT, WITHOUT ROWID`;

/** One connection to a file of read models. It blocks, so it lives in a thread of its own. */
export class ReadModelFile {
  readonly #db: Database;
  readonly #together: SharedTransaction;

  constructor(file: string, synchronous: 'NORMAL' | 'FULL' = 'NORMAL') {
    this.#db = new Database(file, { synchronous, checkpointPages: 8192 });
    this.#db.exec(schema);
    this.#together = new SharedTransaction(this.#db);
  }

  ensure(collections: readonly Collection[]): void {
    collections.forEach(checkCollection);
    this.#db.transaction(() => {
      for (const { name, indexes } of collections) {
        const known = this.#find(name) ?? [];
        const all = [...known, ...indexes.filter((index) => !known.some((other) => other.join() === index.join()))];
        this.#db.exec(createTable(name));
        const columns = new Set(this.#db.all(selectFields(name)).map(({ field }) => String(field)));
        for (const field of fieldsOf(all)) if (!columns.has(field)) this.#db.exec(addField(name, field));
        for (const index of all) this.#db.exec(createIndex(name, index));
        this.#db.run('INSERT INTO collections VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET indexes = ?2', name, JSON.stringify(all));
      }
    });
  }

  drop(collection: string): void {
    this.#db.transaction(() => {
      if (this.#db.run('DELETE FROM collections WHERE name = ?', collection) === 1) this.#db.exec(`DROP TABLE ${tableOf(collection)}`);
    });
  }

  collections(): readonly string[] {
    return this.#db.all('SELECT name FROM collections ORDER BY name').map(({ name }) => String(name));
  }

  commit(unit: TextUnit): CommitOutcome {
    return this.#db.transaction(() => this.#apply(unit), isCommitted);
  }

  /** As {@link commit}, in one transaction with the units that arrive at the same moment. */
  commitTogether(unit: TextUnit): Promise<CommitOutcome> {
    return this.#together.run(() => this.#apply(unit), isCommitted);
  }

  checkpoints(subscription: string): readonly (Checkpoint & { readonly topic: string; readonly partition: number })[] {
    return this.#db.all('SELECT * FROM checkpoints WHERE subscription = ?', subscription).map((row) => ({
      topic: String(row.topic),
      partition: Number(row.partition),
      offset: Number(row.next_offset),
      part: Number(row.part),
      logEpoch: Number(row.log_epoch),
    }));
  }

  forgetCheckpoints(subscription: string): void {
    this.#db.run('DELETE FROM checkpoints WHERE subscription = ?', subscription);
  }

  stored(collection: string, keys: readonly string[]): readonly TextRow[] {
    const sql = `SELECT key, revision, guards, body FROM ${this.#table(collection)} WHERE key IN (SELECT value FROM json_each(?))`;
    return this.#db.all(sql, JSON.stringify(keys)).map((row) => ({
      key: String(row.key),
      revision: Number(row.revision),
      guards: String(row.guards),
      body: row.body === null ? null : String(row.body),
    }));
  }

  query(collection: string, query: Query): TextPage {
    checkLimit(query.limit);
    const after = query.cursor === undefined ? undefined : decodeCursor(query, query.cursor);
    const found: SqlRow[] = [];
    for (const { text, values } of selectPage(collection, this.#indexes(collection), query, after)) {
      const wanted = query.limit + 1 - found.length;
      if (wanted > 0) found.push(...this.#db.all(text, ...values, wanted));
    }
    const rows = found.slice(0, query.limit);
    const last = rows.at(-1);
    const more = found.length > rows.length && last !== undefined;
    const next = more ? encodeCursor(query, { value: last.sort as Scalar | null, key: String(last.key) }) : undefined;
    return { rows: rows.map(({ key, body }) => [String(key), String(body)]), next };
  }

  count(collection: string, where: readonly Condition[], upTo: number): { readonly count: number; readonly more: boolean } {
    const { text, values } = selectCount(collection, this.#indexes(collection), where, upTo + 1);
    const count = Number(this.#db.get(text, ...values)?.count);
    return { count: Math.min(count, upTo), more: count > upTo };
  }

  nth(collection: string, selection: Pick<Query, 'where' | 'orderBy'>, place: number): string | undefined {
    const { text, values } = selectPlace(collection, this.#indexes(collection), selection, place);
    const row = this.#db.get(text, ...values);
    return row === undefined ? undefined : String(row.body);
  }

  /** Triples of key, name of the amount, sum. */
  sums(collection: string, keys: readonly string[]): readonly (readonly [key: string, name: string, sum: number])[] {
    const sql = `
      SELECT asked.value AS key, amount.key AS name, sum(amount.value) AS sum
      FROM json_each(?) AS asked
        JOIN ${this.#table(collection)} AS counter ON counter.key > asked.value || '#' AND counter.key < asked.value || '$'
        JOIN json_each(counter.body) AS amount
      GROUP BY asked.value, amount.key`;
    const distinct = JSON.stringify([...new Set(keys)]);
    return this.#db.all(sql, distinct).map(({ key, name, sum }) => [String(key), String(name), Number(sum)]);
  }

  close(): void {
    this.#together.flush();
    this.#db.close();
  }

  #apply({ checkpoint, writes, additions }: TextUnit): CommitOutcome {
    if (checkpoint !== undefined && !this.#moveCheckpoint(checkpoint)) return 'fenced';
    const writer = this.#rowWriter();
    if (!writes.every(writer)) return 'conflict';
    for (const addition of additions) writer(this.#sum(addition));
    return 'committed';
  }

  #moveCheckpoint({ subscription, topic, partition, from, to }: CheckpointMove): boolean {
    const target = [subscription, topic, partition, to.offset, to.part, to.logEpoch];
    if (from === undefined) return this.#db.run('INSERT INTO checkpoints VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', ...target) === 1;
    return (
      this.#db.run(
        `UPDATE checkpoints SET next_offset = ?4, part = ?5, log_epoch = ?6
       WHERE subscription = ?1 AND topic = ?2 AND partition = ?3 AND next_offset = ?7 AND part = ?8 AND log_epoch = ?9`,
        ...target,
        from.offset,
        from.part,
        from.logEpoch,
      ) === 1
    );
  }

  /** For one transaction, in which the collections stay as they are. */
  #rowWriter(): (write: TextUnit['writes'][number]) => boolean {
    const statements = new Map<string, { readonly insert: string; readonly update: string }>();
    return ({ collection, key, revision, guards, body }) => {
      let sql = statements.get(collection);
      if (sql === undefined) {
        const fields = fieldsOf(this.#indexes(collection));
        sql = { insert: insertRow(collection, fields), update: updateRow(collection, fields) };
        statements.set(collection, sql);
      }
      if (revision === 0) return this.#db.run(sql.insert, key, guards, body) === 1;
      return this.#db.run(sql.update, key, guards, body, revision) === 1;
    };
  }

  /** The counter row with the amounts added, on the revision it has now. */
  #sum({ collection, key, amounts }: Addition): TextUnit['writes'][number] {
    const [stored] = this.stored(collection, [key]);
    const sums = new Map(Object.entries(JSON.parse(stored?.body ?? '{}') as Record<string, number>));
    for (const [name, amount] of Object.entries(amounts)) sums.set(name, (sums.get(name) ?? 0) + amount);
    const body = JSON.stringify(Object.fromEntries(sums));
    return { collection, key, revision: stored?.revision ?? 0, guards: stored?.guards ?? '{}', body };
  }

  #table(collection: string): string {
    this.#indexes(collection);
    return tableOf(collection);
  }

  /** Asked each time: another replica may have added an index or dropped the collection. */
  #indexes(collection: string): readonly Index[] {
    const indexes = this.#find(collection);
    if (indexes !== undefined) return indexes;
    throw new TypeError(`There is no collection "${collection}"; ensure it first`);
  }

  #find(collection: string): readonly Index[] | undefined {
    const found = this.#db.get('SELECT indexes FROM collections WHERE name = ?', collection)?.indexes;
    return found === undefined ? undefined : (JSON.parse(String(found)) as readonly Index[]);
  }
}

const isCommitted = (outcome: CommitOutcome): boolean => outcome === 'committed';

const fieldsOf = (indexes: readonly Index[]): readonly string[] => [...new Set(indexes.flat())];
