import * as operations from '@zhitong/catalogue/operations/coverage.ts';
import { shanghaiDate } from '@zhitong/kernel';
import { useCase, type Kit } from '@zhitong/platform';
import type { UnitFigures } from '../domain/unit/threshold.ts';
import type { UnitCommand } from '../domain/unit/unit.commands.ts';
import { unitIdOf, unitStream } from '../domain/unit/unit.stream.ts';
import { actingOrganization, actorOf, memberFacts } from './actor.ts';
import { coverageLimits, validMonths } from './coverage-settings.ts';
import { nodeOf } from './organization-rows.ts';

const by = (kit: Kit) => ({ at: kit.call.now, byId: actorOf(kit).id });
const change = (kit: Kit, unitId: string, command: UnitCommand) => kit.handle(unitStream, unitId, command, { receiptId: unitId });
const judged = (kit: Kit, organizationId: string, figures: UnitFigures) => ({
  figures,
  limits: coverageLimits(kit.settings, kit.call.now, organizationId),
  validMonths: validMonths(kit.settings, kit.call.now, organizationId),
});

/** The organization whose ledger a unit is in, once the caller was found to reach it. */
async function keeperOf(kit: Kit, unitId: string): Promise<string> {
  const { state } = await kit.peek(unitStream, unitId);
  const organizationId = state?.organizationId ?? unitId;
  await kit.allow({ organizationId });
  return organizationId;
}

const registerUnit = useCase(operations.registerUnit, async ({ organizationId, name, ...figures }, kit) => {
  await kit.allow({ organizationId });
  const { level, placeCode } = nodeOf(kit.treeNow, organizationId);
  const unitId = unitIdOf(organizationId, name);
  const keeper = { level, leadsPlace: placeCode !== null };
  return change(kit, unitId, { type: 'RegisterUnit', unitId, organizationId, keeper, name, ...judged(kit, organizationId, figures), ...by(kit) });
});

const updateUnit = useCase(operations.updateUnit, async ({ unitId, ...figures }, kit) => {
  const organizationId = await keeperOf(kit, unitId);
  return change(kit, unitId, { type: 'UpdateUnit', ...judged(kit, organizationId, figures), ...by(kit) });
});

const coverUnit = useCase(operations.coverUnit, async ({ unitId, coveringOrgId }, kit) => {
  await keeperOf(kit, unitId);
  const { organizationId, kind, state } = nodeOf(kit.treeNow, coveringOrgId);
  return change(kit, unitId, { type: 'CoverUnit', covering: { organizationId, kind, state }, ...by(kit) });
});

const setWorkCoverage = useCase(operations.setWorkCoverage, async ({ unitId, liaisonId }, kit) => {
  const organizationId = await keeperOf(kit, unitId);
  const [liaison] = await memberFacts(kit, [liaisonId]);
  const liaisonIsMember = liaison !== undefined && liaison.standing !== 'none';
  const months = validMonths(kit.settings, kit.call.now, organizationId);
  return change(kit, unitId, { type: 'SetWork', liaisonId, liaisonIsMember, validMonths: months, ...by(kit) });
});

const reportCoverageLost = useCase(operations.reportCoverageLost, async ({ unitId, cause }, kit) => {
  await keeperOf(kit, unitId);
  return change(kit, unitId, { type: 'LoseCoverage', cause, lostOn: shanghaiDate(kit.call.now), ...by(kit) });
});

const exemptUnit = useCase(operations.exemptUnit, async ({ unitId, reasonCode }, kit) => {
  await keeperOf(kit, unitId);
  return change(kit, unitId, { type: 'ExemptUnit', reasonCode, level: nodeOf(kit.treeNow, actingOrganization(kit)).level, ...by(kit) });
});

const sendFirstSecretary = useCase(operations.sendFirstSecretary, async ({ unitId, personId }, kit) => {
  await keeperOf(kit, unitId);
  const [sent] = await memberFacts(kit, [personId]);
  return change(kit, unitId, { type: 'SendFirstSecretary', personId, isFull: sent?.standing === 'full', ...by(kit) });
});

export const coverageCommands = [registerUnit, updateUnit, coverUnit, setWorkCoverage, reportCoverageLost, exemptUnit, sendFirstSecretary];
