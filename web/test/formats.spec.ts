import { describe, expect, it } from '@jest/globals';
import { dateOf, instant, money, number, tenths, urgency } from '../src/ui/formats.ts';

describe('formats (console 3.11)', () => {
  it('shows instants in Shenzhen time wherever the browser is', () => {
    expect(instant('2026-11-23T06:05:00.000Z')).toBe('2026-11-23 14:05');
    expect(dateOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
  });
  it('tells no data from zero', () => {
    expect(number(null)).toBe('—');
    expect(number(0)).toBe('0');
    expect(number(26_914)).toBe('26,914');
  });
  it('shows fen as yuan and tenths as percent', () => {
    expect(money(123_450)).toBe('¥1,234.50');
    expect(money(-5)).toBe('-¥0.05');
    expect(tenths(973)).toBe('97.3 %');
  });
  it('is on time at the very instant of the deadline', () => {
    const due = '2026-11-23T06:00:00.000Z';
    expect(urgency(due, Date.parse(due))).toBe('soon');
    expect(urgency(due, Date.parse(due) + 1)).toBe('over');
    expect(urgency(due, Date.parse(due) - 49 * 3_600_000)).toBe('calm');
  });
});
