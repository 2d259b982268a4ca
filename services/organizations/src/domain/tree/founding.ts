import { deadlineInDays, ensure } from '@zhitong/kernel';
import { isBranchKind, type LineReason, type OrganizationKind } from '@zhitong/catalogue';
import { ensureNameFree, ensureParent, ensurePlace, ensureSeat, nearestCommittee } from './structure.ts';
import type { MemberFact, Propose, Register, Registration, TreeSettings } from './tree.commands.ts';
import { ensureEnd, ensureLasting } from './temporary.ts';
import { evolve, type TreeEvent } from './tree.evolve.ts';
import type { TreeState } from './tree-state.ts';
import { unusualLine } from './usual-line.ts';

/** Full members who are free to form an organization; a temporary branch takes nobody away from another (ORG-11). */
const free = (tree: TreeState, kind: OrganizationKind, members: readonly MemberFact[]): readonly string[] =>
  [...new Set(members.filter(({ standing }) => standing === 'full').map(({ personId }) => personId))].filter(
    (id) => kind === 'temporaryBranch' || !tree.promised.has(id),
  );

/** ORG-01: a branch is formed by three full members (正式党员) not promised elsewhere. */
export function ensureFounders(tree: TreeState, kind: OrganizationKind, members: readonly MemberFact[], minFull: number): void {
  if (!isBranchKind(kind)) return;
  const full = free(tree, kind, members).length;
  const details = { full, needed: minFull, ...(kind === 'branch' && full < minFull ? { hint: 'jointBranch' } : {}) };
  ensure(full >= minFull, 'TOO_FEW_FULL_MEMBERS', 'Too few full members who are not promised elsewhere.', details);
}

function jointWarnings({ kind, units, members }: Propose, { minFull, jointMaxUnits }: TreeSettings): readonly string[] {
  if (kind !== 'jointBranch') return [];
  ensure(units.length >= 2, 'TOO_FEW_UNITS', 'A joint branch covers two units or more.', { units: units.length });
  const full = new Set(members.filter(({ standing }) => standing === 'full').map(({ personId }) => personId));
  const alone = units.some(({ memberIds }) => new Set(memberIds.filter((id) => full.has(id))).size >= minFull);
  return [...(units.length > jointMaxUnits ? ['JOINT_UNITS_OVER_5'] : []), ...(alone ? ['UNIT_COULD_STAND_ALONE'] : [])];
}

/** `W!LINE_UNUSUAL`: allowed, but said and with a reason (ORG-09). */
export function lineWarnings(tree: TreeState, placing: Parameters<typeof unusualLine>[1], reasonCode: LineReason | undefined): readonly string[] {
  const usual = unusualLine(tree, placing);
  if (usual === undefined) return [];
  ensure(reasonCode !== undefined, 'REASON_REQUIRED', 'Another managing line than usual needs a reason.', { warning: 'LINE_UNUSUAL', usual });
  return ['LINE_UNUSUAL'];
}

export function propose(tree: TreeState, command: Propose): readonly TreeEvent[] {
  const { organizationId, name, kind, level, sector, lineParentId, placeParentId, placeCode, guidingOrgId, members, units, settings } = command;
  ensure(!tree.organizations.has(organizationId), 'ORGANIZATION_EXISTS', 'This organization exists already.');
  ensureParent(tree, lineParentId, kind);
  ensurePlace(tree, placeParentId, level);
  ensureSeat(tree, level, placeCode, kind);
  ensureNameFree(tree, lineParentId, name, organizationId);
  ensureFounders(tree, kind, members, settings.minFull);
  ensureEnd(command);
  if (guidingOrgId !== undefined) ensureParent(tree, guidingOrgId, kind);
  const warnings = [...jointWarnings(command, settings), ...lineWarnings(tree, command, command.reasonCode)];
  const approver = nearestCommittee(tree, lineParentId);
  ensure(approver !== undefined, 'KIND_NOT_ALLOWED', 'No committee above could approve it.');
  return [
    {
      type: 'OrganizationProposed',
      data: {
        organizationId,
        name,
        kind,
        level,
        sector,
        lineParentId,
        placeParentId,
        guidingOrgId,
        placeCode,
        foundingMemberIds: isBranchKind(kind) ? [...free(tree, kind, members)] : [],
        unitIds: units.map(({ unitId }) => unitId),
        endsOn: command.endsOn,
        approvingOrgId: approver.organizationId,
        decideByAt: deadlineInDays(command.at, settings.approveDays),
        proposedById: command.by.id,
        reasonCode: command.reasonCode,
        warnings,
      },
    },
  ];
}

function registered(tree: TreeState, organization: Registration, effectiveOn: string): TreeEvent {
  const { organizationId, name, kind, level, lineParentId, placeParentId, placeCode } = organization;
  ensure(!tree.organizations.has(organizationId), 'ORGANIZATION_EXISTS', 'This organization exists already.', { organizationId });
  ensureLasting(kind);
  const first = tree.organizations.size === 0;
  ensure(
    first === (lineParentId === undefined) && first === (placeParentId === undefined),
    'PARENT_NOT_ACTIVE',
    'The city, and only the city, stands below nothing.',
    { organizationId },
  );
  ensure(first === (level === 'city'), 'LEVEL_SEAT_TAKEN', 'The first organization, and only the first, is the city.', { organizationId });
  if (lineParentId !== undefined) ensureParent(tree, lineParentId, kind);
  if (placeParentId !== undefined) ensurePlace(tree, placeParentId, level);
  ensureSeat(tree, level, placeCode, kind);
  ensureNameFree(tree, lineParentId ?? null, name, organizationId);
  return { type: 'OrganizationRegistered', data: { ...organization, effectiveOn } };
}

/** Existing organizations as they are found at the introduction: structure is checked, founding members are not asked for. */
export function register(tree: TreeState, { organizations, effectiveOn, by }: Register): readonly TreeEvent[] {
  ensure(by.organizationId === null, 'FORBIDDEN_ROLE', 'Only the introduction of the system registers existing organizations.');
  const events: TreeEvent[] = [];
  let state = tree;
  for (const organization of organizations) {
    const event = registered(state, organization, effectiveOn);
    events.push(event);
    state = evolve(state, event);
  }
  return events;
}
