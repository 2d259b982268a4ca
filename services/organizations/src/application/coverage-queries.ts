import * as operations from '@zhitong/catalogue/operations/coverage.ts';
import type { UnitRow } from '@zhitong/catalogue/operations/coverage.ts';
import { addMonths, ensure, Rejected } from '@zhitong/kernel';
import { answer, rowsBehind, type Kit } from '@zhitong/platform';
import { asksForOwn } from '../domain/unit/threshold.ts';
import { isWorked } from '../domain/unit/unit-state.ts';
import { unitAmount, unitList, unitsKey, type UnitListRow, type UnitSelection } from '../projections/unit-list.projection.ts';
import { actingOrganization, today } from './actor.ts';
import { validMonths } from './coverage-settings.ts';
import { nameIn } from './organization-rows.ts';

function shown(kit: Kit, { unitId, organizationId, name, unit, exemptionReason, version }: UnitListRow): UnitRow {
  const { figures, state, threshold, dueSinceOn, overdue, covering, liaison, exemptUntilOn, firstSecretaryId } = unit;
  const { revenueFen = null, flags, ...rest } = figures;
  return {
    unitId,
    organizationId,
    organizationName: nameIn(kit.treeNow, organizationId),
    name,
    state,
    ...rest,
    revenueFen,
    flags: [...flags],
    stale: addMonths(figures.figuresOn, validMonths(kit.settings, kit.call.now, organizationId)) < today(kit),
    threshold,
    ownRequired: asksForOwn(threshold),
    dueSinceOn,
    overdue,
    orgCoverage: covering?.as ?? null,
    coveringOrgId: covering?.organizationId ?? null,
    coveringOrgName: covering && nameIn(kit.treeNow, covering.organizationId),
    workCovered: isWorked(unit),
    liaisonId: liaison?.personId ?? null,
    liaisonUntilOn: liaison?.validUntilOn ?? null,
    exemptUntilOn,
    exemptionReason: exemptUntilOn === null ? null : exemptionReason,
    firstSecretaryId,
    version,
  };
}

const conditionOf = (selection: UnitSelection) => {
  if (selection === 'all') return [];
  return selection === 'overdue' || selection === 'withoutWork' || selection === 'withoutLeader'
    ? [{ field: selection, eq: true }]
    : [{ field: 'state', eq: selection }];
};

const listUnits = answer(operations.listUnits, async ({ organizationId: asked, view, limit, cursor, ledger, state, ...marked }, kit) => {
  const organizationId = asked ?? actingOrganization(kit);
  await kit.allow({ organizationId });
  const chosen: readonly UnitSelection[] = [
    ...(state === undefined ? [] : [state]),
    ...(['overdue', 'withoutWork', 'withoutLeader'] as const).filter((mark) => marked[mark] === 'true'),
  ];
  ensure(chosen.length <= 1, 'VALIDATION_FAILED', 'Units are listed by state, or overdue, or without party work, or without a leader.', { field: 'state' });
  const selection = chosen[0] ?? 'all';
  const where = [...(ledger === undefined ? [] : [{ field: 'ledger', eq: ledger }]), ...conditionOf(selection)];
  const figure = { projection: unitList, keyOf: unitsKey, amount: unitAmount(selection, ledger), owner: 'organizationId', where };
  const { items, ...rest } = await rowsBehind(kit, figure, { organizationId, view, limit, cursor });
  return { items: items.map((row) => shown(kit, row)), ...rest };
});

const getUnit = answer(operations.getUnit, async ({ unitId }, kit) => {
  const row = await kit.rows(unitList).get(unitId);
  await kit.allow({ organizationId: row?.organizationId ?? unitId });
  if (row === undefined) throw new Rejected('NOT_FOUND', 'There is no such unit.');
  return shown(kit, row);
});

export const coverageQueries = [listUnits, getUnit];
