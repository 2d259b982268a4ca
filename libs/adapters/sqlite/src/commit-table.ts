import { crc32 } from 'node:zlib';
import { recordCommit, type Act, type CommitMetadata, type NewCommit, type StoredCommit } from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';
import { LogDamaged } from './damage.ts';
import type { Database, SqlValue } from './database.ts';

const schemaVersion = 2;
const schema = `
  CREATE TABLE IF NOT EXISTS commits (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER NOT NULL,
    command_id TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    meta TEXT NOT NULL,
    events TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (stream, first_version)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS commits_by_command ON commits (command_id);
  PRAGMA user_version = ${String(schemaVersion)}`;

/** One commit of the log in its row; positions run 1, 2, 3 ... without holes. */
export interface LoggedCommit extends StoredCommit {
  readonly position: number;
}

/** A commit turned into text, ready to be written. */
export interface DraftCommit {
  readonly commit: StoredCommit;
  readonly recordedAt: string;
  /** What all events of the commit say alike, once, and the act. */
  readonly meta: string;
  /** Type and data of each event. */
  readonly events: string;
}

/** The commits of a log, over one connection. The epoch is that of the log as it is read, not of the time when something was written. */
export class CommitTable {
  constructor(
    private readonly database: Database,
    private readonly epoch: number,
  ) {}

  create(): void {
    const { database } = this;
    const version = database.get('PRAGMA user_version')?.user_version;
    if (version === schemaVersion) return;
    if (version !== 0) throw new Error(`${database.file} was written by another release: schema ${String(version)}, expected ${String(schemaVersion)}`);
    database.transaction(() => {
      database.exec(schema);
    });
  }

  draft(commit: NewCommit, recordedAt: string): DraftCommit {
    const events = commit.events.map(({ type, data }) => ({ type, data }));
    const stored = recordCommit(commit, recordedAt, this.epoch);
    const { metadata, act } = commit;
    return { commit: stored, recordedAt, meta: JSON.stringify({ ...metadata, act }), events: JSON.stringify(events) };
  }

  /**
   * Inserts a commit when the stream stands at the version it was decided on and the command is new. The head of the stream is asked
   * because a commit holds several versions: unique first versions alone would let a commit begin inside another. A command may have
   * commits on several streams, so its index is of the command alone, a third as large as one of both.
   */
  insert(position: number, { commit, recordedAt, meta, events }: DraftCommit): boolean {
    const { stream, firstVersion, commandId, bodyHash } = commit;
    const lastVersion = firstVersion + commit.events.length - 1;
    const columns = [position, stream, firstVersion, lastVersion, commandId, bodyHash, recordedAt, meta, events];
    return (
      this.database.run(
        `INSERT INTO commits (position, stream, first_version, last_version, command_id, body_hash, recorded_at, meta, events, checksum)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
         WHERE ?3 - 1 = coalesce((SELECT last_version FROM commits WHERE stream = ?2 ORDER BY first_version DESC LIMIT 1), 0)
           AND NOT EXISTS (SELECT 1 FROM commits INDEXED BY commits_by_command WHERE command_id = ?5 AND stream = ?2)`,
        ...columns,
        checksum(columns),
      ) === 1
    );
  }

  head(): number {
    return Number(this.database.get('SELECT max(position) AS head FROM commits')?.head ?? 0);
  }

  /** Commits of a stream that reach up to a version or beyond. @throws {LogDamaged} when one is altered or missing in between. */
  ofStream(stream: string, fromVersion: number): readonly LoggedCommit[] {
    const commits = this.#select(
      `WHERE stream = ?1 AND first_version >=
         coalesce((SELECT max(first_version) FROM commits WHERE stream = ?1 AND first_version <= ?2), 0)
       ORDER BY first_version`,
      stream,
      fromVersion,
    );
    let next = Math.min(commits[0]?.firstVersion ?? 1, fromVersion);
    for (const { position, firstVersion, events } of commits) {
      if (firstVersion !== next) throw this.#damaged(position, `begins at version ${String(firstVersion)} of ${stream}, expected ${String(next)}`);
      next += events.length;
    }
    return commits;
  }

  ofCommand(stream: string, commandId: string): LoggedCommit | undefined {
    return this.#select('INDEXED BY commits_by_command WHERE command_id = ? AND stream = ?', commandId, stream)[0];
  }

  /** Commits after a position, in order. @throws {LogDamaged} when one is altered or missing, or the log ends before the position. */
  after(after: number, limit: number): readonly LoggedCommit[] {
    const commits = this.#select('WHERE position > ? ORDER BY position LIMIT ?', after, limit);
    for (const [index, { position }] of commits.entries()) {
      if (position !== after + index + 1) throw this.#damaged(after + index + 1, 'is missing');
    }
    const head = commits.length === 0 && after > 0 ? this.head() : after;
    if (head < after) throw this.#damaged(head + 1, `is missing: a reader has already seen commit ${String(after)}`);
    return commits;
  }

  #select(which: string, ...values: (string | number)[]): readonly LoggedCommit[] {
    return this.database.columns(`SELECT ${columnNames} FROM commits ${which}`, ...values).map((row) => this.#read(row));
  }

  #read(row: readonly SqlValue[]): LoggedCommit {
    const [position, stream, firstVersion, , commandId, bodyHash, recordedAt, meta, events, sum] = row;
    if (checksum(row.slice(0, -1)) !== sum) throw this.#damaged(Number(position), `of ${String(stream)} does not match its checksum`);
    const { act, ...metadata } = JSON.parse(String(meta)) as CommitMetadata & { readonly act?: Act };
    const commit = {
      stream: String(stream),
      expectedVersion: Number(firstVersion) - 1,
      commandId: String(commandId),
      bodyHash: String(bodyHash),
      events: JSON.parse(String(events)) as readonly Fact[],
      metadata,
      ...(act === undefined ? {} : { act }),
    };
    return { position: Number(position), ...recordCommit(commit, String(recordedAt), this.epoch) };
  }

  #damaged(position: number, what: string): LogDamaged {
    return new LogDamaged(this.database.file, position, what);
  }
}

const columnNames = 'position, stream, first_version, last_version, command_id, body_hash, recorded_at, meta, events, checksum';

/** Over everything the row says, so that a row in the wrong place is found as well as a changed one. */
const checksum = (columns: readonly unknown[]): number => crc32(columns.join('#'));
