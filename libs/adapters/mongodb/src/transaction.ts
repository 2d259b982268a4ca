import { setTimeout } from 'node:timers/promises';
import { MongoError, MongoErrorLabel, MongoServerSelectionError, type ClientSession, type Db } from 'mongodb';
import { backoffMs } from '@zhitong/eventing';
import { atomic } from './concerns.ts';
import { answeredWithinMs } from './connection.ts';

const tries = 5;
const waits = { minMs: 20, maxMs: 500 };

/**
 * Runs work in a transaction and commits it. What the work throws ends it; a passing trouble of the server, a lost race included, repeats
 * it, and its commit, for so many ms. A transaction that was left open by an outage is ended once the server answers again.
 */
export async function inTransaction(database: Db, work: Work, withinMs = answeredWithinMs): Promise<void> {
  const session = database.client.startSession();
  const failure = await repeated(session, work, patience(withinMs));
  if (failure !== undefined && mayBeOpen(session, failure)) void overtake(database, session);
  else await session.endSession();
  if (failure !== undefined) throw failure.reason;
}

type Work = (session: ClientSession) => Promise<void>;

interface Failure {
  readonly reason: unknown;
}

/** True after so many failures that nobody waits for another try. */
type Patience = (failures: number) => boolean;

/** Of the transaction as a whole: each of its commands may wait for as long as the server is given. */
function patience(withinMs: number): Patience {
  const start = performance.now();
  return (failures) => failures === tries || performance.now() - start > withinMs;
}

async function repeated(session: ClientSession, work: Work, isOver: Patience): Promise<Failure | undefined> {
  for (let failures = 1; ; failures += 1) {
    const failure = await attempt(session, work, isOver);
    if (failure === undefined || !isPassing(failure.reason) || isOver(failures)) return failure;
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
    const look = async (): Promise<void> => {
      await database.collection('overtaken').findOne({}, { session });
    };
    const failure = await attempt(session, look, patience(answeredWithinMs));
    if (failure === undefined) return session.endSession();
    await setTimeout(backoffMs(failures, waits), undefined, { ref: false });
  }
}

async function attempt(session: ClientSession, work: Work, isOver: Patience): Promise<Failure | undefined> {
  session.startTransaction(atomic);
  try {
    await work(session);
    await commit(session, isOver);
    return undefined;
  } catch (reason) {
    if (session.inTransaction()) await session.abortTransaction();
    return { reason };
  }
}

/** Committing again is harmless: the server knows the transaction by its number. */
async function commit(session: ClientSession, isOver: Patience): Promise<void> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await session.commitTransaction();
    } catch (error) {
      if (!hasLabel(error, MongoErrorLabel.UnknownTransactionCommitResult) || isOver(failures)) throw error;
      await setTimeout(backoffMs(failures, waits));
    }
  }
}

const isPassing = (error: unknown): boolean => hasLabel(error, MongoErrorLabel.TransientTransactionError);

const hasLabel = (error: unknown, label: string): boolean => error instanceof MongoError && error.hasErrorLabel(label);
