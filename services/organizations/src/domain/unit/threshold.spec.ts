import { describe, expect, it } from '@jest/globals';
import type { UnitLedger } from '@zhitong/catalogue';
import { unitLedgers } from '@zhitong/catalogue';
import { thresholdOf, type CoverageLimits, type UnitFigures } from './threshold.ts';
import { figures, limits } from './unit.samples.ts';

const of = (fields: Partial<UnitFigures>, changed: Partial<CoverageLimits> = {}) => thresholdOf(figures(fields), { ...limits, ...changed });
const firm = (fields: Partial<UnitFigures>) => ({ ledger: 'internetFirm', ...fields }) as const;
const revenue = 10_000_000_000;

describe('ORG-32 应建尽建: who is due', () => {
  it.each(unitLedgers.values)('ORG-32 three full members in %s: two do not, three do, four do', (ledger: UnitLedger) => {
    expect([2, 3, 4].map((fullMembers) => of({ ledger, fullMembers }))).toEqual([null, 'fullMembers', 'fullMembers']);
  });

  it('ORG-32 an internet firm with 100,000,000.00 yuan and 100 staff, both reached: a fen or a head less is too little', () => {
    const rows = [
      [revenue, 100, 'largeFirm'],
      [revenue + 1, 101, 'largeFirm'],
      [revenue - 1, 100, null],
      [revenue, 99, null],
      [revenue - 1, 99, null],
      [undefined, 5000, null],
    ] as const;
    expect(rows.map(([revenueFen, staff]) => of(firm({ revenueFen, staff })))).toEqual(rows.map(([, , threshold]) => threshold));
  });

  it('ORG-32 with OR either of the two is enough', () => {
    const either = (revenueFen: number, staff: number) => of(firm({ revenueFen, staff }), { internetCombine: 'OR' });
    expect([either(revenue, 1), either(0, 100), either(revenue - 1, 99)]).toEqual(['largeFirm', 'largeFirm', null]);
  });

  it('ORG-32 one of the national top hundred, or a unicorn, is due whatever its size; what asks for the own organization comes first', () => {
    expect(of(firm({ staff: 1, flags: ['nationalTop100'] }))).toBe('nationalTop100');
    expect(of(firm({ staff: 1, flags: ['unicorn'] }))).toBe('unicorn');
    expect(of(firm({ staff: 1, fullMembers: 9, flags: ['unicorn'] }))).toBe('unicorn');
    expect(of(firm({ staff: 99, revenueFen: revenue, fullMembers: 3 }))).toBe('fullMembers');
  });

  it('ORG-32 only an internet firm is measured by its revenue, staff and fame', () => {
    for (const ledger of unitLedgers.values.filter((other) => other !== 'internetFirm'))
      expect(of({ ledger, staff: 5000, revenueFen: 10 * revenue, flags: ['nationalTop100', 'unicorn'] })).toBeNull();
  });

  it('ORG-32 other settings, other limits', () => {
    expect(of({ fullMembers: 3 }, { minFull: 4 })).toBeNull();
    expect(of(firm({ staff: 50, revenueFen: 5 }), { internetStaff: 50, internetRevenue: 5 })).toBe('largeFirm');
  });
});
