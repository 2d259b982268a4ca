import { isWorking, rankOf, type UnitLedger } from '@zhitong/catalogue';
import { addMonths, ensure, Rejected, shanghaiDate } from '@zhitong/kernel';
import { coverageAs, notBefore, registered, type Entry, type UnitEvent } from './unit-state.ts';
import type { CoverUnit, ExemptUnit, LoseCoverage, SendFirstSecretary, SetWork } from './unit.commands.ts';

/** Months after which an exemption ends by itself. */
const exemptionMonths = 12;

const associations: ReadonlySet<UnitLedger> = new Set<UnitLedger>(['industryAssociation', 'otherSocialOrg']);

/** ORG-33: only what is due is covered by an organization; the others have a liaison. */
export function coverUnit(entry: Entry, { covering: { organizationId: coveringOrgId, kind, state }, at, byId }: CoverUnit): readonly UnitEvent[] {
  const unit = registered(entry);
  const { unitId, organizationId } = unit;
  const coverageCode = coverageAs(kind);
  if (coverageCode === null) throw new Rejected('KIND_NOT_ALLOWED', 'Organizations of this kind cover no unit.', { kind });
  ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The covering organization is not active.', { state });
  ensure(unit.state === 'dueForOrganization' || unit.state === 'covered', 'STATE_NOT_ALLOWED', 'No organization is due here.', { state: unit.state });
  if (unit.covering?.organizationId === coveringOrgId && unit.covering.as === coverageCode) return [];
  const achieved = { unitId, organizationId, coveringOrgId, coverageCode, effectiveOn: shanghaiDate(at), achievedById: byId };
  return [{ type: 'OrganizationCoverageAchieved', data: achieved }];
}

/** ORG-33. */
export function setWork(entry: Entry, { liaisonId, liaisonIsMember, validMonths, at, byId }: SetWork): readonly UnitEvent[] {
  const { unitId, organizationId, liaison } = registered(entry);
  ensure(liaisonIsMember, 'NOT_A_MEMBER', 'The liaison is a member.');
  const effectiveOn = shanghaiDate(at);
  const validUntilOn = addMonths(effectiveOn, validMonths);
  if (liaison?.personId === liaisonId && liaison.validUntilOn === validUntilOn) return [];
  return [{ type: 'WorkCoverageSet', data: { unitId, organizationId, liaisonId, effectiveOn, validUntilOn, setById: byId } }];
}

/** ORG-33. */
export function loseCoverage(entry: Entry, { cause, coveringOrgId, lostOn, byId }: LoseCoverage): readonly UnitEvent[] {
  const unit = registered(entry);
  const { unitId, organizationId, covering } = unit;
  if (coveringOrgId !== undefined && covering?.organizationId !== coveringOrgId) return [];
  if (covering === null) throw new Rejected('STATE_NOT_ALLOWED', 'No organization covers the unit.');
  const data = { unitId, organizationId, partCode: 'organization', causeCode: cause, coveringOrgId: covering.organizationId };
  return [{ type: 'CoverageLost', data: { ...data, effectiveOn: notBefore(unit, lostOn), lostById: byId } }];
}

/** ORG-33: the street decides, or one above it. */
export function exemptUnit(entry: Entry, { reasonCode, level, at, byId }: ExemptUnit): readonly UnitEvent[] {
  const { unitId, organizationId, state } = registered(entry);
  ensure(rankOf[level] <= rankOf.street, 'LEVEL_NOT_ALLOWED', 'The street decides on exemptions.', { level });
  ensure(state === 'found' || state === 'dueForOrganization', 'STATE_NOT_ALLOWED', 'Only what is not covered can be exempt.', { state });
  const effectiveOn = shanghaiDate(at);
  const untilOn = addMonths(effectiveOn, exemptionMonths);
  return [{ type: 'CoverageExempted', data: { unitId, organizationId, reasonCode, effectiveOn, untilOn, exemptedById: byId } }];
}

/** ORG-34. */
export function sendFirstSecretary(entry: Entry, { personId, isFull, at, byId }: SendFirstSecretary): readonly UnitEvent[] {
  const { unitId, organizationId, figures, firstSecretaryId } = registered(entry);
  ensure(associations.has(figures.ledger), 'KIND_NOT_ALLOWED', 'First secretaries are sent to associations.', { ledger: figures.ledger });
  ensure(isFull, 'NOT_FULL_MEMBER', 'A first secretary is a full member in good standing.');
  if (firstSecretaryId === personId) return [];
  return [{ type: 'FirstSecretarySent', data: { unitId, organizationId, personId, effectiveOn: shanghaiDate(at), sentById: byId } }];
}
