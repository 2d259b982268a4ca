import { describe, expect, it } from '@jest/globals';
import { attenuation, median, middlePlaces } from './attenuation.ts';

describe('LINK-11 R-24 attenuation', () => {
  it('9 of 10 communities 90.0 %, 72 of 100 branches 72.0 %: loss 18.0', () => {
    const levels = attenuation([
      { level: 'community', addressees: 10, acknowledgedOnTime: 9 },
      { level: 'base', addressees: 100, acknowledgedOnTime: 72 },
    ]);
    expect(levels.map(({ level, onTimeShare, loss }) => [level, onTimeShare, loss])).toEqual([
      ['city', null, null],
      ['district', null, null],
      ['street', null, null],
      ['community', 900, null],
      ['base', 720, 180],
    ]);
  });
  it('takes the loss from the exact shares, not from the rounded ones', () => {
    const [, , , , base] = attenuation([
      { level: 'community', addressees: 3, acknowledgedOnTime: 2 },
      { level: 'base', addressees: 6, acknowledgedOnTime: 1 },
    ]);
    expect(base).toMatchObject({ onTimeShare: 167, loss: 500 });
  });
  it('rounds half up: 1 of 16 is 6.3 %', () => expect(attenuation([{ level: 'city', addressees: 16, acknowledgedOnTime: 1 }])[0]?.onTimeShare).toBe(63));
  it('shows a gain as a negative loss', () =>
    expect(
      attenuation([
        { level: 'street', addressees: 4, acknowledgedOnTime: 1 },
        { level: 'base', addressees: 4, acknowledgedOnTime: 3 },
      ])[4]?.loss,
    ).toBe(-500));
  it('all on time 100.0 %, none 0.0 %', () =>
    expect(
      attenuation([
        { level: 'city', addressees: 5, acknowledgedOnTime: 5 },
        { level: 'base', addressees: 5, acknowledgedOnTime: 0 },
      ]).map(({ onTimeShare }) => onTimeShare),
    ).toEqual([1000, null, null, null, 0]));
});

describe('LINK-11 R-24 median time to acknowledge', () => {
  const of = (...seconds: readonly number[]) => median(middlePlaces(seconds.length).map((place) => seconds[place] ?? Number.NaN));

  it('none: none', () => expect(of()).toBeNull());
  it('one: itself', () => expect(of(60)).toBe(60));
  it('odd n: the middle', () => expect(of(1, 60, 3600)).toBe(60));
  it('even n: mean of the middle two', () => expect(of(1, 60, 90, 3600)).toBe(75));
  it('even n: whole seconds, half up', () => expect(of(60, 61)).toBe(61));
});
