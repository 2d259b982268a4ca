import {
  unitFlags,
  unitLedgers,
  unitThresholds,
  orgCoverages,
  type OrganizationKind,
  type OrgCoverage,
  type UnitState,
  type UnitThreshold,
} from '@zhitong/catalogue';
import type { UnitEvents, UnitFigures as FiguresOnWire } from '@zhitong/contracts/events/zhitong/organizations/v1/unit_events.ts';
import { Rejected, type DataOf, type EventOf } from '@zhitong/kernel';
import { asksForOwn, type UnitFigures } from './threshold.ts';

export type UnitEvent = EventOf<UnitEvents>;

/** A unit of the coverage ledger 台账 (requirements 1.3). */
export interface Unit {
  readonly unitId: string;
  /** The community or street that keeps the ledger. */
  readonly organizationId: string;
  readonly state: UnitState;
  readonly figures: UnitFigures;
  /** What made it due, as long as the figures do not ask for something else. */
  readonly threshold: UnitThreshold | null;
  readonly dueSinceOn: string | null;
  /** Due for so long that the district was told. */
  readonly overdue: boolean;
  readonly covering: { readonly organizationId: string; readonly as: OrgCoverage } | null;
  readonly liaison: { readonly personId: string; readonly validUntilOn: string } | null;
  readonly exemptUntilOn: string | null;
  readonly firstSecretaryId: string | null;
  /** Day of its newest fact: none begins before it. */
  readonly changedOn: string;
}

/** Null: not in the ledger. */
export type Entry = Unit | null;

/** ORG-33: how an organization of that kind covers a unit; null for one that covers none. */
export function coverageAs(kind: OrganizationKind): OrgCoverage | null {
  if (kind === 'leadingGroup' || kind === 'temporaryBranch') return null;
  if (kind === 'jointBranch' || kind === 'jointCommittee') return 'joint';
  return kind === 'regionalCommittee' || kind === 'industryCommittee' || kind === 'workCommittee' ? 'regional' : 'own';
}

/** Somebody does party work there: a named liaison, or the organization that covers it. */
export const isWorked = ({ covering, liaison }: Pick<Unit, 'covering' | 'liaison'>): boolean => covering !== null || liaison !== null;

/** ORG-34: an industry association has a first secretary, or an organization that stands for several. */
export const isLed = ({ covering, firstSecretaryId }: Pick<Unit, 'covering' | 'firstSecretaryId'>): boolean =>
  firstSecretaryId !== null || covering?.as === 'joint';

/** A day that is found out later begins no earlier than what was on record by then. */
export const notBefore = ({ changedOn }: Unit, day: string): string => (day < changedOn ? changedOn : day);

/** @throws {Rejected} `NOT_FOUND` */
export function registered(entry: Entry): Unit {
  if (entry === null) throw new Rejected('NOT_FOUND', 'There is no such unit.');
  return entry;
}

export const figuresOnWire = ({ ledger: _ledger, flags, revenueFen, ...figures }: UnitFigures): FiguresOnWire => ({
  ...figures,
  revenueFen,
  flagCodes: [...flags],
});

function figuresOf({ ledgerCode, figures }: DataOf<UnitEvent, 'UnitRegistered' | 'UnitUpdated'>): UnitFigures {
  const { staff = 0, fullMembers = 0, revenueFen, flagCodes = [], figuresOn = '' } = figures ?? {};
  return { ledger: unitLedgers.parse(ledgerCode), staff, fullMembers, revenueFen, flags: flagCodes.map((code) => unitFlags.parse(code)), figuresOn };
}

const found = (data: DataOf<UnitEvent, 'UnitRegistered'>): Unit => ({
  unitId: data.unitId,
  organizationId: data.organizationId,
  state: 'found',
  figures: figuresOf(data),
  threshold: null,
  dueSinceOn: null,
  overdue: false,
  covering: null,
  liaison: null,
  exemptUntilOn: null,
  firstSecretaryId: null,
  changedOn: data.effectiveOn,
});

/** Covered by what the threshold asks for, or due since the day it came to be so. */
function settled(unit: Unit, on: string): Unit {
  const { covering, threshold, dueSinceOn } = unit;
  const enough = covering !== null && (covering.as === 'own' || !asksForOwn(threshold));
  if (enough) return { ...unit, state: 'covered', dueSinceOn: null, overdue: false };
  return { ...unit, state: 'dueForOrganization', dueSinceOn: dueSinceOn ?? on };
}

function lost(unit: Unit, { partCode, effectiveOn }: DataOf<UnitEvent, 'CoverageLost'>): Unit {
  if (partCode === 'work') return { ...unit, liaison: null };
  const without = { ...unit, covering: null };
  return unit.state === 'covered' ? settled(without, effectiveOn) : without;
}

function changed(unit: Unit, event: Exclude<UnitEvent, { type: 'UnitRegistered' }>): Unit {
  switch (event.type) {
    case 'UnitUpdated':
      return { ...unit, figures: figuresOf(event.data) };
    case 'UnitThresholdReached':
      return settled({ ...unit, threshold: unitThresholds.parse(event.data.thresholdCode) }, event.data.effectiveOn);
    case 'OrganizationCoverageAchieved': {
      const { coveringOrgId, coverageCode, effectiveOn } = event.data;
      return settled({ ...unit, covering: { organizationId: coveringOrgId, as: orgCoverages.parse(coverageCode) } }, effectiveOn);
    }
    case 'WorkCoverageSet':
      return { ...unit, liaison: { personId: event.data.liaisonId, validUntilOn: event.data.validUntilOn } };
    case 'CoverageLost':
      return lost(unit, event.data);
    case 'CoverageExempted':
      return { ...unit, state: 'exempt', exemptUntilOn: event.data.untilOn, covering: null, threshold: null, dueSinceOn: null, overdue: false };
    case 'ExemptionEnded':
      return { ...unit, state: 'found', exemptUntilOn: null };
    case 'CoverageOverdue':
      return { ...unit, overdue: true };
    case 'FirstSecretarySent':
      return { ...unit, firstSecretaryId: event.data.personId };
  }
}

export function evolve(entry: Entry, event: UnitEvent): Entry {
  if (event.type === 'UnitRegistered') return found(event.data);
  return entry && { ...changed(entry, event), changedOn: event.data.effectiveOn };
}
