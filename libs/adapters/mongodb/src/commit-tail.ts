import { MongoError, MongoErrorLabel, MongoServerError, type Timestamp } from 'mongodb';
import { backoffMs, pause, type TailItem, type TailPosition } from '@zhitong/eventing';
import { toStoredCommit } from './commit-document.ts';
import { scanCommits } from './commit-scan.ts';
import { isOutage } from './failures.ts';
import { CommitWatch, EndedStream, SilentStream } from './commit-watch.ts';
import type { TailSource } from './tail-source.ts';

const beginning: TailPosition = { token: null, through: 0 };

/** Ends only with the signal: whatever the server says, the next attempt starts at the last position told. */
export async function* followCommits(source: TailSource, resume: TailPosition | undefined, signal: AbortSignal): AsyncGenerator<TailItem> {
  let position = resume ?? beginning;
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      for await (const item of position.token === null ? scanThenWatch(source, position, signal) : watchFrom(source, position, signal)) {
        position = item.position;
        failures = 1;
        yield item;
      }
    } catch (error) {
      position = afterFailure(source, error, position, signal);
    }
    await pause(backoffMs(failures, source.times.backoff), signal);
  }
}

/** Losing the token is always safe, "from now" never is: without one the log is scanned. */
function afterFailure({ context, log }: TailSource, error: unknown, position: TailPosition, signal: AbortSignal): TailPosition {
  if (signal.aborted) return position;
  if (!isTrouble(error)) throw error;
  const refused = position.token !== null && isRefusal(error);
  const fields = { context, reason: error.message, through: new Date(position.through).toISOString() };
  if (refused) log.error(fields, 'The history of the log is lost, scanning it');
  else log.warn(fields, 'The change stream failed, opening it again');
  return refused ? { token: null, through: position.through } : position;
}

const isTrouble = (error: unknown): error is Error =>
  error instanceof SilentStream || error instanceof EndedStream || error instanceof MongoError || isOutage(error);

/** Codes of a server that goes, comes or is too slow; it would accept the same token again. */
const passing = new Set([6, 7, 43, 50, 63, 89, 91, 134, 189, 234, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

function isRefusal(error: Error): boolean {
  if (!(error instanceof MongoServerError)) return error instanceof EndedStream;
  const comesBack = typeof error.code === 'number' && passing.has(error.code);
  return !comesBack && !error.hasErrorLabel(MongoErrorLabel.ResumableChangeStreamError);
}

async function* watchFrom(source: TailSource, { token, through }: TailPosition, signal: AbortSignal): AsyncGenerator<TailItem> {
  const watch = new CommitWatch(source, { resumeAfter: token }, signal);
  try {
    yield* changes(source, watch, through);
  } finally {
    await watch.close();
  }
}

/** What a replica set adds to each answer. */
interface ServerAnswer {
  readonly operationTime: Timestamp;
}

/**
 * The stream is opened at T0 before the scan, so that no history can be lost meanwhile. The scan ends at T0: what it cannot see
 * was committed later and comes by the stream, and a commit that follows such a one has a later `ts` and must come after it.
 */
async function* scanThenWatch(source: TailSource, { through }: TailPosition, signal: AbortSignal): AsyncGenerator<TailItem> {
  const { operationTime } = (await source.database.command({ ping: 1 }, { readPreference: 'primary' })) as ServerAnswer;
  const watch = new CommitWatch(source, { startAtOperationTime: operationTime }, signal);
  try {
    await watch.open();
    yield* scanCommits(source, through, operationTime, signal);
    yield* changes(source, watch, Math.max(through, operationTime.t * 1000));
  } finally {
    await watch.close();
  }
}

async function* changes({ epoch, times }: TailSource, watch: CommitWatch, since: number): AsyncGenerator<TailItem> {
  let through = since;
  let told = performance.now();
  for (;;) {
    const change = await watch.next();
    if (change === undefined && performance.now() - told < times.heartbeatMs) continue;
    told = performance.now();
    through = Math.max(through, change?.through ?? 0);
    const position = { token: watch.token, through };
    yield change?.document === undefined ? { position } : { commit: toStoredCommit(change.document, epoch), position };
  }
}
