import { coverageCombineSchema } from '@zhitong/catalogue';
import type { Settings } from '@zhitong/platform';
import type { CoverageLimits } from '../domain/unit/threshold.ts';

/** ORG-32: what makes a unit due, as in force for the ledger of a place. */
export function coverageLimits(settings: Settings, at: string, organizationId: string): CoverageLimits {
  const number = (key: string) => settings.number(`coverage.${key}`, at, organizationId);
  return {
    minFull: number('minFull'),
    internetRevenue: number('internetRevenue'),
    internetStaff: number('internetStaff'),
    internetCombine: coverageCombineSchema.parse(settings.json('coverage.internetCombine', at, organizationId)),
  };
}

/** Months for which figures and liaisons are good (ORG-31, ORG-33). */
export const validMonths = (settings: Settings, at: string, organizationId: string): number => settings.number('coverage.validMonths', at, organizationId);
