import { ensure, Rejected } from '@zhitong/kernel';
import type { Kit, OrganizationNode, TreeView } from '@zhitong/platform';
import type { OrganizationRow } from '@zhitong/catalogue/operations/tree.ts';
import type { View } from '@zhitong/catalogue';
import { membersKey, membership } from '../projections/membership.projection.ts';
import { organizationList } from '../projections/organization-list.projection.ts';

export const idOf = ({ organizationId }: { readonly organizationId: string }): string => organizationId;

export function nodeOf(tree: TreeView, organizationId: string): OrganizationNode {
  const node = tree.node(organizationId);
  if (node === undefined) throw new Rejected('NOT_FOUND', 'There is no such organization.');
  return node;
}

/** What an organization is called; one that the tree does not know stands for itself. */
export const nameIn = (tree: Pick<TreeView, 'node'>, organizationId: string): string => tree.node(organizationId)?.name ?? organizationId;

const pathHint = (kit: Kit, organizationId: string, view: View) => `/${kit.treeNow.path(organizationId, view).join('/')}/`;

/** Rows of organizations: the tree as this call sees it, secretaries and counts from the read models. */
export async function organizationRows(kit: Kit, nodes: readonly OrganizationNode[]): Promise<OrganizationRow[]> {
  const ids = nodes.map(({ organizationId }) => organizationId);
  const [listed, tallies] = await Promise.all([kit.rows(organizationList).getMany(ids), kit.rows(membership).tallies(ids.map(membersKey))]);
  return nodes.map(({ since: _since, changed: _changed, ...node }) => {
    const members = tallies.get(membersKey(node.organizationId));
    return {
      ...node,
      secretaryPersonId: listed.get(node.organizationId)?.secretary?.personId ?? null,
      fullMembers: members?.['full'] ?? 0,
      provisionalMembers: members?.['provisional'] ?? 0,
      hasChildren: kit.treeNow.children(node.organizationId, 'line').length + kit.treeNow.children(node.organizationId, 'place').length > 0,
      linePathHint: pathHint(kit, node.organizationId, 'line'),
      placePathHint: pathHint(kit, node.organizationId, 'place'),
    };
  });
}

/** A page of an ordered list that is in memory; the cursor is the key of the last item. @throws {Rejected} `VALIDATION_FAILED` when that has left since. */
export function pageInMemory<Item>(items: readonly Item[], keyOf: (item: Item) => string, limit: number, cursor: string | undefined) {
  const after = cursor === undefined ? 0 : items.findIndex((item) => keyOf(item) === cursor) + 1;
  ensure(cursor === undefined || after > 0, 'VALIDATION_FAILED', 'The list has changed; please read it from its beginning.', { field: 'cursor' });
  const page = items.slice(after, after + limit);
  const last = page.at(-1);
  return {
    page,
    total: items.length,
    totalMore: false,
    ...(last !== undefined && after + limit < items.length ? { next: keyOf(last) } : {}),
  };
}
