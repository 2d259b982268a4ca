import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shown, type Group } from './small-groups.ts';

const group = (yes: number, no: number, ...parts: readonly Group[]): Group => ({ yes, no, parts });

describe('section 9 small groups', () => {
  it.each([
    [0, 5, 0],
    [1, 5, null],
    [4, 5, null],
    [5, 5, 5],
    [5, 4, null],
    [5, 0, 5],
    [0, 0, 0],
    [0, 4, null],
  ])('ORG-30 of %i and %i others is shown: %p', (yes, no, what) => expect(shown(group(yes, no), 5)).toBe(what));

  it('ORG-30 a sum is hidden where the difference to what is shown below would be a small group, however deep', () => {
    expect(shown(group(0, 0, group(6, 6), group(4, 6)), 5)).toBeNull();
    expect(shown(group(0, 0, group(6, 6), group(4, 6), group(3, 0)), 5)).toBe(13);
    const hidden = group(0, 0, group(7, 7), group(3, 7));
    expect(shown(hidden, 5)).toBeNull();
    expect(shown(group(0, 0, group(9, 9), hidden), 5)).toBeNull();
    expect(shown(group(2, 0, group(9, 9), hidden), 5)).toBe(21);
  });

  it('ORG-30 no sum of shown figures taken from another leaves one to four', () => {
    const counts = fc.record({ yes: fc.nat({ max: 7 }), no: fc.nat({ max: 7 }) });
    const leaf = counts.map((own): Group => ({ ...own, parts: [] }));
    const above = (below: fc.Arbitrary<Group>) => fc.tuple(counts, fc.array(below, { maxLength: 4 })).map(([own, parts]): Group => ({ ...own, parts }));
    const tree = above(above(fc.oneof(leaf, above(leaf))));
    const total = ({ yes, parts }: Group): number => parts.reduce((sum, part) => sum + total(part), yes);
    /** What is shown below, the largest groups first: no other choice takes more off. */
    const seen = ({ parts }: Group): number => parts.reduce((sum, part) => sum + (shown(part, 5) ?? seen(part)), 0);
    fc.assert(
      fc.property(tree, (whole) => {
        const figure = shown(whole, 5);
        if (figure === null) return;
        expect(figure).toBe(total(whole));
        const difference = figure - seen(whole);
        expect(difference === 0 || difference >= 5).toBe(true);
      }),
      { numRuns: 500, seed: 20260302 },
    );
  });
});
