import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addHours,
  addMonths,
  daysBetween,
  deadlineInDays,
  endOfDay,
  lastDayOf,
  monthsBetween,
  parseDate,
  shanghaiDate,
  startOfDay,
  yearsBetween,
} from '@zhitong/kernel';

const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }).map((value) => value.toISOString().slice(0, 10));

describe('Shanghai dates (0.3)', () => {
  it('turns an instant into the date in Shanghai, one millisecond around midnight', () => {
    expect(shanghaiDate('2026-03-31T16:30:00.000Z')).toBe('2026-04-01');
    expect(shanghaiDate('2026-03-31T15:59:59.999Z')).toBe('2026-03-31');
    expect(shanghaiDate('2026-03-31T16:00:00.000Z')).toBe('2026-04-01');
    expect(shanghaiDate('2026-04-01T00:30:00+08:00')).toBe('2026-04-01');
  });

  it('starts and ends a day at Shanghai midnight, in summer as in winter', () => {
    expect(startOfDay('2026-07-01')).toBe('2026-06-30T16:00:00.000Z');
    expect(endOfDay('2026-07-01')).toBe('2026-07-01T15:59:59.999Z');
    expect(endOfDay('2026-01-01')).toBe('2026-01-01T15:59:59.999Z');
  });

  it('ends a deadline in n days at the end of day d + n', () => {
    expect(deadlineInDays('2026-03-01T01:00:00.000Z', 5)).toBe('2026-03-06T15:59:59.999Z');
    expect(deadlineInDays('2026-02-28T16:00:00.000Z', 5)).toBe('2026-03-06T15:59:59.999Z');
    expect(addHours('2026-03-01T01:00:00.000Z', 72)).toBe('2026-03-04T01:00:00.000Z');
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('adds months to %s: %i gives %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it.each([
    ['2027-02', '2027-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('the last day of %s is %s', (month, day) => expect(lastDayOf(month)).toBe(day));

  it('counts whole months and years up to, on and after the anniversary', () => {
    expect(monthsBetween('2026-01-15', '2026-07-14')).toBe(5);
    expect(monthsBetween('2026-01-15', '2026-07-15')).toBe(6);
    expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1);
    expect(yearsBetween('2024-02-29', '2025-02-27')).toBe(0);
    expect(yearsBetween('2024-02-29', '2025-02-28')).toBe(1);
  });

  it('refuses what is no date or no instant instead of rolling over', () => {
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-04-31']) expect(() => parseDate(wrong)).toThrow(RangeError);
    for (const wrong of ['2026-02-28', '2026-02-28T10:00:00', 'now']) expect(() => shanghaiDate(wrong)).toThrow(RangeError);
  });

  it('moves days back and forth, and a date lies within its own day', () =>
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(addDays(addDays(from, n), -n)).toBe(from);
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect(shanghaiDate(startOfDay(from))).toBe(from);
        expect(shanghaiDate(endOfDay(from))).toBe(from);
      }),
    ));

  it('monthsBetween is the largest number of months that still fits', () =>
    fc.assert(
      fc.property(date, date, (a, b) => {
        const months = monthsBetween(a, b);
        expect(addMonths(a, months) <= b && addMonths(a, months + 1) > b).toBe(true);
      }),
    ));
});
