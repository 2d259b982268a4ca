import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRatios, fen, fourFifths, halfOrMore, moreThanHalf, oneThirdOf, percentText, shareOf, staffFor, sumFen, yuanText } from '@zhitong/kernel';

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
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });

  it('refuses fractions, negatives and amounts beyond 2^53-1', () => {
    for (const wrong of [0.5, -1, 2 ** 53, Number.NaN]) expect(() => fen(wrong)).toThrow(RangeError);
    expect(fen(2 ** 53 - 1)).toBe(2 ** 53 - 1);
  });

  it('decides thresholds at, below and above the edge', () => {
    expect([moreThanHalf(5, 10), moreThanHalf(6, 10), moreThanHalf(6, 11)]).toEqual([false, true, true]);
    expect([halfOrMore(4, 10), halfOrMore(5, 10), halfOrMore(5, 11)]).toEqual([false, true, false]);
    expect([fourFifths(7, 10), fourFifths(8, 10), fourFifths(9, 11)]).toEqual([false, true, true]);
    expect([oneThirdOf(8), oneThirdOf(9), oneThirdOf(10)]).toEqual([2, 3, 3]);
    expect([staffFor(100, 1), staffFor(101, 1), staffFor(101, 2)]).toEqual([1, 2, 3]);
  });

  it('compares ratios without dividing', () => {
    expect(compareRatios(1, 3, 2, 6)).toBe(0);
    expect(compareRatios(333_333_333, 1_000_000_000, 1, 3)).toBe(-1);
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (a, b, k) => compareRatios(a, b, a * k, b * k) === 0),
    );
  });

  it('shows one decimal half up, and a dash for nothing', () => {
    expect([percentText(1, 3), percentText(2, 3), percentText(1, 2000), percentText(1, 2001), percentText(0, 0)]).toEqual(['33.3', '66.7', '0.1', '0.0', '-']);
    expect([yuanText(123_405), yuanText(5)]).toEqual(['1234.05', '0.05']);
  });
});
