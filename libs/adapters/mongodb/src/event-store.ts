import type { ClientSession, Collection, Db } from 'mongodb';
import {
  commitLimits,
  NewestVersions,
  silentLog,
  systemClock,
  type AppendOutcome,
  type Clock,
  type CommitTail,
  type EventStore,
  type Log,
  type NewCommit,
  type RecordedEvent,
  type StoredCommit,
  type TailItem,
  type TailPosition,
} from '@zhitong/eventing';
import { checkCommit, checkCommits } from '@zhitong/eventing/commit.ts';
import { commitKey, endOfKeys, lastVersion, toDocument, toStoredCommit, type CommitDocument } from './commit-document.ts';
import { followCommits } from './commit-tail.ts';
import { committed, durable } from './concerns.ts';
import { connect, type Connection, type Opened } from './connection.ts';
import { answering, isLostRace } from './failures.ts';
import { GroupCommit } from './group-commit.ts';
import { tailTimes, type TailTimes } from './tail-source.ts';
import { Room } from './room.ts';
import { inTransaction } from './transaction.ts';

export interface EventStoreOptions {
  /** One database per service. */
  readonly database: string;
  readonly context: string;
  readonly epoch: number;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly tail?: Partial<TailTimes>;
  /** Between two looks at the room on its disk, in ms. */
  readonly roomMs?: number;
}

export async function openMongoEventStore(options: Connection & EventStoreOptions): Promise<EventStore & CommitTail> {
  const opened = await connect(options);
  const database = opened.client.db(options.database, durable);
  const commits = database.collection<CommitDocument>('commits', { ignoreUndefined: true });
  await answering(() => commits.createIndexes([{ key: { stream: 1, commandId: 1 }, unique: true }, { key: { ts: 1 } }]));
  return new MongoEventStore(opened, database, commits, options);
}

const conflict = { outcome: 'conflict' } as const;

/** Ends a transaction at once: trying again would meet the same commit. */
class LostRace extends Error {
  override readonly name = 'LostRace';
}

class MongoEventStore implements EventStore, CommitTail {
  readonly context: string;
  readonly epoch: number;
  readonly #opened: Opened;
  readonly #database: Db;
  readonly #commits: Collection<CommitDocument>;
  readonly #group: GroupCommit;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #times: TailTimes;
  readonly #room: Room;
  /** Versions at which a durable commit is known to end: commits are never removed, a stale one only means that the next version is taken. */
  readonly #ends = new NewestVersions(100_000);

  constructor(opened: Opened, database: Db, commits: Collection<CommitDocument>, options: EventStoreOptions) {
    this.context = options.context;
    this.epoch = options.epoch;
    this.#opened = opened;
    this.#database = database;
    this.#commits = commits;
    this.#group = new GroupCommit(commits);
    this.#clock = options.clock ?? systemClock;
    this.#log = options.log ?? silentLog;
    this.#times = { ...tailTimes, ...options.tail };
    this.#room = new Room(database, this.#log, options.roomMs);
  }

  async append(commit: NewCommit): Promise<AppendOutcome> {
    checkCommit(this.context, commit);
    this.#room.expect();
    if (!(await this.#follows(commit))) return conflict;
    const document = toDocument(commit, this.#clock.now());
    if ((await this.#group.add(document)) === 'conflict') return conflict;
    return this.#appended(document);
  }

  async appendAll(commits: readonly NewCommit[]): Promise<AppendOutcome> {
    checkCommits(this.context, commits);
    this.#room.expect();
    const ends = new Set<string>();
    for (const commit of commits) {
      if (!ends.has(commitKey(commit.stream, commit.expectedVersion)) && !(await this.#follows(commit))) return conflict;
      ends.add(commitKey(commit.stream, commit.expectedVersion + commit.events.length));
    }
    const now = this.#clock.now();
    const documents = commits.map((commit) => toDocument(commit, now));
    if (!(await this.#insertAll(documents))) return conflict;
    const [first] = documents.map((document) => this.#appended(document));
    return first ?? conflict;
  }

  async #insertAll(documents: readonly CommitDocument[]): Promise<boolean> {
    const insert = async (session: ClientSession): Promise<void> => {
      try {
        await this.#commits.insertMany(documents, { session });
      } catch (error) {
        throw isLostRace(error) ? new LostRace('Another commit came first', { cause: error }) : error;
      }
    };
    try {
      await answering(() => inTransaction(this.#database, insert));
      return true;
    } catch (error) {
      if (error instanceof LostRace) return false;
      throw error;
    }
  }

  #appended(document: CommitDocument): AppendOutcome {
    const version = lastVersion(document);
    this.#ends.note(document.stream, version);
    return { outcome: 'appended', version, commit: toStoredCommit(document, this.epoch) };
  }

  /**
   * True when a commit of the stream ends at the expected version. `_id` lets one commit follow an end; without this check a wrong
   * expectation could start inside a commit or leave a gap.
   */
  async #follows({ stream, expectedVersion }: NewCommit): Promise<boolean> {
    if (this.#isEnd(stream, expectedVersion)) return true;
    const last = await answering(() =>
      this.#commits.findOne(
        { _id: { $gte: commitKey(stream, 1), $lte: commitKey(stream, expectedVersion) } },
        { ...committed, sort: { _id: -1 }, projection: { firstVersion: 1, 'events.type': 1 } },
      ),
    );
    if (last === null || lastVersion(last) !== expectedVersion) return false;
    this.#ends.note(stream, expectedVersion);
    return true;
  }

  #isEnd(stream: string, version: number): boolean {
    return version === 0 || this.#ends.of(stream) === version;
  }

  async load(stream: string, fromVersion = 1): Promise<readonly RecordedEvent[]> {
    const documents = await answering(() =>
      this.#commits.find({ _id: { $gte: this.#firstKey(stream, fromVersion), $lt: endOfKeys(stream) } }, { ...committed, sort: { _id: 1 } }).toArray(),
    );
    const last = documents.at(-1);
    if (last !== undefined) this.#ends.note(stream, lastVersion(last));
    const events = documents.flatMap((document) => toStoredCommit(document, this.epoch).events);
    return events.filter(({ version }) => version >= fromVersion);
  }

  /** Of the commit that can hold a version: itself where a commit is known to begin, else as far back as the longest commit reaches. */
  #firstKey(stream: string, version: number): string {
    if (this.#isEnd(stream, version - 1)) return commitKey(stream, version);
    return commitKey(stream, Math.max(1, version - commitLimits.events + 1));
  }

  async findCommit(stream: string, commandId: string): Promise<StoredCommit | undefined> {
    const document = await answering(() => this.#commits.findOne({ stream, commandId }, committed));
    return document === null ? undefined : toStoredCommit(document, this.epoch);
  }

  follow(resume: TailPosition | undefined, signal: AbortSignal): AsyncIterable<TailItem> {
    const source = { client: this.#opened.client, database: this.#database, commits: this.#commits, context: this.context, epoch: this.epoch };
    return followCommits({ ...source, times: this.#times, log: this.#log }, resume, signal);
  }

  get full(): boolean {
    return this.#room.full;
  }

  close(): Promise<void> {
    return this.#opened.close();
  }
}
