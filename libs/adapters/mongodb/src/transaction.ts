import { setTimeout } from 'node:timers/promises';
import { MongoError, MongoErrorLabel, type ClientSession, type MongoClient } from 'mongodb';
import { backoffMs } from '@zhitong/eventing';
import { atomic } from './concerns.ts';

const tries = 5;
const waits = { minMs: 20, maxMs: 500 };

/** Runs work in a transaction and commits it. What the work throws ends it; a passing trouble of the server, a lost race included, repeats it. */
export async function inTransaction(client: MongoClient, work: (session: ClientSession) => Promise<void>): Promise<void> {
  const session = client.startSession();
  try {
    for (let failures = 1; ; failures += 1) {
      const error = await attempt(session, work);
      if (error === undefined) return;
      if (!isPassing(error.reason) || failures === tries) throw error.reason;
      await setTimeout(backoffMs(failures, waits));
    }
  } finally {
    await session.endSession();
  }
}

async function attempt(session: ClientSession, work: (session: ClientSession) => Promise<void>): Promise<{ reason: unknown } | undefined> {
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
