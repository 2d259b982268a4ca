import { describe, expect, it } from '@jest/globals';
import { NewestVersions } from '@zhitong/eventing';

describe('the newest versions of streams', () => {
  it('are none until one is noted', () => {
    const newest = new NewestVersions(10);
    newest.note('s', 3);
    expect([newest.of('s'), newest.of('t')]).toEqual([3, 0]);
  });

  it('a late note does not take a newer one away', () => {
    const newest = new NewestVersions(10);
    newest.note('s', 5);
    newest.note('s', 3);
    expect(newest.of('s')).toBe(5);
  });

  it('forgets those unused for long, keeps those in use, and never grows beyond its limit', () => {
    const newest = new NewestVersions(10);
    newest.note('unused', 1);
    for (let n = 0; n < 50; n += 1) {
      newest.note('used', n + 1);
      newest.note(`other-${String(n)}`, 1);
    }
    expect([newest.of('used'), newest.of('unused')]).toEqual([50, 0]);
    expect(Array.from({ length: 50 }, (_, n) => newest.of(`other-${String(n)}`)).filter((known) => known > 0).length).toBeLessThan(10);
  });
});
