import { describe, expect, it } from '@jest/globals';
import { StoreFull, StoreUnavailable } from '@zhitong/eventing';
import { MongoAPIError, MongoBulkWriteError, MongoNetworkError, MongoNotConnectedError, MongoServerError } from 'mongodb';
import { answering, asStoreFailure, isDuplicateKey, isLostRace } from '../src/failures.ts';

const server = (code: number) => new MongoServerError({ message: `code ${code}`, code });

/** A part of a bulk write, as the server answers it. */
function bulk(code: number): MongoBulkWriteError {
  const error = new MongoBulkWriteError({ message: 'bulk', code: 0, writeErrors: [] }, {} as never);
  return Object.assign(error, { writeErrors: [{ code }] });
}

describe('what the driver throws', () => {
  it.each([
    ['of one write', server(14_031)],
    ['in a part of a bulk write', bulk(14_031)],
  ])('REL-08 is StoreFull when the disk is full, %s', (_where, error) => {
    const failure = asStoreFailure(error);
    expect(failure).toBeInstanceOf(StoreFull);
    expect(failure).toMatchObject({ cause: error });
  });

  it.each([
    ['a lost connection', new MongoNetworkError('connection 7 closed')],
    ['a client that is not connected', new MongoNotConnectedError('Client must be connected')],
    ['a primary that has stepped down', server(10_107)],
    ['a majority that did not answer in time', server(64)],
  ])('REL-07 is StoreUnavailable after %s: the same command may be sent again', async (_what, error) => {
    await expect(answering(() => Promise.reject(error))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('stays what it is when the program is at fault', () => {
    const [api, other] = [new MongoAPIError('no such option'), new TypeError('no')];
    expect([asStoreFailure(api), asStoreFailure(other)]).toEqual([api, other]);
  });

  it('REL-07 is StoreUnavailable after what the driver lets through of a socket whose server was killed', async () => {
    const raw = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
    await expect(answering(() => Promise.reject(raw))).rejects.toBeInstanceOf(StoreUnavailable);
    const fault = new RangeError('of the program');
    await expect(answering(() => Promise.reject(fault))).rejects.toBe(fault);
  });

  it('REL-03 is a lost race at a duplicate key or between two transactions, and nowhere else', () => {
    expect([server(11_000), bulk(11_000), server(112), server(14_031)].map(isLostRace)).toEqual([true, true, true, false]);
    expect([server(11_000), bulk(11_000), server(112)].map(isDuplicateKey)).toEqual([true, true, false]);
  });
});
