import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '@zhitong/kernel';

// National Day 2026: 1 to 7 October off, Saturday 10 October worked instead.
const holidays = ['2026-10-01=off', '2026-10-02=off', '2026-10-05=off', '2026-10-06=off', '2026-10-07=off', '2026-10-10=on'];

describe('working days (0.3)', () => {
  it('counts Monday to Friday', () => {
    expect(addWorkingDays('2026-03-06', 1, [])).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-07', 1, [])).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-02', 5, [])).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-07', 0, [])).toBe('2026-03-07');
  });

  it('skips holidays and works on corrected weekends', () => {
    expect(addWorkingDays('2026-09-30', 1, holidays)).toBe('2026-10-08');
    expect(addWorkingDays('2026-09-30', 3, holidays)).toBe('2026-10-10');
    expect(addWorkingDays('2026-09-30', 4, holidays)).toBe('2026-10-12');
    expect([isWorkingDay('2026-10-10', holidays), isWorkingDay('2026-10-11', holidays)]).toEqual([true, false]);
  });

  it('counts between two dates as the inverse of adding', () => {
    for (let n = 0; n <= 30; n += 1) expect(workingDaysBetween('2026-09-28', addWorkingDays('2026-09-28', n, holidays), holidays)).toBe(n);
    expect(workingDaysBetween('2026-10-08', '2026-09-30', holidays)).toBe(0);
  });

  it('refuses a mistyped exception', () => {
    for (const wrong of ['2026-10-01', '2026-10-01=free', '2026-10-32=off']) expect(() => addWorkingDays('2026-09-30', 1, [wrong])).toThrow(RangeError);
    expect(() => addWorkingDays('2026-09-30', -1, [])).toThrow(RangeError);
  });
});
