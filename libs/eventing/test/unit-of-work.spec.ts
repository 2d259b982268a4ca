import { describe, expect, it } from '@jest/globals';
import { unitSize, units, type Work } from '../src/unit-of-work.ts';

const work = (offset: number, steps: number): Work => ({
  offset,
  parked: [],
  events: [],
  steps: Array.from({ length: steps }, (_none, at) => ({
    stream: 'c.tree-city',
    category: 'tree',
    version: offset + 1,
    change: { key: `${offset}.${at}`, fold: () => null },
  })),
});
const beginning = { offset: 0, part: 0, logEpoch: 1 };
const cutsOf = (works: readonly Work[], from = beginning) =>
  [...units(works, from, works.length)].map(({ steps, end }) => [steps.length, end.offset, end.part]);

describe('units of work', () => {
  it('SEC-11 REL-25 keep together what one event changes, where it fits into one', () => {
    const single = Array.from({ length: unitSize - 1 }, (_none, offset) => work(offset, 1));
    expect(cutsOf([...single, work(unitSize - 1, 2), work(unitSize, 1)])).toEqual([
      [unitSize - 1, unitSize - 1, 0],
      [3, unitSize + 1, 0],
    ]);
  });
  it('end inside an event only where it is larger than a unit, and go on there', () => {
    expect(cutsOf([work(0, 3), work(1, 2 * unitSize + 200)])).toEqual([
      [unitSize, 1, unitSize - 3],
      [unitSize, 1, 2 * unitSize - 3],
      [203, 2, 0],
    ]);
    expect(cutsOf([work(0, unitSize + 200)], { ...beginning, part: unitSize - 3 })).toEqual([[203, 1, 0]]);
  });
  it('are full where everything is small', () => {
    expect(cutsOf(Array.from({ length: 2 * unitSize }, (_none, offset) => work(offset, 1)))).toEqual([
      [unitSize, unitSize, 0],
      [unitSize, 2 * unitSize, 0],
    ]);
  });
});
