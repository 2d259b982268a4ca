import type { OrgCoverage, UnitLedger, UnitState } from '@zhitong/catalogue';
import { exemptionReasons, type ExemptionReason } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, type Recorded } from '@zhitong/eventing';
import { isLed, isWorked, type Unit, type UnitEvent } from '../domain/unit/unit-state.ts';
import { unitDecider } from '../domain/unit/unit.decider.ts';

/** How a unit stood from a day on, until the next one that was on record: what reports ask for by date. */
export interface UnitSpell {
  readonly fromOn: string;
  readonly recordedAt: string;
  readonly ledger: UnitLedger;
  readonly state: UnitState;
  readonly orgCoverage: OrgCoverage | null;
  readonly workCovered: boolean;
  readonly led: boolean;
}

export interface UnitListRow {
  readonly unitId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly unit: Unit;
  readonly exemptionReason: ExemptionReason | null;
  /** A handful: only what changes one of their fields begins another. */
  readonly spells: readonly UnitSpell[];
  readonly ledger: UnitLedger;
  readonly state: UnitState;
  readonly overdue: boolean;
  /** Not exempt, and nobody does party work there. */
  readonly withoutWork: boolean;
  /** An industry association with neither a first secretary nor a joint organization. */
  readonly withoutLeader: boolean;
  /** Empty without one: an index knows no null. */
  readonly coveringOrgId: string;
  /** Of the unit's stream, for If-Match. */
  readonly version: number;
}

export const unitsKey = (organizationId: string): string => `units/${organizationId}`;

const spellOf = ({ figures: { ledger }, state, covering, liaison, firstSecretaryId }: Unit): Omit<UnitSpell, 'fromOn' | 'recordedAt'> => ({
  ledger,
  state,
  orgCoverage: covering?.as ?? null,
  workCovered: isWorked({ covering, liaison }),
  led: isLed({ covering, firstSecretaryId }),
});

/** Of what one commit did on a day the last word stands. */
function spellsAfter(spells: readonly UnitSpell[], unit: Unit, { data: { effectiveOn: fromOn }, recordedAt }: Recorded<UnitEvent>): readonly UnitSpell[] {
  const spell = spellOf(unit);
  const last = spells.at(-1);
  const fields = ['ledger', 'state', 'orgCoverage', 'workCovered', 'led'] as const;
  const same = last !== undefined && fields.every((field) => last[field] === spell[field]);
  return same ? spells : [...spells, { fromOn, recordedAt, ...spell }];
}

function after(row: UnitListRow | null, event: Recorded<UnitEvent>): UnitListRow | null {
  const unit = unitDecider.evolve(row?.unit ?? null, event);
  if (unit === null) return null;
  const { state, overdue, covering } = unit;
  return {
    unitId: unit.unitId,
    organizationId: unit.organizationId,
    name: event.type === 'UnitRegistered' ? event.data.name : (row?.name ?? ''),
    unit,
    exemptionReason: event.type === 'CoverageExempted' ? exemptionReasons.parse(event.data.reasonCode) : (row?.exemptionReason ?? null),
    spells: spellsAfter(row?.spells ?? [], unit, event),
    ledger: unit.figures.ledger,
    state,
    overdue,
    withoutWork: state !== 'exempt' && !isWorked(unit),
    withoutLeader: unit.figures.ledger === 'industryAssociation' && !isLed(unit),
    coveringOrgId: covering?.organizationId ?? '',
    version: event.version,
  };
}

/** What a list of units can be of; each is counted over all ledgers and per ledger. */
export type UnitSelection = UnitState | 'overdue' | 'withoutWork' | 'withoutLeader' | 'all';
export const unitAmount = (selection: UnitSelection, ledger: UnitLedger | undefined): string => (ledger === undefined ? selection : `${selection}.${ledger}`);

const selectionsOf = ({ state, overdue, withoutWork, withoutLeader }: UnitListRow): readonly UnitSelection[] => [
  'all',
  state,
  ...(overdue ? (['overdue'] as const) : []),
  ...(withoutWork ? (['withoutWork'] as const) : []),
  ...(withoutLeader ? (['withoutLeader'] as const) : []),
];

/** One row per unit of the coverage ledger; tally `units/<id>` counts those that an organization keeps. */
export const unitList = defineProjection<UnitListRow>({
  name: 'unit-list',
  version: 3,
  indexes: [
    ['organizationId', 'ledger', 'state'],
    ['organizationId', 'state'],
    ['organizationId', 'ledger', 'overdue'],
    ['organizationId', 'overdue'],
    ['organizationId', 'ledger', 'withoutWork'],
    ['organizationId', 'withoutWork'],
    ['organizationId', 'ledger', 'withoutLeader'],
    ['organizationId', 'withoutLeader'],
    ['coveringOrgId'],
  ],
  sources: [fromEvery<UnitEvent>(aggregates.organizations.unit)((event) => ({ key: event.data.unitId, fold: (row) => after(row, event) }))],
  tallies: (row) => [
    {
      key: unitsKey(row.organizationId),
      amounts: Object.fromEntries(selectionsOf(row).flatMap((selection) => [undefined, row.ledger].map((ledger) => [unitAmount(selection, ledger), 1]))),
    },
  ],
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
