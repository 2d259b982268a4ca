import type { Collection, Db, MongoClient } from 'mongodb';
import type { BackoffLimits, Log } from '@zhitong/eventing';
import type { CommitDocument } from './commit-document.ts';

export interface TailTimes {
  /** Between two heartbeat documents, and between two positions told while nothing is committed. */
  readonly heartbeatMs: number;
  /** Without any change, heartbeats included, for this long the stream counts as dead and is opened anew. */
  readonly silentMs: number;
  /** Before the next attempt to open. */
  readonly backoff: BackoffLimits;
  /** How far a scan reaches back behind what was passed on; more than a transaction can last. */
  readonly marginMs: number;
}

export const tailTimes: TailTimes = {
  heartbeatMs: 10_000,
  silentMs: 25_000,
  backoff: { minMs: 1_000, maxMs: 5_000 },
  marginMs: 10 * 60_000,
};

export interface TailSource {
  readonly client: MongoClient;
  readonly database: Db;
  readonly commits: Collection<CommitDocument>;
  readonly context: string;
  readonly epoch: number;
  readonly times: TailTimes;
  readonly log: Log;
}
