import { Timestamp } from 'mongodb';
import type { Act, CommitMetadata, NewCommit, StoredCommit } from '@zhitong/eventing';
import { recordCommit } from '@zhitong/eventing/commit.ts';
import type { Fact } from '@zhitong/kernel';

/** One commit, one document. */
export interface CommitDocument {
  /** `<stream>#<first version, 10 digits>`: one commit follows another, so its first version is taken once. */
  readonly _id: string;
  readonly stream: string;
  readonly firstVersion: number;
  readonly events: readonly Fact[];
  readonly commandId: string;
  readonly bodyHash: string;
  readonly meta: CommitMetadata;
  readonly act?: Act;
  readonly recordedAt: Date;
  /** Set by the server when it inserts; grows with each commit of a stream. */
  readonly ts: Timestamp;
}

export const commitKey = (stream: string, firstVersion: number): string => `${stream}#${String(firstVersion).padStart(10, '0')}`;

/** Upper end of all keys of a stream: `$` follows `#`. */
export const endOfKeys = (stream: string): string => `${stream}$`;

export function toDocument(commit: NewCommit, recordedAt: string): CommitDocument {
  const { stream, expectedVersion, events, commandId, bodyHash, metadata, act } = commit;
  const firstVersion = expectedVersion + 1;
  return {
    _id: commitKey(stream, firstVersion),
    stream,
    firstVersion,
    events: events.map(({ type, data }) => ({ type, data })),
    commandId,
    bodyHash,
    meta: metadata,
    ...(act === undefined ? {} : { act }),
    recordedAt: new Date(recordedAt),
    ts: new Timestamp(0n),
  };
}

export function toStoredCommit(document: CommitDocument, logEpoch: number): StoredCommit {
  const { stream, firstVersion, events, commandId, bodyHash, meta, act, recordedAt } = document;
  const commit = { stream, expectedVersion: firstVersion - 1, events, commandId, bodyHash, metadata: meta, ...(act === undefined ? {} : { act }) };
  return recordCommit(commit, recordedAt.toISOString(), logEpoch);
}

export const lastVersion = ({ firstVersion, events }: { readonly firstVersion: number; readonly events: readonly unknown[] }): number =>
  firstVersion + events.length - 1;
