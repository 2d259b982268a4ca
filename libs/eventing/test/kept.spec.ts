import { describe, expect, it } from '@jest/globals';
import { Kept } from '../src/kept.ts';

describe('what is kept', () => {
  it('is read once for all who ask and forget while it is being read, and again for who forgets it later', async () => {
    let reads = 0;
    const kept = new Kept(() => Promise.resolve(++reads));
    const asked = Array.from({ length: 24 }, () => {
      kept.forget();
      return kept.get();
    });
    expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
    expect(await kept.get()).toBe(1);
    kept.forget();
    expect(await kept.get()).toBe(2);
  });

  it('is not the failure to read it', async () => {
    const answers = [Promise.reject(new Error('away')), Promise.resolve('here')];
    const kept = new Kept(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    await expect(kept.get()).rejects.toThrow('away');
    expect(await kept.get()).toBe('here');
  });
});
