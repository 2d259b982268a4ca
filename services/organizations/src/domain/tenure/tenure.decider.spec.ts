import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { countOf, type Spell } from './tenure-count.ts';
import { tenureDecider, type TenureCommand, type TenureEvent } from './tenure.decider.ts';

const personId = 'per_1';
const take = (postId: string, fromOn: string, numbers: Partial<Pick<Spell, 'gapDays' | 'years'>> = {}): TenureCommand => ({
  type: 'TakePost',
  personId,
  postId,
  organizationId: `org_${postId}`,
  fromOn,
  gapDays: 30,
  years: 6,
  ...numbers,
});
const leave = (postId: string, leftOn: string, cause: 'reassigned' | 'correction' = 'reassigned'): TenureCommand => ({
  type: 'LeavePost',
  personId,
  postId,
  leftOn,
  cause,
});
const pass = (sinceOn: string, day: string): TenureCommand => ({ type: 'PassYears', personId, sinceOn, at: `${day}T00:00:00.000Z` });
const after = (...commands: readonly TenureCommand[]): readonly TenureEvent[] =>
  commands.reduce<readonly TenureEvent[]>((past, command) => [...past, ...tenureDecider.decide(given(tenureDecider, ...past).state(), command)], []);
const reached = (...commands: readonly TenureCommand[]) =>
  after(...commands).flatMap(({ type, data }) => (type === 'SixYearTenureReached' ? [[data.organizationId, data.sinceOn, data.reachedOn]] : []));
const since = (...commands: readonly TenureCommand[]) => {
  const [first, ...rest] = given(tenureDecider, ...after(...commands)).state().spells;
  return first === undefined ? null : countOf([first, ...rest]).sinceOn;
};

describe('ORG-25 six years as secretary of communities', () => {
  it('ORG-25 reached on addMonths(start, 72), not the day before, once', () => {
    const one = take('a', '2020-03-02');
    expect(reached(one, pass('2020-03-02', '2026-03-01'))).toEqual([]);
    expect(reached(one, pass('2020-03-02', '2026-03-02'))).toEqual([['org_a', '2020-03-02', '2026-03-02']]);
    expect(reached(one, pass('2020-03-02', '2026-03-03'), pass('2020-03-02', '2026-03-04'))).toEqual([['org_a', '2020-03-02', '2026-03-02']]);
    expect(reached(take('a', '2024-02-29'), pass('2024-02-29', '2030-02-28'))).toEqual([['org_a', '2024-02-29', '2030-02-28']]);
    expect(reached(take('a', '2020-12-31'), pass('2020-12-31', '2026-12-31'))).toEqual([['org_a', '2020-12-31', '2026-12-31']]);
  });

  it.each([
    ['2023-03-31', 30, '2020-03-02'],
    ['2023-03-30', 29, '2020-03-02'],
    ['2023-04-01', 31, '2023-04-01'],
  ])('ORG-25 a post taken on %s, after a break of %i days, is in the count since %s', (fromOn, _days, sinceOn) => {
    expect(since(take('a', '2020-03-02'), leave('a', '2023-03-01'), take('b', fromOn))).toBe(sinceOn);
    expect(since(take('a', '2020-03-02'), take('b', fromOn), leave('a', '2023-03-01'))).toBe(sinceOn);
  });

  it('ORG-25 the setting of the day a post is taken decides about the break before it, and the one of the first day about the years', () => {
    const moved = (gapDays: number) => since(take('a', '2020-03-02'), leave('a', '2023-03-01'), take('b', '2023-04-01', { gapDays }));
    expect([moved(30), moved(31)]).toEqual(['2023-04-01', '2020-03-02']);
    const five = [take('a', '2020-03-02'), leave('a', '2023-03-01'), take('b', '2023-03-01', { years: 5 })];
    expect(reached(...five, pass('2020-03-02', '2025-03-02'))).toEqual([]);
    expect(after(...five).at(-1)).toMatchObject({ data: { sinceOn: '2020-03-02', fullOn: '2026-03-02' } });
  });

  it('ORG-25 moving keeps the count; whoever has left before is not found; whoever comes back in time is, on the day of coming back', () => {
    const moved = [take('a', '2020-03-02'), leave('a', '2023-03-01'), take('b', '2023-03-10')];
    expect(reached(...moved, pass('2020-03-02', '2026-03-02'))).toEqual([['org_b', '2020-03-02', '2026-03-02']]);
    const left = [...moved, leave('b', '2026-03-02')];
    expect(reached(...left, pass('2020-03-02', '2026-03-02'))).toEqual([]);
    expect(reached(...left, take('c', '2026-03-20'), pass('2020-03-02', '2026-03-20'))).toEqual([['org_c', '2020-03-02', '2026-03-20']]);
    expect(reached(...moved, leave('b', '2026-03-03'), pass('2020-03-02', '2026-04-01'))).toEqual([['org_b', '2020-03-02', '2026-03-02']]);
    expect(reached(...left, take('c', '2026-05-01'), pass('2020-03-02', '2026-05-01'))).toEqual([]);
  });

  it('ORG-25 a post filled by mistake never counted; the same twice is one', () => {
    expect(since(take('a', '2020-03-02'), leave('a', '2020-03-02', 'correction'), take('b', '2020-03-10'))).toBe('2020-03-10');
    expect(after(take('a', '2020-03-02'), take('a', '2020-03-02'), leave('a', '2021-01-01'), leave('a', '2021-01-02'), leave('z', '2021-01-01'))).toHaveLength(
      2,
    );
  });

  it('ORG-25 the count does not ask in which order the posts of several communities become known', () => {
    const day = fc.integer({ min: 0, max: 2_000 }).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
    const spell = fc.tuple(day, fc.integer({ min: 0, max: 400 }), fc.boolean());
    const facts = (index: number, [fromOn, days, open]: readonly [string, number, boolean]): readonly TenureCommand[] => {
      const leftOn = new Date(Date.parse(`${fromOn}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      return [take(`p${index}`, fromOn), ...(open ? [] : [leave(`p${index}`, leftOn)])];
    };
    fc.assert(
      fc.property(
        fc
          .uniqueArray(spell, { maxLength: 5, selector: ([fromOn]) => fromOn })
          .chain((spells) => fc.tuple(fc.constant(spells), fc.shuffledSubarray(spells, { minLength: spells.length }))),
        ([spells, shuffled]) => {
          const commands = spells.flatMap((one, index) => facts(index, one));
          const other = shuffled.flatMap((one) => facts(spells.indexOf(one), one));
          expect(since(...other)).toBe(since(...commands));
          walk(tenureDecider, commands, () => undefined);
        },
      ),
      { numRuns: 200, seed: 20260302 },
    );
  });
});
