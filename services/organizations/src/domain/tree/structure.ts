import { ensure, Rejected } from '@zhitong/kernel';
import { isBranchKind, isCommitteeKind, isLive, isWorking, rankOf, type Level, type OrganizationKind } from '@zhitong/catalogue';
import type { Actor } from './tree.commands.ts';
import { nameKey, seatKey, stands, upwards, type Organization, type TreeState } from './tree-state.ts';

/** An organization that must exist. */
export function find(tree: TreeState, organizationId: string): Organization {
  const organization = tree.organizations.get(organizationId);
  if (organization === undefined) throw new Rejected('NOT_FOUND', 'There is no such organization.');
  return organization;
}

/** An organization in ordinary life: active or under review. */
export function findLiving(tree: TreeState, organizationId: string): Organization {
  const organization = find(tree, organizationId);
  const { state } = organization;
  ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state });
  return organization;
}

/** In ordinary life, with no merge or split of its own on its way: a second one would forget where the members of the first go. */
export function findWhole(tree: TreeState, organizationId: string): Organization {
  const organization = findLiving(tree, organizationId);
  const { restructure, state } = organization;
  ensure(restructure === undefined, 'STATE_NOT_ALLOWED', 'It merges or splits already.', { state });
  return organization;
}

/** {@link findWhole}, and no other waits for its day to move members into it. */
export function findUnawaited(tree: TreeState, organizationId: string): Organization {
  const organization = findWhole(tree, organizationId);
  const leadsHere = ({ state, restructure }: Organization) => isLive(state) && restructure?.intoIds.includes(organizationId) === true;
  const awaited = tree.organizations.some(leadsHere);
  ensure(!awaited, 'STATE_NOT_ALLOWED', 'Members of another organization are to come here.', { state: organization.state });
  return organization;
}

/** ORG-01: committees take every kind below them, a general branch branches only, branches and leading groups nothing. */
export const mayStandBelow = (parent: OrganizationKind, child: OrganizationKind): boolean =>
  isCommitteeKind(parent) || (parent === 'generalBranch' && isBranchKind(child));

export function ensureParent(tree: TreeState, parentId: string, kind: OrganizationKind): void {
  const parent = find(tree, parentId);
  ensure(parent.state === 'active', 'PARENT_NOT_ACTIVE', 'The organization above is not active.', { parentId, state: parent.state });
  ensure(mayStandBelow(parent.kind, kind), 'KIND_NOT_ALLOWED', 'This kind may not stand below that organization.', {
    parentId,
    parentKind: parent.kind,
    kind,
  });
}

export function ensureNameFree(tree: TreeState, parentId: string | null, name: string, organizationId: string): void {
  const holder = tree.names.get(nameKey(parentId, name));
  ensure(holder === undefined || holder === organizationId, 'NAME_TAKEN', 'Another organization below the same one has this name.', {
    organizationId: holder ?? null,
  });
}

/** Leading organizations hold the one seat of their place and level; all others are of level base. */
export function ensureSeat(tree: TreeState, level: Level, placeCode: string | undefined, kind: OrganizationKind): void {
  ensure((level === 'base') === (placeCode === undefined), 'PLACE_CODE_MISMATCH', 'Leading organizations, and only they, name the place they lead.');
  if (placeCode === undefined) return;
  ensure(isCommitteeKind(kind), 'KIND_NOT_ALLOWED', 'Only a committee leads a place.', { kind });
  const holder = tree.seats.get(seatKey(level, placeCode));
  ensure(holder === undefined, 'LEVEL_SEAT_TAKEN', 'The place has a leading organization of this level.', { organizationId: holder ?? null });
}

/** The place parent leads a place, of a higher level than a leading organization below it. */
export function ensurePlace(tree: TreeState, placeParentId: string, level: Level): void {
  const place = find(tree, placeParentId);
  ensure(place.state === 'active', 'PARENT_NOT_ACTIVE', 'The leading organization of the place is not active.', { parentId: placeParentId });
  ensure(place.placeCode !== null && rankOf[place.level] < rankOf[level], 'PLACE_NOT_LEADING', 'That organization does not lead a place of a higher level.', {
    organizationId: placeParentId,
  });
}

export function ensureNoCycle(tree: TreeState, organizationId: string, toParentId: string, parent: 'lineParentId' | 'placeParentId'): void {
  ensure(!stands(tree, toParentId, organizationId, parent), 'CYCLE', 'An organization cannot stand below itself.', { organizationId, toParentId });
}

/** ORG-02: the nearest committee at or above; a general branch cannot approve. */
export function nearestCommittee(tree: TreeState, fromId: string | null): Organization | undefined {
  for (const organization of upwards(tree, fromId, 'lineParentId')) {
    if (isCommitteeKind(organization.kind) && isLive(organization.state)) return organization;
  }
  return undefined;
}

export interface Authority {
  readonly approvingOrgId: string;
  readonly actedForId?: string;
  readonly approvedById: string;
}

/** Who decides on an organization: the nearest committee above it, or one further up acting for it (0.2). */
export function authority(tree: TreeState, organization: Organization, by: Actor): Authority {
  const nearest = nearestCommittee(tree, organization.lineParentId);
  ensure(nearest !== undefined, 'OUT_OF_SCOPE', 'Nobody stands above this organization.');
  const acting = by.organizationId ?? nearest.organizationId;
  if (acting === nearest.organizationId) return { approvingOrgId: acting, approvedById: by.id };
  const above = tree.organizations.get(acting);
  ensure(
    above !== undefined && isCommitteeKind(above.kind) && stands(tree, nearest.organizationId, acting, 'lineParentId'),
    'OUT_OF_SCOPE',
    'The nearest committee above decides.',
    { approvingOrgId: nearest.organizationId },
  );
  return { approvingOrgId: acting, actedForId: nearest.organizationId, approvedById: by.id };
}
