import type { Fact } from '@zhitong/kernel';
import type { CommitMetadata, RecordedEvent } from '../envelope.ts';

/** What a person did, as far as the events do not say it: kept with the commit, never published. */
export interface Act {
  /** The use case. */
  readonly operation: string;
  /** Id of the aggregate that the receipt names. */
  readonly answeredId: string;
}

/** All events of one command on one stream: stored whole or not at all. */
export interface NewCommit {
  readonly stream: string;
  /** Version of the last event the decision was made on; 0 = the stream must not exist. */
  readonly expectedVersion: number;
  readonly events: readonly Fact[];
  /** Unique per stream. */
  readonly commandId: string;
  /** Hash of the command's body: the same id with another body is refused by the caller of {@link EventStore.findCommit}. */
  readonly bodyHash: string;
  readonly metadata: CommitMetadata;
  readonly act?: Act;
}

/** A commit as it was stored. */
export interface StoredCommit {
  readonly stream: string;
  readonly firstVersion: number;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly act?: Act;
  readonly events: readonly RecordedEvent[];
}

export type AppendOutcome =
  | { readonly outcome: 'appended'; readonly version: number; readonly commit: StoredCommit }
  /** Another commit holds this version, or this command id is already on the stream: look up {@link EventStore.findCommit} first. */
  | { readonly outcome: 'conflict' };

/** Limits refused at append with `Rejected('VALIDATION_FAILED')`: a record that the transport refuses would stop a topic for ever. */
export const commitLimits = { eventBytes: 64 * 1024, commitBytes: 512 * 1024, events: 200 } as const;

/**
 * The log of one context. An acknowledged commit is durable, also across a fail-over; loads and look-ups never see what could vanish again.
 * @throws {StoreUnavailable} when the store cannot answer; the outcome of an append is then unknown and the same command id may be retried.
 * @throws {StoreFull} when there is no room; nothing was written.
 */
export interface EventStore {
  readonly context: string;
  append(commit: NewCommit): Promise<AppendOutcome>;
  /** At most five streams of this context, all or nothing. One conflict: nothing is stored. */
  appendAll(commits: readonly NewCommit[]): Promise<AppendOutcome>;
  /** Events of a stream from a version on, in order; empty when there is none. */
  load(stream: string, fromVersion?: number): Promise<readonly RecordedEvent[]>;
  findCommit(stream: string, commandId: string): Promise<StoredCommit | undefined>;
  /** True while commits are refused for want of room, as far as the store knows beforehand. */
  readonly full?: boolean;
  close(): Promise<void>;
}

/** A log that numbers its commits in one order (SQLite's single writer), for transports inside the process. */
export interface OrderedLog {
  readonly context: string;
  readonly epoch: number;
  /** Commits with position > `after`, in order. Positions grow but may have holes. */
  read(after: number, limit: number): readonly { readonly position: number; readonly events: readonly RecordedEvent[] }[];
  /** Position of the newest commit, 0 when empty. */
  head(): number;
  /** Calls back after each durable append; returns the function that ends it. */
  onAppended(listener: () => void): () => void;
}

/** A log that is followed by a change stream (MongoDB), for the relay. */
export interface CommitTail {
  readonly context: string;
  readonly epoch: number;
  /**
   * Commits after the resume point, each stream in order; may repeat, never skips. Without a resume point, or when its history
   * is lost, the log is scanned first. An item without a commit is a heartbeat that only moves the resume point.
   */
  follow(resume: TailPosition | undefined, signal: AbortSignal): AsyncIterable<TailItem>;
}
export interface TailPosition {
  /** Opaque to everyone but the adapter; JSON. */
  readonly token: unknown;
  /** Server time up to which everything was passed on, ms since epoch. */
  readonly through: number;
}
export interface TailItem {
  readonly commit?: StoredCommit;
  readonly position: TailPosition;
}

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}
