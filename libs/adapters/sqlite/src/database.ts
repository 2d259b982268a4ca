import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { StoreFull, StoreUnavailable } from '@zhitong/eventing';
import { FileDamaged } from './damage.ts';

export type SqlValue = SQLOutputValue;
export type SqlRow = Record<string, SqlValue>;

interface Options {
  /** `FULL`: a commit is on the disk when it returns. `NORMAL`: consistent after a power cut, the last commits may be gone. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly readOnly?: boolean;
  /** Pages in the write-ahead log that make SQLite copy them into the file: more = seldom and long, less = often and short. */
  readonly checkpointPages?: number;
  /** What is deleted or replaced is overwritten with zeros in the file: for what must not be found again. */
  readonly overwritesFreed?: boolean;
}

/** One connection in WAL mode: statements are prepared once, errors are those of the ports. */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(
    readonly file: string,
    { synchronous, readOnly = false, checkpointPages = 1000, overwritesFreed = false }: Options,
  ) {
    try {
      this.#db = new DatabaseSync(file, { readOnly, timeout: 5000 });
      if (!readOnly) this.#db.exec('PRAGMA journal_mode = WAL');
      this.#db.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY`);
      this.#db.exec(`PRAGMA secure_delete = ${overwritesFreed ? 'ON' : 'OFF'}`);
      this.#db.exec(`PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = ${String(checkpointPages)}`);
    } catch (error) {
      throw translate(error, file);
    }
  }

  exec(sql: string): void {
    this.#guard(() => {
      this.#db.exec(sql);
    });
  }

  /** Runs a statement and answers how many rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.#guard(() => Number(this.#prepared(sql).run(...values).changes));
  }

  get(sql: string, ...values: SQLInputValue[]): SqlRow | undefined {
    return this.#guard(() => this.#prepared(sql).get(...values));
  }

  all(sql: string, ...values: SQLInputValue[]): SqlRow[] {
    return this.#guard(() => this.#prepared(sql).all(...values));
  }

  /** Rows as their columns in the order of the statement: half the price of objects. */
  columns(sql: string, ...values: SQLInputValue[]): SqlValue[][] {
    return this.#guard(() => {
      const statement = this.#prepared(sql);
      statement.setReturnArrays(true);
      return statement.all(...values) as unknown as SqlValue[][];
    });
  }

  /** Commits what the work did when `keep` says so, else takes it back; takes it back as well when anything throws. */
  transaction<T>(work: () => T, keep: (result: T) => boolean = () => true): T {
    this.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.run(keep(result) ? 'COMMIT' : 'ROLLBACK');
      return result;
    } finally {
      if (this.#db.isTransaction) this.run('ROLLBACK'); // SQLite ends the transaction itself on some errors, not on all
    }
  }

  /** Copies the write-ahead log into the file and empties it: older versions of pages are gone. @throws {StoreUnavailable} while somebody reads them. */
  emptyLog(): void {
    if (this.get('PRAGMA wal_checkpoint(TRUNCATE)')?.busy !== 0) throw new StoreUnavailable(`${this.file} is being read, its log cannot be emptied`);
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= 500) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw translate(error, this.file);
    }
  }
}

/** SQLite's primary result codes that mean something to the ports; all others are faults of this adapter and stay as they are. */
const [perm, busy, locked, readonly, ioerr, corrupt, full, cantopen, protocol, notadb] = [3, 5, 6, 8, 10, 11, 13, 14, 15, 26];
const unavailable = new Set<number | undefined>([perm, busy, locked, readonly, ioerr, cantopen, protocol]);

function translate(error: unknown, file: string): unknown {
  const code = resultCode(error);
  if (code === undefined) return isClosed(error) ? new StoreUnavailable(`${file} is closed`, { cause: error }) : error;
  if (code === full) return new StoreFull(`There is no room left for ${file}`, { cause: error });
  if (code === corrupt || code === notadb) return new FileDamaged(file, String(error), { cause: error });
  return unavailable.has(code) ? new StoreUnavailable(`${file} does not answer: ${String(error)}`, { cause: error }) : error;
}

/** The primary result code of an error of SQLite; the bits above say in which call it happened. */
export function resultCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

const isClosed = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_STATE';
