import { isWorking, type View } from '@zhitong/catalogue';
import type { AddresseeRule, AddresseeClause } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import type { OrganizationNode, Tree, TreeView } from '@zhitong/platform';

/** What an issuer addresses (LINK-02): clauses are ORed, what one clause sets is ANDed, excluded organizations are taken out. */
export interface Scope {
  readonly clauses: readonly AddresseeClause[];
  readonly excludeIds: readonly string[];
}

/** The tree at the versions a rule names, loaded beforehand: resolving is pure. */
export type TreeAt = (version: number) => TreeView;

type Matches = (node: OrganizationNode) => boolean;
type Below = (ancestorId: string, view: View) => (organizationId: string) => boolean;

const viewOf = (tree: TreeView, { subtreeOfId, view }: AddresseeClause): View => {
  if (view === 'line' || view === 'place') return view;
  return subtreeOfId !== undefined && leadsLevel(tree.node(subtreeOfId)) ? 'place' : 'line';
};

export const leadsLevel = (node: OrganizationNode | undefined): boolean => node !== undefined && node.placeCode !== null;

/** For many questions: one set per subtree. */
const bySets =
  (tree: TreeView): Below =>
  (ancestorId, view) => {
    const below = new Set(tree.subtree(ancestorId, view));
    return (organizationId) => below.has(organizationId);
  };

/** For one question: no set is worth building. */
const byWalking =
  (tree: TreeView): Below =>
  (ancestorId, view) =>
  (organizationId) =>
    tree.within(ancestorId, organizationId, view);

const always = () => true;
const oneOf = (values: readonly string[]): ((value: string) => boolean) => {
  if (values.length === 0) return always;
  const wanted = new Set(values);
  return (value) => wanted.has(value);
};

function clauseMatches(tree: TreeView, clause: AddresseeClause, below: Below): Matches {
  const listed = oneOf(clause.organizationIds);
  const level = oneOf(clause.levelCodes);
  const kind = oneOf(clause.kindCodes);
  const sector = oneOf(clause.sectorCodes);
  const inSubtree = clause.subtreeOfId === undefined ? always : below(clause.subtreeOfId, viewOf(tree, clause));
  const managed = clause.managedById === undefined ? always : below(clause.managedById, 'line');
  return (node) =>
    listed(node.organizationId) &&
    level(node.level) &&
    kind(node.kind) &&
    sector(node.sector) &&
    inSubtree(node.organizationId) &&
    managed(node.organizationId);
}

function scopeMatches(tree: TreeView, scope: Scope, issuerId: string, below: Below): Matches {
  const clauses = scope.clauses.map((clause) => clauseMatches(tree, clause, below));
  const excluded = new Set([...scope.excludeIds, issuerId]);
  return (node) => isWorking(node.state) && !excluded.has(node.organizationId) && clauses.some((matches) => matches(node));
}

/**
 * Addressees of a scope on one version of the tree, ordered by id: the same list for every reader, nobody twice, never the issuer.
 */
export function resolveAddressees(tree: TreeView, scope: Scope, issuerId: string): readonly string[] {
  const matches = scopeMatches(tree, scope, issuerId, bySets(tree));
  const addressees: string[] = [];
  for (const node of tree.nodes()) if (matches(node)) addressees.push(node.organizationId);
  return addressees.sort();
}

/** All tree versions a rule needs. */
const versionsOf = (rule: AddresseeRule): readonly number[] => [rule.treeVersion, ...rule.without.flatMap(versionsOf)];

export async function treesOf(tree: Tree, rule: AddresseeRule): Promise<TreeAt> {
  const trees = new Map<number, TreeView>();
  for (const version of new Set(versionsOf(rule))) trees.set(version, await tree.at(version));
  return (version) => {
    const view = trees.get(version);
    if (view === undefined) throw new TypeError(`The tree at version ${version} was not loaded`);
    return view;
  };
}

/** Everyone who owes something by a frozen rule, ordered by id (0.8). */
export function addresseesOf(treeAt: TreeAt, rule: AddresseeRule): readonly string[] {
  const without = new Set(rule.without.flatMap((earlier) => addresseesOf(treeAt, earlier)));
  const left = new Set(rule.leftIds);
  const resolved = resolveAddressees(treeAt(rule.treeVersion), rule, rule.issuerId).filter((id) => !without.has(id));
  return [...new Set([...resolved, ...rule.addedIds])].filter((id) => !left.has(id)).sort();
}

/** Whether one organization is among {@link addresseesOf}, without computing the list. */
export function isAddressed(treeAt: TreeAt, rule: AddresseeRule, organizationId: string): boolean {
  if (rule.leftIds.includes(organizationId)) return false;
  if (rule.addedIds.includes(organizationId)) return true;
  const tree = treeAt(rule.treeVersion);
  const node = tree.node(organizationId);
  if (node === undefined || !scopeMatches(tree, rule, rule.issuerId, byWalking(tree))(node)) return false;
  return !rule.without.some((earlier) => isAddressed(treeAt, earlier, organizationId));
}

/**
 * The first organization, by id, that the issuer may not address: it may address its managing subtree, the place subtree when it
 * leads a level, and organizations it guides (LINK-01). Organizations named one by one that do not exist are offenders as well.
 */
export function firstOffender(tree: TreeView, scope: Scope, issuerId: string, addressees: readonly string[]): string | undefined {
  const line = bySets(tree)(issuerId, 'line');
  const place = leadsLevel(tree.node(issuerId)) ? bySets(tree)(issuerId, 'place') : () => false;
  const allowed = (id: string) => line(id) || place(id) || tree.node(id)?.guidingOrgId === issuerId;
  const unknown = scope.clauses.flatMap(({ organizationIds }) => organizationIds).filter((id) => tree.node(id) === undefined);
  return [...unknown, ...addressees.filter((id) => !allowed(id))].sort()[0];
}

/** Organizations between the issuer and its addressees, in either tree, ordered by id: they get a read-only copy and no duty (LINK-03). */
export function informedOrganizations(tree: TreeView, issuerId: string, addressees: readonly string[]): readonly string[] {
  const views: readonly View[] = leadsLevel(tree.node(issuerId)) ? ['line', 'place'] : ['line'];
  const between = new Set(views.flatMap((view) => [...ancestorsBelow(tree, issuerId, addressees, view)]));
  for (const addressee of addressees) between.delete(addressee);
  return [...between].sort();
}

function ancestorsBelow(tree: TreeView, issuerId: string, addressees: readonly string[], view: View): ReadonlySet<string> {
  const below = new Set(tree.subtree(issuerId, view));
  const found = new Set<string>();
  for (const addressee of addressees) {
    if (!below.has(addressee)) continue;
    let parent = parentOf(tree, addressee, view);
    while (parent !== null && parent !== issuerId && !found.has(parent)) {
      found.add(parent);
      parent = parentOf(tree, parent, view);
    }
  }
  return found;
}

export const parentOf = (tree: TreeView, organizationId: string, view: View): string | null => {
  const node = tree.node(organizationId);
  return (view === 'line' ? node?.lineParentId : node?.placeParentId) ?? null;
};

/** From below the issuer down to the addressee itself: where the addressee is counted when progress is drilled down (LINK-10). */
export function drillPath(tree: TreeView, issuerId: string, organizationId: string, view: View): readonly string[] {
  const path = tree.path(organizationId, view);
  const issuerAt = path.indexOf(issuerId);
  return issuerAt < 0 ? [organizationId] : path.slice(issuerAt + 1);
}
