import type { Reach, Right, Role, View } from '@zhitong/catalogue';
import type { TreeView } from './tree.port.ts';

/** What a person may do where, and until when: one row of the person's grants. */
export interface Grant {
  readonly grantId: string;
  readonly role: Role;
  readonly organizationId: string;
  /** Line or place the grant reaches along. */
  readonly view: View;
  /** First and last day, Shanghai dates; open end = null. */
  readonly from: string;
  readonly until: string | null;
}

/** The grants of a person as every service knows them. */
export interface GrantsRow {
  readonly personId: string;
  /** Version of the person's grants stream. */
  readonly version: number;
  readonly grants: readonly Grant[];
}

/** Who acts: the person, all live grants, the one acted under. */
export interface Actor {
  readonly personId: string;
  readonly grants: readonly Grant[];
  readonly acting: Grant | undefined;
}

/** One question to the access rules; the tree is the one the call is decided on. */
export interface AccessQuestion {
  readonly actor: Actor;
  readonly right: Right | 'none';
  readonly reach: Reach;
  readonly target: { readonly organizationId: string } | { readonly personId: string; readonly organizationId?: string };
  readonly tree: TreeView;
}
