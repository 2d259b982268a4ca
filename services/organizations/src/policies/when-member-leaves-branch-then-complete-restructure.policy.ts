import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { PolicyEnv } from '@zhitong/platform';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';
import { membership, membersIn, membersKey, type MembershipEvent } from '../projections/membership.projection.ts';

/** The tree itself knows whether the branch merges or splits. */
async function left(organizationId: string | undefined, env: PolicyEnv): Promise<readonly Intent[]> {
  if (organizationId === undefined) return [];
  const key = membersKey(organizationId);
  const tallies = await env.rows(membership).tallies([key]);
  if (membersIn(tallies.get(key)) > 0) return [];
  return [intend(treeStream, treeId, { type: 'CompleteRestructure', organizationId, at: env.now() }, organizationId)];
}

/** whoever leaves a merged or split branch as the last one completes it, however late the counts learn of it. */
export const whenMemberLeavesBranchThenCompleteRestructure = definePolicy<PolicyEnv>({
  name: 'when-member-leaves-branch-then-complete-restructure',
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<PolicyEnv>({
      BranchAssigned: ({ data: { fromBranchId } }, env) => left(fromBranchId, env),
      MembershipEnded: ({ data: { fromBranchId } }, env) => left(fromBranchId, env),
    }),
  ],
  expects: [],
  reads: [membership],
});
