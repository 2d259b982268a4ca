import { describe, expect, it } from '@jest/globals';
import { KnownEnds } from '@zhitong/mongodb/known-ends.ts';

describe('known ends of streams', () => {
  it('every stream has its beginning, and no other end until one is seen', () => {
    const ends = new KnownEnds();
    expect([ends.has('s', 0), ends.has('s', 1)]).toEqual([true, false]);
    ends.add('s', 3);
    expect([ends.has('s', 0), ends.has('s', 3), ends.has('s', 2), ends.has('t', 3)]).toEqual([true, true, false, false]);
  });

  it('a late answer does not take a newer end away', () => {
    const ends = new KnownEnds();
    ends.add('s', 5);
    ends.add('s', 3);
    expect(ends.has('s', 5)).toBe(true);
  });

  it('forgets those unused for long, keeps those in use, and never grows beyond its limit', () => {
    const ends = new KnownEnds(10);
    ends.add('unused', 1);
    for (let n = 0; n < 50; n += 1) {
      ends.add('used', n + 1);
      ends.add(`other-${String(n)}`, 1);
    }
    expect([ends.has('used', 50), ends.has('unused', 1)]).toEqual([true, false]);
    expect(Array.from({ length: 50 }, (_, n) => ends.has(`other-${String(n)}`, 1)).filter((known) => known).length).toBeLessThan(10);
  });
});
