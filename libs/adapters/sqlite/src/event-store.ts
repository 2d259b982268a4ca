import { dirname } from 'node:path';
import {
  checkCommit,
  checkCommits,
  StoreFull,
  systemClock,
  type AppendOutcome,
  type Clock,
  type EventStore,
  type NewCommit,
  type OrderedLog,
  type RecordedEvent,
  type StoredCommit,
} from '@zhitong/eventing';
import { AcknowledgedHead } from './acknowledged-head.ts';
import { CommitTable, type LoggedCommit } from './commit-table.ts';
import { LogDamaged } from './damage.ts';
import { Database } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { diskOf, Room } from './room.ts';

export interface SqliteEventStoreOptions {
  readonly file: string;
  readonly context: string;
  readonly epoch: number;
  readonly clock?: Clock;
}

/** Commits verified when a log is opened; the others are when they are read. */
const verifiedAtOpen = 256;

/**
 * Opens the log of a context, creating it when it is missing.
 * @throws {LogDamaged} when acknowledged commits are gone or the newest ones are altered.
 */
export function openSqliteEventStore(options: SqliteEventStoreOptions): SqliteEventStore {
  return new SqliteEventStore(options);
}

export class SqliteEventStore implements EventStore, OrderedLog {
  readonly context: string;
  readonly epoch: number;
  readonly #clock: Clock;
  readonly #writer: Database;
  readonly #reader: Database;
  readonly #written: CommitTable;
  readonly #read: CommitTable;
  readonly #acknowledged: AcknowledgedHead;
  readonly #group: GroupCommit;
  readonly #room: Room;
  readonly #listeners = new Set<() => void>();
  #closed = false;

  constructor({ file, context, epoch, clock = systemClock }: SqliteEventStoreOptions) {
    this.context = context;
    this.epoch = epoch;
    this.#clock = clock;
    this.#acknowledged = new AcknowledgedHead(file, epoch);
    this.#room = new Room(() => diskOf(dirname(file)));
    this.#writer = new Database(file, { synchronous: 'FULL', checkpointPages: 4000 });
    this.#written = new CommitTable(this.#writer, epoch);
    this.#written.create();
    this.#reader = new Database(file, { synchronous: 'FULL', readOnly: true });
    this.#read = new CommitTable(this.#reader, epoch);
    this.#group = new GroupCommit(
      this.#writer,
      this.#written,
      (head) => {
        this.#acknowledged.write(head);
      },
      () => {
        this.#notify();
      },
    );
    this.#verifyEnd();
  }

  async append(commit: NewCommit): Promise<AppendOutcome> {
    checkCommit(this.context, commit);
    return this.#store([commit]);
  }

  async appendAll(commits: readonly NewCommit[]): Promise<AppendOutcome> {
    checkCommits(this.context, commits);
    return this.#store(commits);
  }

  async #store(commits: readonly NewCommit[]): Promise<AppendOutcome> {
    this.#room.expect();
    const now = this.#clock.now();
    try {
      return await this.#group.append(commits.map((commit) => this.#written.draft(commit, now)));
    } catch (error) {
      if (error instanceof StoreFull) this.#room.missed();
      throw error;
    }
  }

  // Reads of commands use the writing connection: its cache survives its own commits, another one's would be dropped each time.
  async load(stream: string, fromVersion = 1): Promise<readonly RecordedEvent[]> {
    const events = this.#written.ofStream(stream, Math.max(1, fromVersion)).flatMap((commit) => commit.events);
    return events[0] !== undefined && events[0].version < fromVersion ? events.filter(({ version }) => version >= fromVersion) : events;
  }

  async findCommit(stream: string, commandId: string): Promise<StoredCommit | undefined> {
    const found = this.#written.ofCommand(stream, commandId);
    if (found === undefined) return undefined;
    const { position: _position, ...commit } = found;
    return commit;
  }

  read(after: number, limit: number): readonly LoggedCommit[] {
    return this.#read.after(after, limit);
  }

  head(): number {
    return this.#read.head();
  }

  onAppended(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A quota for the file in pages of 4 KiB; appends beyond it are refused as on a full disk. */
  limitPages(pages: number): void {
    this.#writer.exec(`PRAGMA max_page_count = ${String(pages)}`);
    this.#room.forget();
  }

  get full(): boolean {
    return this.#room.full;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#group.flush();
    this.#reader.close();
    this.#writer.close();
    this.#acknowledged.close();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }

  #verifyEnd(): void {
    const acknowledged = this.#acknowledged.read(); // before the head: another instance may be appending
    const head = this.head();
    if (head < acknowledged) throw new LogDamaged(this.#writer.file, head + 1, `is missing: commit ${String(acknowledged)} was acknowledged`);
    this.read(Math.max(0, head - verifiedAtOpen), verifiedAtOpen);
    this.#acknowledged.write(head); // takes its room on the disk now, not when that is full
  }
}
