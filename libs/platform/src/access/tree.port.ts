import type { Level, OrganizationKind, OrganizationState, Sector, View } from '@zhitong/catalogue';

/** One organization as every service knows it: the fold of the stream `organizations.tree-city`. */
export interface OrganizationNode {
  readonly organizationId: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly level: Level;
  readonly sector: Sector;
  readonly state: OrganizationState;
  /** Managing line 条: the organization that manages this one. Null only for the city. */
  readonly lineParentId: string | null;
  /** Place 块: the leading organization of the place it stands in. Null only for the city. */
  readonly placeParentId: string | null;
  /** Guidance edge: may read and address, approves nothing. */
  readonly guidingOrgId: string | null;
  /** Administrative code of the place it leads; leading organizations only. */
  readonly placeCode: string | null;
  /** A basic committee that may approve members (有审批权的基层党委). */
  readonly approvesMembers: boolean;
  /** Tree version that created and last changed it. */
  readonly since: number;
  readonly changed: number;
}

/** The tree at one version. Lookups are in memory. */
export interface TreeView {
  readonly version: number;
  node(organizationId: string): OrganizationNode | undefined;
  /** Live organizations directly below (refused and dissolved ones have left), siblings by code point of the id. */
  children(organizationId: string, view: View): readonly string[];
  /** Live organizations it guides (业务指导), by code point of the id. */
  guided(organizationId: string): readonly string[];
  /** True for the organization itself and everything below it. */
  within(ancestorId: string, organizationId: string, view: View): boolean;
  /** The organization itself and every live one below it, parents before children, siblings by code point of the id. */
  subtree(organizationId: string, view: View): readonly string[];
  /** From the city down to the organization itself. */
  path(organizationId: string, view: View): readonly string[];
  /** All nodes, ordered by id. */
  nodes(): Iterable<OrganizationNode>;
}

/** The live tree of a process. */
export interface Tree {
  /** The newest version known here. */
  current(): TreeView;
  /** The tree as it was at a version; waits (<= 2 s) when it has not arrived yet, then `Rejected('SERVICE_UNAVAILABLE')`. */
  at(version: number): Promise<TreeView>;
}
