import type { CoverageLimits, UnitFigures } from './threshold.ts';
import type { UnitEvent } from './unit-state.ts';
import type { CoverUnit, ExemptUnit, LoseCoverage, PassCoverageMoment, RegisterUnit, SendFirstSecretary, SetWork, UpdateUnit } from './unit.commands.ts';

export const limits: CoverageLimits = { minFull: 3, internetRevenue: 10_000_000_000, internetStaff: 100, internetCombine: 'AND' };
export const at = '2026-03-02T01:00:00.000Z';
const on = '2026-03-02';
const by = { at, byId: 'per_community' } as const;
const ids = { unitId: 'unt_1', organizationId: 'org_community' } as const;

export const figures = (fields: Partial<UnitFigures> = {}): UnitFigures => ({
  ledger: 'building',
  staff: 40,
  fullMembers: 0,
  flags: [],
  figuresOn: '2026-01-31',
  ...fields,
});
/** More than both limits. */
export const large = { ledger: 'internetFirm', staff: 400, revenueFen: 90_000_000_000 } as const;

const judged = (fields: Partial<UnitFigures>) => ({ figures: figures(fields), limits, validMonths: 12 });
export const register = (fields: Partial<UnitFigures> = {}, command: Partial<RegisterUnit> = {}): RegisterUnit => ({
  type: 'RegisterUnit',
  ...ids,
  keeper: { level: 'community', leadsPlace: true },
  name: '海山大厦',
  ...judged(fields),
  ...by,
  ...command,
});
export const update = (fields: Partial<UnitFigures> = {}, command: Partial<UpdateUnit> = {}): UpdateUnit => ({
  type: 'UpdateUnit',
  ...judged(fields),
  ...by,
  ...command,
});
export const cover = (kind: CoverUnit['covering']['kind'] = 'branch', fields: Partial<CoverUnit['covering']> = {}): CoverUnit => ({
  type: 'CoverUnit',
  covering: { organizationId: `org_${kind}`, kind, state: 'active', ...fields },
  ...by,
});
export const work = (fields: Partial<SetWork> = {}): SetWork => ({
  type: 'SetWork',
  liaisonId: 'per_liaison',
  liaisonIsMember: true,
  validMonths: 12,
  ...by,
  ...fields,
});
export const lose = (fields: Partial<LoseCoverage> = {}): LoseCoverage => ({ type: 'LoseCoverage', cause: 'membersLeft', lostOn: on, ...by, ...fields });
export const exempt = (fields: Partial<ExemptUnit> = {}): ExemptUnit => ({
  type: 'ExemptUnit',
  reasonCode: 'fewMembers',
  level: 'street',
  at,
  byId: 'per_street',
  ...fields,
});
export const send = (fields: Partial<SendFirstSecretary> = {}): SendFirstSecretary => ({
  type: 'SendFirstSecretary',
  personId: 'per_first',
  isFull: true,
  ...by,
  ...fields,
});
export const pass = (moment: PassCoverageMoment['moment'], of: string, scheduledOn: string, day = scheduledOn): PassCoverageMoment => ({
  type: 'PassCoverageMoment',
  moment,
  of,
  scheduledOn,
  limits,
  at: `${day}T01:00:00.000Z`,
});

export const registeredUnit = (fields: Partial<UnitFigures> = {}): UnitEvent => {
  const { ledger, flags, ...rest } = figures(fields);
  const wire = { ...rest, flagCodes: [...flags] };
  return {
    type: 'UnitRegistered',
    data: { ...ids, name: '海山大厦', ledgerCode: ledger, figures: wire, effectiveOn: on, registeredById: 'per_community', warnings: [] },
  };
};
export const reached = (thresholdCode = 'fullMembers', effectiveOn = on): UnitEvent => ({
  type: 'UnitThresholdReached',
  data: { ...ids, thresholdCode, ownRequired: thresholdCode !== 'fullMembers', effectiveOn },
});
export const covered = (coverageCode = 'own', coveringOrgId = 'org_branch'): UnitEvent => ({
  type: 'OrganizationCoverageAchieved',
  data: { ...ids, coveringOrgId, coverageCode, effectiveOn: on, achievedById: 'per_community' },
});
export const exempted = (): UnitEvent => ({
  type: 'CoverageExempted',
  data: { ...ids, reasonCode: 'fewMembers', effectiveOn: on, untilOn: '2027-03-02', exemptedById: 'per_street' },
});
export const worked = (): UnitEvent => ({
  type: 'WorkCoverageSet',
  data: { ...ids, liaisonId: 'per_liaison', effectiveOn: on, validUntilOn: '2027-03-02', setById: 'per_community' },
});
