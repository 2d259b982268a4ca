import { setTimeout } from 'node:timers/promises';
import { MongoError, MongoErrorLabel, MongoServerSelectionError, type ClientSession, type Db } from 'mongodb';
import { backoffMs } from '@zhitong/eventing';
import { atomic } from './concerns.ts';
import { answeredWithinMs } from './connection.ts';

const tries = 5;
const waits = { minMs: 20, maxMs: 500 };

/**
 * Runs work in a transaction and commits it. What the work throws ends it; a passing trouble of the server, a lost race included, repeats
 * it. A transaction that was left open by an outage is ended once the server answers again.
 */
export async function inTransaction(database: Db, work: Work): Promise<void> {
  const session = database.client.startSession();
  const failure = await repeated(session, work);
  if (failure !== undefined && mayBeOpen(session, failure)) void overtake(database, session);
  else await session.endSession();
  if (failure !== undefined) throw failure.reason;
}

type Work = (session: ClientSession) => Promise<void>;

interface Failure {
  readonly reason: unknown;
}

async function repeated(session: ClientSession, work: Work): Promise<Failure | undefined> {
  const start = performance.now();
  for (let failures = 1; ; failures += 1) {
    const failure = await attempt(session, work);
    const late = failures === tries || performance.now() - start > answeredWithinMs;
    if (failure === undefined || !isPassing(failure.reason) || late) return failure;
    await setTimeout(backoffMs(failures, waits));
  }
}

/** An answer got lost, or nothing could be sent any more: nobody has told the server that it is over. */
const mayBeOpen = ({ serverSession }: ClientSession, { reason }: Failure): boolean => serverSession.isDirty || reason instanceof MongoServerSelectionError;

/**
 * The server holds a transaction that nobody ends for a minute and more, and whoever writes the same rows loses against it. A newer one of
 * the same session ends it at once, and leaves no room for one whose first command is still on its way.
 */
async function overtake(database: Db, session: ClientSession): Promise<void> {
  for (let failures = 1; !session.hasEnded; failures += 1) {
    const failure = await attempt(session, async () => {
      await database.collection('overtaken').findOne({}, { session });
    });
    if (failure === undefined) return session.endSession();
    await setTimeout(backoffMs(failures, waits), undefined, { ref: false });
  }
}

async function attempt(session: ClientSession, work: Work): Promise<Failure | undefined> {
  session.startTransaction(atomic);
  try {
    await work(session);
    await commit(session);
    return undefined;
  } catch (reason) {
    if (session.inTransaction()) await session.abortTransaction();
    return { reason };
  }
}

/** Committing again is harmless: the server knows the transaction by its number. */
async function commit(session: ClientSession): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (!hasLabel(error, MongoErrorLabel.UnknownTransactionCommitResult) || failures === tries) throw error;
      await setTimeout(backoffMs(failures, waits));
    }
  }
}

const isPassing = (error: unknown): boolean => hasLabel(error, MongoErrorLabel.TransientTransactionError);

const hasLabel = (error: unknown, label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label);
