import { describe, expect, it } from '@jest/globals';
import { CircuitBreaker } from '../src/grpc/circuit-breaker.ts';

class Gone extends Error {}
const isGone = (error: unknown) => error instanceof Gone;

describe('the circuit breaker', () => {
  const start = () => {
    const time = { now: 0 };
    const breaker = new CircuitBreaker('members', { failures: 3, openMs: 1000, elapsed: () => time.now });
    const fail = (error: Error) => breaker.run(() => Promise.reject(error), isGone).catch((thrown: unknown) => thrown);
    return { time, breaker, fail };
  };
  const open = async () => {
    const made = start();
    for (let turn = 0; turn < 3; turn++) await made.fail(new Gone());
    return made;
  };

  it('opens after failures in a row only', async () => {
    const { breaker, fail } = start();
    await fail(new Gone());
    await fail(new Gone());
    await breaker.run(() => Promise.resolve('ok'), isGone);
    await fail(new Gone());
    await fail(new Gone());
    expect(breaker.open).toBe(false);
    await fail(new Gone());
    expect(breaker.open).toBe(true);
  });
  it('takes refusals for a sign of life', async () => {
    const { breaker, fail } = start();
    for (let turn = 0; turn < 9; turn++) await fail(new TypeError());
    expect(breaker.open).toBe(false);
  });
  it('does not call while open', async () => {
    const { breaker } = await open();
    let called = false;
    await expect(breaker.run(async () => (called = true), isGone)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(called).toBe(false);
  });
  it('lets one call try after a rest, and closes on success', async () => {
    const { time, breaker } = await open();
    time.now = 1000;
    const answer = Promise.withResolvers<string>();
    const probe = breaker.run(() => answer.promise, isGone);
    await expect(breaker.run(() => Promise.resolve('second'), isGone)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    answer.resolve('first');
    expect(await probe).toBe('first');
    expect(await breaker.run(() => Promise.resolve('second'), isGone)).toBe('second');
  });
  it('rests again when the try fails', async () => {
    const { time, breaker, fail } = await open();
    time.now = 1000;
    await fail(new Gone());
    time.now = 1999;
    await expect(breaker.run(() => Promise.resolve('early'), isGone)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});
