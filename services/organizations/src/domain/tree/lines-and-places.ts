import { isBranchKind, isWorking, type Disorder, type View } from '@zhitong/catalogue';
import type { OrganizationNode, TreeView } from '@zhitong/platform';

/**
 * Under which line, or in which place, an organization counts in the matrix of a scope: what is directly below the scope on its path, the
 * scope itself for what it holds directly, and for what stands under another tree the highest organization there below the city.
 */
export function headOf(tree: TreeView, scopeId: string, organizationId: string, view: View): string {
  const path = tree.path(organizationId, view);
  const at = path.indexOf(scopeId);
  if (at < 0) return path[1] ?? scopeId;
  const head = tree.node(path[at + 1] ?? scopeId);
  return head === undefined || isBranchKind(head.kind) ? scopeId : head.organizationId;
}

const isGone = (tree: TreeView, parentId: string | null): boolean => {
  const parent = parentId === null ? undefined : tree.node(parentId);
  return parent !== undefined && !isWorking(parent.state);
};

/** What is to be put in order about one organization; the city alone stands below nothing. The rules of the tree let none of it arise. */
export function disordersOf(tree: TreeView, { level, lineParentId, placeParentId }: OrganizationNode): readonly Disorder[] {
  if (level === 'city') return [];
  const placeless = placeParentId === null || (tree.node(placeParentId)?.placeCode ?? null) === null;
  const found: readonly (readonly [Disorder, boolean])[] = [
    ['parentGone', isGone(tree, lineParentId) || isGone(tree, placeParentId)],
    ['noPlace', placeless],
    ['noLine', lineParentId === null],
  ];
  return found.flatMap(([disorder, yes]) => (yes ? [disorder] : []));
}
