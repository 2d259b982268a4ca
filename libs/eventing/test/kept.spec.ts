import { describe, expect, it } from '@jest/globals';
import { Kept } from '../src/kept.ts';

/** A source whose answers are given one after the other. */
function asked() {
  const answers: ((value: number) => void)[] = [];
  const kept = new Kept(() => new Promise<number>((resolve) => answers.push(resolve)));
  const answer = async (at: number, value: number) => {
    for (let turn = 0; answers.length <= at && turn < 10; turn += 1) await Promise.resolve();
    answers[at]?.(value);
  };
  return { kept, answers, answer };
}

describe('what is kept', () => {
  it('is read once for all who ask and forget before it is asked for, and once more for all who forget it afterwards', async () => {
    const { kept, answers, answer } = asked();
    const all = () =>
      Array.from({ length: 24 }, () => {
        kept.forget();
        return kept.get();
      });
    const first = all();
    await Promise.resolve();
    const second = all();
    await answer(0, 1);
    await answer(1, 2);
    expect([new Set(await Promise.all(first)), new Set(await Promise.all(second))]).toEqual([new Set([1]), new Set([2])]);
    expect([await kept.get(), answers.length]).toEqual([2, 2]);
    kept.forget();
    const third = kept.get();
    await answer(2, 3);
    expect(await third).toBe(3);
  });

  it('is not the failure to read it, nor what was forgotten before it came', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve('here')];
    const kept = new Kept(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    await expect(kept.get()).rejects.toThrow('away');
    expect(await kept.get()).toBe('here');
  });
});
