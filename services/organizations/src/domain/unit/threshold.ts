import type { UnitFlag, UnitLedger, UnitThreshold } from '@zhitong/catalogue';
import type { Fen } from '@zhitong/kernel';

/** What a unit says of itself, and of which day that is. */
export interface UnitFigures {
  readonly ledger: UnitLedger;
  readonly staff: number;
  readonly fullMembers: number;
  readonly revenueFen?: Fen | undefined;
  readonly flags: readonly UnitFlag[];
  readonly figuresOn: string;
}

/** Settings in force on the day of a decision. */
export interface CoverageLimits {
  readonly minFull: number;
  readonly internetRevenue: Fen;
  readonly internetStaff: number;
  /** Whether revenue and staff have to be reached together. */
  readonly internetCombine: 'AND' | 'OR';
}

/** A joint organization does not do. */
export const asksForOwn = (threshold: UnitThreshold | null): boolean => threshold !== null && threshold !== 'fullMembers';

function ownThreshold(
  { flags, staff, revenueFen = 0 }: UnitFigures,
  { internetRevenue, internetStaff, internetCombine }: CoverageLimits,
): UnitThreshold | null {
  if (flags.includes('nationalTop100')) return 'nationalTop100';
  if (flags.includes('unicorn')) return 'unicorn';
  const [rich, large] = [revenueFen >= internetRevenue, staff >= internetStaff];
  return (internetCombine === 'AND' ? rich && large : rich || large) ? 'largeFirm' : null;
}

/** ORG-32 (应建尽建): what asks for an organization, the one that asks for the unit's own first; null where nothing does. Every limit is inclusive. */
export function thresholdOf(figures: UnitFigures, limits: CoverageLimits): UnitThreshold | null {
  const own = figures.ledger === 'internetFirm' ? ownThreshold(figures, limits) : null;
  return own ?? (figures.fullMembers >= limits.minFull ? 'fullMembers' : null);
}
