import { describe, expect, it } from '@jest/globals';
import { caughtUp, type Reader } from '../caught-up.ts';

/** A service whose lag is the next of some each time it is looked at, at last the last. */
function reader(lags: readonly number[]): Reader {
  let [looked, last] = [0, 0];
  return {
    context: 'members',
    runtime: {
      readiness: () => ({ ready: last === 0, parts: {} }),
      consumer: { lag: () => (last = lags[Math.min(looked++, lags.length - 1)] ?? 0) },
    },
  };
}
const silent = { progress: () => undefined };

describe('the door of a city that was filled', () => {
  it('waits longer than its patience as long as events are being read', async () => {
    const lags = Array.from({ length: 40 }, (_, n) => 40 - n);
    await expect(caughtUp([reader([...lags, 0])], { ...silent, patienceMs: 30 })).resolves.toBeUndefined();
  });
  it('stays shut and says who stands still', async () => {
    await expect(caughtUp([reader([7])], { ...silent, patienceMs: 30 })).rejects.toThrow('members did not catch up');
  });
  it('says how far a long reading is', async () => {
    const told: number[][] = [];
    await caughtUp([reader([20_000, 20_000, 5_000, 5_000, 0])], { progress: (_step, done, of) => told.push([done, of]) });
    expect(told.at(-1)).toEqual([20_000, 20_000]);
  });
});
