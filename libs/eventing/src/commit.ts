import { Rejected } from '@zhitong/kernel';
import { parseStream } from './envelope.ts';
import { commitLimits, type NewCommit, type StoredCommit } from './ports/event-store.port.ts';

/** Streams one `appendAll` may touch. */
const streamsPerCommit = 5;

/**
 * What every store checks before it takes a commit in. An event is as large as its type and data are in JSON (UTF-8), a commit as its events.
 * @throws {Rejected} `VALIDATION_FAILED` beyond {@link commitLimits}.
 * @throws {TypeError} when the caller is wrong: no events, a negative version, a stream of another context.
 */
export function checkCommit(context: string, { stream, expectedVersion, events }: NewCommit): void {
  if (parseStream(stream).context !== context) throw new TypeError(`"${stream}" does not belong to the log of "${context}"`);
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0) throw new TypeError(`${String(expectedVersion)} is no version`);
  if (events.length === 0) throw new TypeError(`A commit on "${stream}" needs an event`);
  if (events.length > commitLimits.events) throw tooLarge('events in a commit', events.length, commitLimits.events);
  let total = 0;
  for (const { type, data } of events) {
    const bytes = Buffer.byteLength(JSON.stringify({ type, data }));
    if (bytes > commitLimits.eventBytes) throw tooLarge(`bytes in ${type}`, bytes, commitLimits.eventBytes);
    total += bytes;
  }
  if (total > commitLimits.commitBytes) throw tooLarge('bytes in a commit', total, commitLimits.commitBytes);
}

/** Checks every commit of an `appendAll`. */
export function checkCommits(context: string, commits: readonly NewCommit[]): void {
  if (commits.length === 0) throw new TypeError('There is nothing to append');
  const streams = new Set(commits.map(({ stream }) => stream)).size;
  if (streams > streamsPerCommit) throw tooLarge('streams in one transaction', streams, streamsPerCommit);
  for (const commit of commits) checkCommit(context, commit);
}

const tooLarge = (what: string, actual: number, limit: number) =>
  new Rejected('VALIDATION_FAILED', `Too many ${what}: ${String(actual)}, at most ${String(limit)}.`, { actual, limit });

/** The commit as it is stored and read: every event in its envelope. */
export function recordCommit(commit: NewCommit, recordedAt: string, logEpoch: number): StoredCommit {
  const { stream, expectedVersion, commandId, bodyHash, metadata, act } = commit;
  const firstVersion = expectedVersion + 1;
  const events = commit.events.map(({ type, data }, index) => ({
    ...metadata,
    stream,
    version: firstVersion + index,
    type,
    data,
    recordedAt,
    commandId,
    logEpoch,
  }));
  return { stream, firstVersion, commandId, bodyHash, events, ...(act === undefined ? {} : { act }) };
}
