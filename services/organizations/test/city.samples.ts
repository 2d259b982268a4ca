import type { Level, OrganizationKind, Sector } from '@zhitong/catalogue';
import type { OrganizationNode, Tree, TreeView } from '@zhitong/platform';
import { TreeSnapshot } from '@zhitong/platform/access/tree-view.ts';

type Given = Partial<OrganizationNode> & { readonly line?: string; readonly place?: string };

/** A node of a small city: ids say what it is. */
export const org = (organizationId: string, level: Level, given: Given = {}): OrganizationNode => {
  const { line, place, ...rest } = given;
  return {
    organizationId,
    name: organizationId,
    kind: level === 'base' ? 'branch' : 'committee',
    level,
    sector: 'community',
    state: 'active',
    lineParentId: line ?? null,
    placeParentId: place ?? line ?? null,
    guidingOrgId: null,
    placeCode: level === 'base' ? null : `4403${organizationId.length}`,
    approvesMembers: false,
    since: 1,
    changed: 1,
    ...rest,
  };
};

/**
 * City, two districts, streets, communities, branches; `org_sasac` leads a line and its branch `org_soe1` stands in community c1;
 * `org_market` is guided by `org_sasac`.
 */
export const smallCity: readonly OrganizationNode[] = [
  org('org_city', 'city'),
  org('org_d1', 'district', { line: 'org_city' }),
  org('org_d2', 'district', { line: 'org_city' }),
  org('org_s1', 'street', { line: 'org_d1' }),
  org('org_s2', 'street', { line: 'org_d1' }),
  org('org_s3', 'street', { line: 'org_d2' }),
  org('org_c1', 'community', { line: 'org_s1' }),
  org('org_c2', 'community', { line: 'org_s2' }),
  org('org_b1', 'base', { line: 'org_c1' }),
  org('org_b2', 'base', { line: 'org_c1', kind: 'jointBranch' satisfies OrganizationKind }),
  org('org_b3', 'base', { line: 'org_c2', sector: 'school' satisfies Sector }),
  org('org_gone', 'base', { line: 'org_c1', state: 'dissolved' }),
  org('org_review', 'base', { line: 'org_c1', state: 'underReview' }),
  org('org_sasac', 'base', { line: 'org_city', kind: 'committee' }),
  org('org_line', 'base', { line: 'org_sasac', kind: 'workCommittee' }),
  org('org_soe1', 'base', { line: 'org_line', place: 'org_c1', sector: 'soe' }),
  org('org_market', 'base', { line: 'org_c2', guidingOrgId: 'org_sasac' }),
  org('org_stray', 'base', { line: 'org_city' }),
];

export const treeOf = (nodes: readonly OrganizationNode[] = smallCity, version = 7): TreeView => TreeSnapshot.of(nodes, version);

export const only = (view: TreeView): Tree => ({ current: () => view, at: () => Promise.resolve(view) });
