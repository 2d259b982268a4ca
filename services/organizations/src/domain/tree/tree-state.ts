import { isLive, type Level } from '@zhitong/catalogue';
import type { OrganizationNode } from '@zhitong/platform/access/tree.port.ts';
import { Map, Set } from 'immutable';

/** A change of the managing line on its way (ORG-08). */
export interface PendingMove {
  readonly fromParentId: string;
  readonly toParentId: string;
  readonly effectiveOn: string;
  readonly dueAt: string;
  readonly releasedById?: string;
  readonly acceptedById?: string;
}

/** What an organization waits for while it is proposed (ORG-02). */
export interface Proposal {
  readonly proposedById: string;
  readonly approvingOrgId: string;
  readonly decideByAt: string;
  readonly overdue: boolean;
}

/** A merge or split that was approved and waits for the members to move. */
export interface Restructure {
  readonly approvingOrgId: string;
  readonly actedForId?: string;
  readonly approvedById: string;
  readonly effectiveOn: string;
  /** Survivor of a merge, or what a split leads to. */
  readonly intoIds: readonly string[];
}

/** What every service knows of an organization, and what its own rules ask beyond that. */
export interface Organization extends Omit<OrganizationNode, 'since' | 'changed'> {
  readonly proposal?: Proposal;
  /** Members it will be formed by; promised to it until it is decided. */
  readonly founders?: readonly string[];
  readonly move?: PendingMove;
  readonly restructure?: Restructure;
  /** Last day of a temporary branch. */
  readonly endsOn?: string;
  /** Of a dissolved one: who took over. */
  readonly successorId?: string;
}

/**
 * All organizations of the city and the indexes its invariants are decided on.
 * Persistent maps: a fact costs a few nodes, not a copy of 30,000 organizations.
 */
export interface TreeState {
  readonly organizations: Map<string, Organization>;
  /** Live organizations directly below, by parent. */
  readonly lineChildren: Map<string, Set<string>>;
  readonly placeChildren: Map<string, Set<string>>;
  /** `<line parent>/<name>` of live organizations. */
  readonly names: Map<string, string>;
  /** `<level>/<place code>` of live leading organizations. */
  readonly seats: Map<string, string>;
  /** Founding members of open proposals. */
  readonly promised: Map<string, string>;
}

export const emptyTree: TreeState = {
  organizations: Map(),
  lineChildren: Map(),
  placeChildren: Map(),
  names: Map(),
  seats: Map(),
  promised: Map(),
};

export const nameKey = (lineParentId: string | null, name: string): string => `${lineParentId ?? ''}/${name.normalize('NFKC')}`;
export const seatKey = (level: Level, placeCode: string): string => `${level}/${placeCode}`;

type Children = Map<string, Set<string>>;
const without = (children: Children, parentId: string | null, id: string): Children =>
  parentId === null ? children : children.update(parentId, Set<string>(), (ids) => ids.remove(id));
const withChild = (children: Children, parentId: string | null, id: string): Children =>
  parentId === null ? children : children.update(parentId, Set<string>(), (ids) => ids.add(id));

/** To a temporary branch nobody is promised: its members stay at home (ORG-11). */
const promisedTo = ({ kind, founders }: Organization) => (kind === 'temporaryBranch' ? undefined : founders);

function unindexed(tree: TreeState, organization: Organization): TreeState {
  if (!isLive(organization.state)) return tree;
  const { organizationId: id, lineParentId, placeParentId, name, level, placeCode } = organization;
  const founders = promisedTo(organization);
  return {
    ...tree,
    lineChildren: without(tree.lineChildren, lineParentId, id),
    placeChildren: without(tree.placeChildren, placeParentId, id),
    names: tree.names.remove(nameKey(lineParentId, name)),
    seats: placeCode === null ? tree.seats : tree.seats.remove(seatKey(level, placeCode)),
    promised: founders === undefined ? tree.promised : tree.promised.removeAll(founders),
  };
}

function indexed(tree: TreeState, organization: Organization): TreeState {
  if (!isLive(organization.state)) return tree;
  const { organizationId: id, lineParentId, placeParentId, name, level, placeCode } = organization;
  const founders = promisedTo(organization);
  return {
    ...tree,
    lineChildren: withChild(tree.lineChildren, lineParentId, id),
    placeChildren: withChild(tree.placeChildren, placeParentId, id),
    names: tree.names.set(nameKey(lineParentId, name), id),
    seats: placeCode === null ? tree.seats : tree.seats.set(seatKey(level, placeCode), id),
    promised: founders === undefined ? tree.promised : tree.promised.concat(founders.map((memberId) => [memberId, id])),
  };
}

/** Stores an organization and keeps every index in step with it. */
export function put(tree: TreeState, organization: Organization): TreeState {
  const before = tree.organizations.get(organization.organizationId);
  const cleared = before === undefined ? tree : unindexed(tree, before);
  return indexed({ ...cleared, organizations: cleared.organizations.set(organization.organizationId, organization) }, organization);
}

/** An organization itself while it is there, then who took over, and from that in turn. */
export function successorOf({ organizations }: Pick<TreeState, 'organizations'>, organizationId: string): string {
  const next = organizations.get(organizationId)?.successorId;
  return next === undefined ? organizationId : successorOf({ organizations }, next);
}

/** From the organization itself up to the city. */
export function* upwards(tree: TreeState, organizationId: string | null, parent: 'lineParentId' | 'placeParentId'): Generator<Organization> {
  let current = organizationId === null ? undefined : tree.organizations.get(organizationId);
  while (current !== undefined) {
    yield current;
    const above: string | null = current[parent];
    current = above === null ? undefined : tree.organizations.get(above);
  }
}

/** True for the organization itself and everything below it. */
export function stands(tree: TreeState, organizationId: string, below: string, parent: 'lineParentId' | 'placeParentId'): boolean {
  for (const organization of upwards(tree, organizationId, parent)) if (organization.organizationId === below) return true;
  return false;
}
