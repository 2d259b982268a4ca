import { crc32 } from 'node:zlib';
import type { RecordedEvent, StoredCommit } from '@zhitong/eventing';
import { LogDamaged } from './damage.ts';
import type { Database, SqlRow } from './database.ts';

const schemaVersion = 1;
const schema = `
  CREATE TABLE IF NOT EXISTS commits (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER NOT NULL,
    command_id TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    events TEXT NOT NULL,
    UNIQUE (stream, first_version),
    UNIQUE (stream, command_id)
  ) STRICT;
  PRAGMA user_version = ${String(schemaVersion)}`;

/** One commit of the log in its row; positions run 1, 2, 3 ... without holes. */
export interface LoggedCommit extends StoredCommit {
  readonly position: number;
}

/** A commit turned into text, ready to be written. */
export interface DraftCommit {
  readonly commit: StoredCommit;
  readonly text: string;
}
export const draftCommit = (commit: StoredCommit): DraftCommit => ({ commit, text: JSON.stringify(commit.events) });

export function createCommitTable(database: Database): void {
  const version = database.get('PRAGMA user_version')?.user_version;
  if (version === schemaVersion) return;
  if (version !== 0) throw new Error(`${database.file} was written by another release: schema ${String(version)}, expected ${String(schemaVersion)}`);
  database.transaction(() => {
    database.exec(schema);
  });
}

/**
 * Inserts a commit when the stream stands at the version it was decided on and the command is new. The head of the stream is asked
 * because a commit holds several versions: unique first versions alone would let a commit begin inside another.
 */
export function insertCommit(database: Database, position: number, { commit, text }: DraftCommit): boolean {
  const { stream, firstVersion, commandId, bodyHash, events } = commit;
  const lastVersion = firstVersion + events.length - 1;
  const sum = checksum(text, [position, stream, firstVersion, lastVersion, commandId, bodyHash]);
  return (
    database.run(
      `INSERT INTO commits (position, stream, first_version, last_version, command_id, body_hash, checksum, events)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
       WHERE ?3 - 1 = coalesce((SELECT last_version FROM commits WHERE stream = ?2 ORDER BY first_version DESC LIMIT 1), 0)
       ON CONFLICT (stream, command_id) DO NOTHING`,
      position,
      stream,
      firstVersion,
      lastVersion,
      commandId,
      bodyHash,
      sum,
      text,
    ) === 1
  );
}

export const headOf = (database: Database): number => Number(database.get('SELECT max(position) AS head FROM commits')?.head ?? 0);

/** Commits of a stream that reach up to a version or beyond. @throws {LogDamaged} when one is altered or missing in between. */
export function commitsOf(database: Database, stream: string, fromVersion: number): readonly LoggedCommit[] {
  const rows = database.all(
    `SELECT * FROM commits WHERE stream = ?1 AND first_version >=
       coalesce((SELECT max(first_version) FROM commits WHERE stream = ?1 AND first_version <= ?2), 0)
     ORDER BY first_version`,
    stream,
    fromVersion,
  );
  const commits = rows.map((row) => readCommit(database.file, row));
  let next = Math.min(commits[0]?.firstVersion ?? 1, fromVersion);
  for (const { position, firstVersion, events } of commits) {
    if (firstVersion !== next)
      throw new LogDamaged(database.file, position, `begins at version ${String(firstVersion)} of ${stream}, expected ${String(next)}`);
    next += events.length;
  }
  return commits;
}

export function commitOfCommand(database: Database, stream: string, commandId: string): LoggedCommit | undefined {
  const row = database.get('SELECT * FROM commits WHERE stream = ? AND command_id = ?', stream, commandId);
  return row === undefined ? undefined : readCommit(database.file, row);
}

/** Commits after a position, in order. @throws {LogDamaged} when one is altered or missing, or the log ends before the position. */
export function commitsAfter(database: Database, after: number, limit: number): readonly LoggedCommit[] {
  const rows = database.all('SELECT * FROM commits WHERE position > ? ORDER BY position LIMIT ?', after, limit);
  const commits = rows.map((row) => readCommit(database.file, row));
  for (const [index, { position }] of commits.entries()) {
    if (position !== after + index + 1) throw new LogDamaged(database.file, after + index + 1, 'is missing');
  }
  const head = commits.length === 0 && after > 0 ? headOf(database) : after;
  if (head < after) throw new LogDamaged(database.file, head + 1, `is missing: a reader has already seen commit ${String(after)}`);
  return commits;
}

function readCommit(file: string, row: SqlRow): LoggedCommit {
  const { position, first_version: firstVersion, last_version: lastVersion } = row;
  const [stream, commandId, bodyHash, text] = [String(row.stream), String(row.command_id), String(row.body_hash), String(row.events)];
  if (checksum(text, [position, stream, firstVersion, lastVersion, commandId, bodyHash]) !== row.checksum) {
    throw new LogDamaged(file, Number(position), `of ${stream} does not match its checksum`);
  }
  const events = JSON.parse(text) as readonly RecordedEvent[];
  return { position: Number(position), stream, firstVersion: Number(firstVersion), commandId, bodyHash, events };
}

/** Over everything the row says, so that a row in the wrong place is found as well as a changed one. */
const checksum = (text: string, columns: readonly unknown[]): number => crc32(text, crc32(columns.join('#')));
