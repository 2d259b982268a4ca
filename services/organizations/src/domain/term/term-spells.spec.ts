import { describe, expect, it } from '@jest/globals';
import { termFigures, termsAt, type StandingTerm, type TermSpell } from './term-spells.ts';

const endOfTime = '9999-12-31T00:00:00.000Z';
const told = '2026-03-02T01:00:00.000Z';
const spell = (termId: string, startsOn: string, expiresOn: string, ...shifts: readonly (readonly [on: string, decidedOn: string])[]): TermSpell => ({
  termId,
  startsOn,
  recordedAt: told,
  expiries: [[expiresOn, startsOn] as const, ...shifts].map(([on, decidedOn]) => ({ on, decidedOn, recordedAt: told })),
});
const then = (spells: readonly TermSpell[], asOf: string, knownAt = endOfTime) => termsAt(spells, { asOf, knownAt });

describe('R-10 terms on a day', () => {
  const first = spell('t1', '2021-03-10', '2026-03-10', ['2026-09-10', '2026-02-01']);
  const second = spell('t2', '2026-09-10', '2031-09-10');
  it('R-10 a shift holds from the day it was decided, an election ends the term on its day', () => {
    expect(then([first, second], '2026-01-31')).toEqual([{ termId: 't1', startsOn: '2021-03-10', expiresOn: '2026-03-10', electedOn: null }]);
    expect(then([first, second], '2026-02-01')).toMatchObject([{ expiresOn: '2026-09-10', electedOn: null }]);
    expect(then([first, second], '2026-09-09')).toHaveLength(1);
    expect(then([second, first], '2026-09-10')).toMatchObject([
      { termId: 't1', electedOn: '2026-09-10' },
      { termId: 't2', electedOn: null },
    ]);
    expect(then([first], '2026-02-01', '2026-03-02T00:59:59.999Z')).toEqual([]);
  });
  it('R-10 due in 180 days includes the last day and the 180th, overdue begins on the day after', () => {
    const term: StandingTerm = { termId: 't', startsOn: '2021-08-29', expiresOn: '2026-08-29', electedOn: null };
    const due = (asOf: string) => [termFigures.dueSoon(term, asOf), termFigures.overdue(term, asOf)];
    expect([due('2026-03-01'), due('2026-03-02'), due('2026-08-29'), due('2026-08-30')]).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [false, true],
    ]);
    const elected = { ...term, electedOn: '2026-08-30' };
    expect([termFigures.dueSoon(elected, '2026-08-01'), termFigures.overdue(elected, '2026-08-30')]).toEqual([false, false]);
  });
  it('R-10 on time is an election on the last day or before, of terms that were to end in the window', () => {
    const ended = (electedOn: string | null, from = '2026-01-01', asOf = '2026-12-31') => {
      const term = { termId: 't', startsOn: '2021-06-30', expiresOn: '2026-06-30', electedOn };
      return [termFigures.expired(term, asOf, from), termFigures.onTime(term, asOf, from)];
    };
    expect([ended('2026-06-30'), ended('2026-07-01'), ended('2026-05-01'), ended(null)]).toEqual([
      [true, true],
      [true, false],
      [true, true],
      [true, false],
    ]);
    expect([ended('2026-06-30', '2026-06-30', '2026-06-30'), ended('2026-06-30', '2026-07-01'), ended('2026-06-30', '2026-01-01', '2026-06-29')]).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
  });
});
