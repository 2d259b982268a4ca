import { describe, expect, it } from '@jest/globals';
import { firstOfTwelveMonths, knowsPast, namedDay, pastDay } from '../src/shell/as-of.ts';

const today = '2026-11-23';

describe('the point in time of an address (console 1.1, P03)', () => {
  it('is a day before today', () => {
    expect(pastDay('2026-11-22', today)).toBe('2026-11-22');
    expect(pastDay('2024-02-29', today)).toBe('2024-02-29');
  });
  it('is now for today, for a day ahead and for what is no day', () => {
    for (const named of [null, '', today, '2026-11-24', '2026-02-30', '2026-13-01', '22.11.2026', 'yesterday']) expect(pastDay(named, today)).toBeNull();
  });
  it('is never written to the address for now', () => {
    expect(namedDay('2026-11-01', today)).toBe('2026-11-01');
    expect([null, today, '2027-01-01'].map((chosen) => namedDay(chosen, today))).toEqual(['', '', '']);
  });
  it('is known to the tree and to the cockpit only', () => {
    expect(['/orgs', '/cockpit/org_1', '/cockpit/org_1/list'].every(knowsPast)).toBe(true);
    expect(['/orgs/new', '/orgs/org_1', '/members', '/home'].some(knowsPast)).toBe(false);
  });
  it('shows months that were over then, and this month now', () => {
    expect(firstOfTwelveMonths(null, today)).toBe('2025-12');
    expect(firstOfTwelveMonths('2026-11-01', today)).toBe('2025-11');
    expect(firstOfTwelveMonths('2026-01-31', today)).toBe('2025-01');
  });
});
