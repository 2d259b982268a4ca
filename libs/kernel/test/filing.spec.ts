import { describe, expect, it } from '@jest/globals';
import { ensureFiled, type Filing } from '../src/filing.ts';
import { Rejected } from '../src/rejected.ts';

const at = '2026-03-02T01:00:00.000Z';
const filing: Filing = { at, backdateDays: 90, fromAbove: false };
const outcome = (date: string, change: Partial<Filing> = {}) => {
  try {
    ensureFiled(date, { ...filing, ...change });
    return 'filed';
  } catch (error) {
    return error instanceof Rejected ? error.code : error;
  }
};

describe('0.3 the day of a fact that is filed', () => {
  it('is today at the latest, by the calendar of Shanghai', () => {
    expect([outcome('2026-03-02'), outcome('2026-03-03')]).toEqual(['filed', 'FUTURE_DATED']);
    expect(outcome('2026-03-03', { at: '2026-03-02T15:59:59.999Z' })).toBe('FUTURE_DATED');
    expect(outcome('2026-03-03', { at: '2026-03-02T16:00:00.000Z' })).toBe('filed');
  });
  it('lies 90 days back and not 91', () => {
    expect([outcome('2025-12-03'), outcome('2025-12-02'), outcome('2025-12-01')]).toEqual(['filed', 'filed', 'BACKDATE_TOO_FAR']);
  });
  it('lies further back with a reason of the organization above, and with nobody else`s', () => {
    expect(outcome('2025-12-01', { fromAbove: true, reasonRef: 'txt_1' })).toBe('filed');
    expect(outcome('2025-12-01', { fromAbove: true })).toBe('REASON_REQUIRED');
    expect(outcome('2025-12-01', { reasonRef: 'txt_1' })).toBe('BACKDATE_TOO_FAR');
    expect(outcome('2025-12-02', { fromAbove: true })).toBe('filed');
  });
  it('is never ahead, whoever files it', () => {
    expect(outcome('2026-03-03', { fromAbove: true, reasonRef: 'txt_1' })).toBe('FUTURE_DATED');
    expect(outcome('2026-03-03', { backdateDays: null })).toBe('FUTURE_DATED');
    expect(outcome('1949-10-01', { backdateDays: null })).toBe('filed');
  });
});
