import { describe, expect, it } from '@jest/globals';
import { fen, fourFifths, moreThanHalf, perMille, shareOf, staffFor } from '@zhitong/kernel';

describe('money (0.4)', () => {
  it.each([
    [10_000, 50, 50],
    [9_999, 50, 50],
    [9_900, 50, 50],
    [9_899, 50, 49],
    [0, 200, 0],
    [1, 4_999, 0],
    [1, 5_000, 1],
  ])('takes of %i fen %i basis points, half up: %i', (base, bp, amount) => expect(shareOf(base, bp)).toBe(amount));

  it('is exact where floats are not', () => {
    expect(shareOf(Number.MAX_SAFE_INTEGER, 10_000)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => shareOf(Number.MAX_SAFE_INTEGER, 10_001)).toThrow(RangeError);
  });

  it('refuses fractions, negatives and amounts beyond 2^53-1', () => {
    for (const wrong of [0.5, -1, 2 ** 53, Number.NaN]) expect(() => fen(wrong)).toThrow(RangeError);
    expect(fen(2 ** 53 - 1)).toBe(2 ** 53 - 1);
  });

  it('decides thresholds at, below and above the edge', () => {
    expect([moreThanHalf(5, 10), moreThanHalf(6, 10), moreThanHalf(6, 11)]).toEqual([false, true, true]);
    expect([fourFifths(7, 10), fourFifths(8, 10), fourFifths(9, 11)]).toEqual([false, true, true]);
  });

  it('asks for whole people, rounded up', () => expect([staffFor(100, 1), staffFor(101, 1), staffFor(101, 2)]).toEqual([1, 2, 3]));

  it('reckons per mille half up, and nothing of nothing', () =>
    expect([perMille(1, 3), perMille(2, 3), perMille(1, 2000), perMille(1, 2001), perMille(0, 0)]).toEqual([333, 667, 1, 0, undefined]));
});
