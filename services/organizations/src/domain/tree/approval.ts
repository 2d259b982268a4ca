import { ensure, shanghaiDate } from '@zhitong/kernel';
import { authority, ensureParent, find, nearestCommittee } from './structure.ts';
import { ensureNotOver } from './temporary.ts';
import type { Approve, NoteLateApproval, Refuse } from './tree.commands.ts';
import type { TreeEvent } from './tree.evolve.ts';
import type { Organization, Proposal, TreeState } from './tree-state.ts';

function findProposal(tree: TreeState, organizationId: string): { organization: Organization; proposal: Proposal } {
  const organization = find(tree, organizationId);
  const { state, proposal } = organization;
  ensure(state === 'proposed' && proposal !== undefined, 'STATE_NOT_ALLOWED', 'There is no proposal to decide.', { state });
  return { organization, proposal };
}

/** ORG-02. */
export function approve(tree: TreeState, { organizationId, by, at }: Approve): readonly TreeEvent[] {
  const { organization, proposal } = findProposal(tree, organizationId);
  const decision = authority(tree, organization, by);
  ensure(by.id !== proposal.proposedById, 'SELF_APPROVAL', 'Who proposed it cannot approve it.');
  ensureNotOver(organization, at);
  if (organization.lineParentId !== null) ensureParent(tree, organization.lineParentId, organization.kind);
  return [{ type: 'OrganizationApproved', data: { organizationId, ...decision, effectiveOn: shanghaiDate(at) } }];
}

export function refuse(tree: TreeState, { organizationId, by, reasonRef }: Refuse): readonly TreeEvent[] {
  const { organization, proposal } = findProposal(tree, organizationId);
  const { approvedById: refusedById, ...decision } = authority(tree, organization, by);
  ensure(by.id !== proposal.proposedById, 'SELF_APPROVAL', 'Who proposed it cannot refuse it.');
  return [{ type: 'OrganizationRefused', data: { organizationId, ...decision, refusedById, reasonRef } }];
}

/** The clock found a proposal undecided; equal to the deadline is on time. */
export function noteLateApproval(tree: TreeState, { organizationId, at }: NoteLateApproval): readonly TreeEvent[] {
  const proposal = tree.organizations.get(organizationId)?.proposal;
  if (proposal === undefined || proposal.overdue || at <= proposal.decideByAt) return [];
  const { approvingOrgId, decideByAt: dueAt } = proposal;
  const told = nearestCommittee(tree, tree.organizations.get(approvingOrgId)?.lineParentId ?? null);
  return [{ type: 'ApprovalOverdue', data: { organizationId, approvingOrgId, toldOrgId: told?.organizationId, dueAt, warnings: ['APPROVAL_LATE'] } }];
}
