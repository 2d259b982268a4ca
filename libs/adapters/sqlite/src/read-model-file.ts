import {
  checkLimit,
  decodeCursor,
  encodeCursor,
  type Addition,
  type CheckpointMove,
  type Collection,
  type CommitOutcome,
  type Condition,
  type Query,
  type Scalar,
} from '@zhitong/eventing';
import { CheckpointTable } from './checkpoint-table.ts';
import { Database, type SqlRow } from './database.ts';
import { DeclaredCollections, fieldsOf } from './declared-collections.ts';
import { sumOf } from './kept-counters.ts';
import { insertRow, removeRow, selectCount, selectPage, selectPlace, updateRow } from './read-model-sql.ts';
import { SharedTransaction } from './shared-transaction.ts';

/** Rows cross the thread as JSON text: nobody but the caller needs to understand them. */
export interface TextRow {
  readonly key: string;
  readonly revision: number;
  readonly guards: string;
  /** Null = a tombstone. */
  readonly body: string | null;
}
export interface TextWrite extends TextRow {
  readonly collection: string;
  /** Removes the row with its key. */
  readonly untraced: boolean;
}
export interface TextUnit {
  readonly checkpoint: CheckpointMove | undefined;
  /** On the revision given. */
  readonly writes: readonly TextWrite[];
  readonly additions: readonly Addition[];
}
export interface TextPage {
  readonly rows: readonly (readonly [key: string, body: string])[];
  readonly next: string | undefined;
}

/** One connection to a file of read models. It blocks, so it lives in a thread of its own. */
export class ReadModelFile {
  readonly #db: Database;
  readonly #collections: DeclaredCollections;
  readonly #checkpoints: CheckpointTable;
  readonly #together: SharedTransaction;

  constructor(file: string, synchronous: 'NORMAL' | 'FULL' = 'NORMAL') {
    this.#db = new Database(file, { synchronous, checkpointPages: 8192, overwritesFreed: synchronous === 'FULL' });
    this.#collections = new DeclaredCollections(this.#db);
    this.#checkpoints = new CheckpointTable(this.#db);
    this.#together = new SharedTransaction(this.#db);
  }

  ensure(collections: readonly Collection[]): void {
    this.#collections.ensure(collections);
  }

  drop(collection: string): void {
    this.#collections.drop(collection);
  }

  collections(): readonly string[] {
    return this.#collections.names();
  }

  commit(unit: TextUnit): CommitOutcome {
    return this.#db.transaction(() => this.#apply(unit), isCommitted);
  }

  /** As {@link commit}, in one transaction with the units that arrive at the same moment. */
  commitTogether(unit: TextUnit): Promise<CommitOutcome> {
    return this.#together.run(() => this.#apply(unit), isCommitted);
  }

  checkpoints(subscription: string): ReturnType<CheckpointTable['of']> {
    return this.#checkpoints.of(subscription);
  }

  forgetCheckpoints(subscription: string): void {
    this.#checkpoints.forget(subscription);
  }

  stored(collection: string, keys: readonly string[]): readonly TextRow[] {
    const sql = `SELECT key, revision, guards, body FROM ${this.#collections.table(collection)} WHERE key IN (SELECT value FROM json_each(?))`;
    return this.#db.all(sql, JSON.stringify(keys)).map((row) => ({
      key: String(row.key),
      revision: Number(row.revision),
      guards: String(row.guards),
      body: row.body === null ? null : String(row.body),
    }));
  }

  /** Rows that are there, without what guards them. */
  bodies(collection: string, keys: readonly string[]): TextPage['rows'] {
    const sql = `SELECT key, body FROM ${this.#collections.table(collection)} WHERE key IN (SELECT value FROM json_each(?)) AND body IS NOT NULL`;
    return this.#db.all(sql, JSON.stringify(keys)).map(({ key, body }) => [String(key), String(body)]);
  }

  /** As {@link bodies}, of all rows. */
  allBodies(collection: string): TextPage['rows'] {
    const sql = `SELECT key, body FROM ${this.#collections.table(collection)} WHERE body IS NOT NULL`;
    return this.#db.all(sql).map(({ key, body }) => [String(key), String(body)]);
  }

  query(collection: string, query: Query): TextPage {
    checkLimit(query.limit);
    const after = query.cursor === undefined ? undefined : decodeCursor(query, query.cursor);
    const found: SqlRow[] = [];
    for (const { text, values } of selectPage(collection, this.#collections.indexes(collection), query, after)) {
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
    const { text, values } = selectCount(collection, this.#collections.indexes(collection), where, upTo + 1);
    const count = Number(this.#db.get(text, ...values)?.count);
    return { count: Math.min(count, upTo), more: count > upTo };
  }

  nth(collection: string, selection: Pick<Query, 'where' | 'orderBy'>, place: number): string | undefined {
    const { text, values } = selectPlace(collection, this.#collections.indexes(collection), selection, place);
    const row = this.#db.get(text, ...values);
    return row === undefined ? undefined : String(row.body);
  }

  /** @throws {StoreUnavailable} while another connection reads what is to be forgotten. */
  forget(): void {
    this.#together.flush();
    this.#db.emptyLog();
  }

  close(): void {
    this.#together.flush();
    this.#db.close();
  }

  #apply({ checkpoint, writes, additions }: TextUnit): CommitOutcome {
    if (checkpoint !== undefined && !this.#checkpoints.move(checkpoint)) return 'fenced';
    const writer = this.#rowWriter();
    if (!writes.every(writer)) return 'conflict';
    for (const addition of additions) writer(this.#sum(addition));
    return 'committed';
  }

  /** For one transaction, in which the collections stay as they are. */
  #rowWriter(): (write: TextWrite) => boolean {
    const statements = new Map<string, { readonly insert: string; readonly update: string; readonly remove: string }>();
    return ({ collection, key, revision, guards, body, untraced }) => {
      let sql = statements.get(collection);
      if (sql === undefined) {
        const fields = fieldsOf(this.#collections.indexes(collection));
        sql = { insert: insertRow(collection, fields), update: updateRow(collection, fields), remove: removeRow(collection) };
        statements.set(collection, sql);
      }
      if (untraced) return this.#db.run(sql.remove, key, revision) === 1;
      if (revision === 0) return this.#db.run(sql.insert, key, guards, body) === 1;
      return this.#db.run(sql.update, key, guards, body, revision) === 1;
    };
  }

  /** The counter with the amounts added, on the revision it has now; nobody else writes, so shards are one. */
  #sum({ collection, key, amounts }: Addition): TextWrite {
    const [stored] = this.stored(collection, [key]);
    const body = JSON.stringify(sumOf(JSON.parse(stored?.body ?? '{}') as Record<string, number>, amounts));
    return { collection, key, revision: stored?.revision ?? 0, guards: stored?.guards ?? '{}', body, untraced: false };
  }
}

const isCommitted = (outcome: CommitOutcome): boolean => outcome === 'committed';
