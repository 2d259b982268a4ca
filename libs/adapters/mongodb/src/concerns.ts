import { WriteConcern, type TransactionOptions } from 'mongodb';

const writeConcern = new WriteConcern('majority', 10_000, true);
const readPreference = 'primary';

/** Of every write outside a transaction. Given to each operation: what a client, database or collection is set to can be lost unseen. */
export const durable = { writeConcern } as const;

/** Of every read outside a transaction: never what a fail-over could take back. */
export const committed = { readConcern: { level: 'majority' }, readPreference } as const;

/** Of every transaction: inside one, the concerns of databases, collections and operations count for nothing. */
export const atomic = {
  readConcern: { level: 'snapshot' },
  writeConcern,
  readPreference,
  maxCommitTimeMS: 10_000,
} as const satisfies TransactionOptions;
