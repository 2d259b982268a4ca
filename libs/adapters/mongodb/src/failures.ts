import {
  MongoAPIError,
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoExpiredSessionError,
  MongoNotConnectedError,
  MongoServerError,
  MongoTopologyClosedError,
} from 'mongodb';
import { StoreFull, StoreUnavailable } from '@zhitong/eventing';

export const duplicateKey = 11_000;
const writeConflict = 112;
const outOfDiskSpace = 14_031;

export const isDuplicateKey = (error: unknown): boolean => hasCode(error, duplicateKey);

/** Somebody else wrote first: a duplicate key, or two transactions on one document. */
export const isLostRace = (error: unknown): boolean => hasCode(error, duplicateKey) || hasCode(error, writeConflict);

/** Also finds a code that a bulk write carries only in its parts. */
function hasCode(error: unknown, code: number): boolean {
  if (!(error instanceof MongoServerError)) return false;
  return error.code === code || (error instanceof MongoBulkWriteError && writeErrorsOf(error).some((part) => part.code === code));
}

export const writeErrorsOf = (error: MongoBulkWriteError) => [error.writeErrors].flat();

/** Runs an operation; what the driver throws comes out as the port promises. Faults of the program come out as they are. */
export async function answering<Result>(operation: () => Promise<Result>): Promise<Result> {
  try {
    return await operation();
  } catch (error) {
    throw asStoreFailure(error);
  }
}

export function asStoreFailure(error: unknown): unknown {
  if (!isOutage(error)) return error;
  if (hasCode(error, outOfDiskSpace)) return new StoreFull('The store has no room left', { cause: error });
  return new StoreUnavailable(`The store does not answer: ${error.message}`, { cause: error });
}

/** The server or the way to it is at fault, not the program. */
export function isOutage(error: unknown): error is Error {
  return error instanceof MongoError ? !isFaultOfProgram(error) : isOfSocket(error);
}

/** The driver lets through what Node says of a socket whose other end was killed between two writes: EPIPE, "ended by the other party". */
const isOfSocket = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(E[A-Z]+|ERR_STREAM_\w+)$/.test(error.code);

const connectionLost = [MongoNotConnectedError, MongoTopologyClosedError, MongoClientClosedError, MongoExpiredSessionError];

const isFaultOfProgram = (error: MongoError): boolean => error instanceof MongoAPIError && !connectionLost.some((kind) => error instanceof kind);
