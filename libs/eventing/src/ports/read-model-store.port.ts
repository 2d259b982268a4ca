/** Scalars that can be indexed and compared. Text compares by code point. */
export type Scalar = string | number | boolean;

/** An index over paths of the row (`state`, `due.at`), in this order. A query that none serves is refused. */
export type Index = readonly string[];

export interface Collection {
  /** Physical name: letters, digits, `_`. Made from projection, version and build. */
  readonly name: string;
  readonly indexes: readonly Index[];
}

export type Condition =
  | { readonly field: string; readonly eq: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] }
  | { readonly field: string; readonly gt?: Scalar; readonly gte?: Scalar; readonly lt?: Scalar; readonly lte?: Scalar }
  /** Also serves path prefixes: paths end in `/`. `%`, `_` and regular expressions mean nothing. */
  | { readonly field: string; readonly prefix: string };

export interface Query {
  readonly where: readonly Condition[];
  /** One sort; ties are broken by key. Rows without the field come first. */
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** 1..1000. */
  readonly limit: number;
  /** From the page before; bound to the same conditions and order, otherwise `Rejected('VALIDATION_FAILED')`. */
  readonly cursor?: string | undefined;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Absent on the last page. */
  readonly next?: string | undefined;
}

/** A row with what guards it. */
export interface StoredRow<Row = unknown> {
  readonly key: string;
  /** Grows with each write; 0 = the row does not exist. */
  readonly revision: number;
  /** Version of the last event taken in, by category of the feeding stream. */
  readonly guards: Readonly<Record<string, number>>;
  /** Null = deleted, kept for its guards (a tombstone no query sees). */
  readonly row: Row | null;
}

/** One write of a unit: the row as a whole, on the revision it was computed from. */
export interface RowWrite {
  readonly collection: string;
  readonly key: string;
  readonly expectedRevision: number;
  readonly guards: Readonly<Record<string, number>>;
  readonly row: unknown;
  /** With a null row that exists: the key goes as well, for keys that tell something. Its next row begins at revision 1 again. */
  readonly untraced?: boolean;
}

/** Adds to the numeric amounts of a counter, creating it; order does not matter. */
export interface Addition {
  readonly collection: string;
  readonly key: string;
  /** Who adds, of those who may at once: a store with several writers keeps what each added apart. */
  readonly shard: string;
  readonly amounts: Readonly<Record<string, number>>;
}

export interface Checkpoint {
  /** Next offset to read. */
  readonly offset: number;
  /** Changes of the event at `offset` already stored, when one event changes more rows than a unit holds. */
  readonly part: number;
  readonly logEpoch: number;
}
export interface CheckpointMove {
  readonly subscription: string;
  readonly topic: string;
  readonly partition: number;
  readonly from: Checkpoint | undefined;
  readonly to: Checkpoint;
}

/** What is stored together or not at all. */
export interface Unit {
  readonly checkpoint?: CheckpointMove;
  readonly writes: readonly RowWrite[];
  readonly additions?: readonly Addition[];
}

/**
 * `fenced`: the checkpoint was moved by somebody else, the caller no longer owns the partition.
 * `conflict`: a row changed since it was read; read again and fold again.
 */
export type CommitOutcome = 'committed' | 'fenced' | 'conflict';

/**
 * Documents by key with declared indexes, written in atomic units.
 * @throws {StoreUnavailable} when the store cannot answer.
 */
export interface ReadModelStore {
  /** Creates collections and indexes that are missing. */
  ensure(collections: readonly Collection[]): Promise<void>;
  drop(collection: string): Promise<void>;
  /** Names of all collections that exist. */
  collections(): Promise<readonly string[]>;
  commit(unit: Unit): Promise<CommitOutcome>;
  checkpoints(subscription: string): Promise<readonly (Checkpoint & { readonly topic: string; readonly partition: number })[]>;
  forgetCheckpoints(subscription: string): Promise<void>;

  /** With guards and tombstones, for folding. Missing keys are missing from the answer. */
  stored<Row = unknown>(collection: string, keys: readonly string[]): Promise<readonly StoredRow<Row>[]>;
  get<Row>(collection: string, key: string): Promise<Row | undefined>;
  /** Of any number of keys. */
  getMany<Row>(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  query<Row>(collection: string, query: Query): Promise<Page<Row & { readonly $key: string }>>;
  /** Counts on the index, exact up to `upTo` (default 10,000). */
  count(collection: string, where: readonly Condition[], upTo?: number): Promise<{ readonly count: number; readonly more: boolean }>;
  /** The row at a place of an ordered selection (0 = first), read on the index: medians. */
  nth<Row>(collection: string, query: Omit<Query, 'limit' | 'cursor'>, place: number): Promise<Row | undefined>;
  /** What was added to each counter, of any number of them. Missing = no amounts. */
  sums(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
  /**
   * Afterwards what was overwritten or removed so far is in no file of this store: for keys and records that must be gone.
   * A store that keeps a history for its replicas forgets as that turns over.
   */
  forget(): Promise<void>;
  close(): Promise<void>;
}
