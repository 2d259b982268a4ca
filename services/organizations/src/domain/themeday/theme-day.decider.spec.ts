import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { fixedOn, isFixedDay, themeDayDecider, type FixThemeDay, type ThemeDayEvent } from './theme-day.decider.ts';

const fix = (fields: Partial<FixThemeDay> = {}): FixThemeDay => ({
  type: 'FixThemeDay',
  organizationId: 'org_1',
  kind: 'branch',
  state: 'active',
  dayOfMonth: 15,
  fromOn: '2026-03-02',
  today: '2026-03-02',
  byId: 'per_secretary',
  ...fields,
});
const fixed = (dayOfMonth: number, fromOn: string): ThemeDayEvent => ({
  type: 'ThemeDayFixed',
  data: { organizationId: 'org_1', dayOfMonth, fromOn, fixedById: 'per_secretary' },
});
const after = (...events: readonly ThemeDayEvent[]) => events.reduce(themeDayDecider.evolve, themeDayDecider.initial);

describe('ORG-35 the fixed day of a branch', () => {
  it('ORG-35 holds from its date on; the same again is nothing new', () => {
    given(themeDayDecider).when(fix()).then(fixed(15, '2026-03-02'));
    given(themeDayDecider, fixed(15, '2026-03-02')).when(fix()).then();
    given(themeDayDecider, fixed(15, '2026-03-02'))
      .when(fix({ dayOfMonth: 20, fromOn: '2026-04-01' }))
      .then(fixed(20, '2026-04-01'));
    const days = after(fixed(15, '2026-03-02'), fixed(20, '2026-04-01'));
    expect(['2026-03-01', '2026-03-02', '2026-03-31', '2026-04-01'].map((date) => fixedOn(days, date))).toEqual([null, 15, 15, 20]);
  });
  it('ORG-35 what is fixed later replaces what was to come', () => {
    given(themeDayDecider, fixed(15, '2026-03-02'), fixed(20, '2026-04-01')).when(fix()).then(fixed(15, '2026-03-02'));
    expect(fixedOn(after(fixed(15, '2026-03-02'), fixed(20, '2026-04-01'), fixed(15, '2026-03-02')), '2026-05-01')).toBe(15);
  });
  it('ORG-35 is not fixed for days that have passed, nor by who is no working branch', () => {
    given(themeDayDecider)
      .when(fix({ fromOn: '2026-03-01' }))
      .thenRejected('DATE_PASSED');
    given(themeDayDecider)
      .when(fix({ kind: 'committee' }))
      .thenRejected('MEETING_KIND_NOT_ALLOWED');
    given(themeDayDecider)
      .when(fix({ state: 'dissolved' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it.each([
    ['2026-03-15', 15, true],
    ['2026-03-14', 15, false],
    ['2026-02-28', 31, true],
    ['2026-02-27', 31, false],
    ['2026-03-31', 30, false],
  ])('ORG-35 %s with the day %s', (date, day, is) => expect(isFixedDay(day, date)).toBe(is));
});
