import type { Kit, TreeView } from '@zhitong/platform';
import { ensure } from '@zhitong/kernel';
import type { HomeCandidate } from '../domain/member/home-branch.ts';
import type { ReceiverCandidate } from '../domain/member/transfer.commands.ts';

/** A branch as the tree shows it now. @throws {Rejected} `NOT_FOUND` */
export function branchNow({ treeNow }: Pick<Kit, 'treeNow'>, organizationId: string): HomeCandidate {
  const node = treeNow.node(organizationId);
  ensure(node !== undefined, 'NOT_FOUND', 'There is no such organization.', { organizationId });
  return { organizationId, kind: node.kind, state: node.state };
}

export function receiverNow({ treeNow }: Pick<Kit, 'treeNow'>, organizationId: string): ReceiverCandidate {
  const node = treeNow.node(organizationId);
  ensure(node !== undefined, 'NOT_FOUND', 'There is no such organization.', { organizationId });
  return { organizationId, active: node.state === 'active', approvesMembers: node.approvesMembers };
}

/** The basic committee above a branch that may approve members 有审批权的基层党委. */
export function approvingCommittee(tree: TreeView, branchId: string): string {
  const found = [...tree.path(branchId, 'line')].reverse().find((id) => id !== branchId && tree.node(id)?.approvesMembers === true);
  ensure(found !== undefined, 'NOT_FOUND', 'No committee above this branch may approve members.', { branchId });
  return found;
}

/** The next organization above on the managing line 隶属关系; none at the top. */
export const above = (tree: TreeView, organizationId: string): string | undefined => tree.path(organizationId, 'line').at(-2);

/** The organization department of the city: issuer of letters to other provinces. */
export const cityOf = (tree: TreeView, organizationId: string): string => tree.path(organizationId, 'line')[0] ?? organizationId;
