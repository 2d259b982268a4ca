import { unitLedgers, type UnitLedger } from '@zhitong/catalogue';
import { addDays } from '@zhitong/kernel';
import type { PlannedOrganization } from './organizations.ts';
import { randomOf } from './random.ts';

/** A unit in the ledger of a community, invented. */
export interface PlannedUnit {
  readonly key: string;
  /** The community that keeps it. */
  readonly keeper: string;
  readonly name: string;
  readonly ledger: UnitLedger;
  readonly staff: number;
  readonly fullMembers: number;
  readonly revenueFen?: number;
  readonly figuresOn: string;
  /** The branch that covers it, by key; what is due without one waits. */
  readonly coveredBy?: string;
}

/** So many full members ask for an organization (coverage.minFull). */
const dueFrom = 3;
const yuan = 100;

/** One to three units in each community; most of those that are due are covered by its first branch. */
export function planUnits(organizations: readonly PlannedOrganization[], seed: number, baseDate: string): readonly PlannedUnit[] {
  const branches = new Map(organizations.filter(({ kind }) => kind === 'branch').map(({ key, lineParent }) => [lineParent, key] as const));
  return organizations
    .filter(({ level, placeCode }) => level === 'community' && placeCode !== undefined)
    .flatMap(({ key: keeper }) => {
      const random = randomOf(seed, `units/${keeper}`);
      const branch = branches.get(keeper);
      return Array.from({ length: random.between(1, 3) }, (_, index) => {
        const ledger = random.pick(unitLedgers.values);
        const fullMembers = random.between(0, 6);
        const due = fullMembers >= dueFrom && random.chance(7500);
        return {
          key: `${keeper}/${index + 1}`,
          keeper,
          name: `示例单位${index + 1}`,
          ledger,
          staff: random.between(5, 400),
          fullMembers,
          ...(ledger === 'internetFirm' ? { revenueFen: random.between(1, 300) * 1_000_000 * yuan } : {}),
          figuresOn: addDays(baseDate, -random.between(1, 300)),
          ...(due && branch !== undefined ? { coveredBy: branch } : {}),
        };
      });
    });
}
