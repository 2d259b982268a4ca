import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreFull, StoreUnavailable } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { ServiceThread, type Remote } from '../src/thread-client.ts';

interface Failing {
  echo(value: unknown): unknown;
  refuse(): void;
  /** Works for so many milliseconds. */
  take(ms: number): number;
  fill(): void;
  fail(): void;
  die(): void;
  close(): void;
}
let thread: Remote<Failing>;
beforeEach(() => {
  thread = new ServiceThread(new URL('./failing.worker.ts', import.meta.url), undefined).remote<Failing>();
});
afterEach(() =>
  thread.close().catch((error: unknown) => {
    expect(error).toBeInstanceOf(StoreUnavailable);
  }),
);

describe('a service in a thread', () => {
  it('answers calls in any number', async () => {
    const values = Array.from({ length: 50 }, (_, n) => ({ n }));
    expect(await Promise.all(values.map((value) => thread.echo(value)))).toMatchObject(values);
  });

  it('answers each of the calls of one turn on its own', async () => {
    const [echoed, refused, slow, last] = await Promise.allSettled([thread.echo(1), thread.refuse(), thread.take(5), thread.echo(2)]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'CODE' } });
    expect([echoed, slow, last]).toMatchObject([{ value: 1 }, { value: 5 }, { value: 2 }]);
  });

  it('fails a call whose values cannot go over, and goes on', async () => {
    await expect(thread.echo(() => 1)).rejects.toMatchObject({ message: expect.stringContaining('could not be cloned') });
    expect(await thread.echo(1)).toBe(1);
  });

  it('keeps the class of its errors', async () => {
    await expect(thread.refuse()).rejects.toBeInstanceOf(Rejected);
    await expect(thread.refuse()).rejects.toMatchObject({ code: 'CODE', sentence: 'Because.', details: { on: '2026-01-01' } });
    await expect(thread.fill()).rejects.toBeInstanceOf(StoreFull);
    await expect(thread.fail()).rejects.toMatchObject({ name: 'SyntaxError', message: 'odd' });
  });

  it('fails the calls of a thread that died, and starts another for the next', async () => {
    const calls = await Promise.allSettled([thread.die(), thread.echo(1)]);
    for (const call of calls) expect(call).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    expect(await thread.echo(2)).toBe(2);
  });

  it('is over once closed', async () => {
    await thread.close();
    await expect(thread.echo(1)).rejects.toBeInstanceOf(StoreUnavailable);
  });
});
