import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { GroupsEvent } from '../domain/groups/groups.decider.ts';
import { groupsStream } from '../domain/groups/groups.stream.ts';
import { membership, type MembershipEvent } from '../projections/membership.projection.ts';

const policy = 'when-member-leaves-branch-then-leave-group';

const leave = (personId: string, branchId: string): Intent =>
  intend(groupsStream, branchId, { type: 'LeaveGroup', organizationId: branchId, personId, byId: systemActor(policy) }, personId);

/** Unless back by now: the same fact may come again, long after. */
async function left(personId: string, branchId: string | undefined, env: ServiceEnv): Promise<readonly Intent[]> {
  if (branchId === undefined || (await env.rows(membership).get(personId))?.branchId === branchId) return [];
  return [leave(personId, branchId)];
}

/** Set while somebody was leaving: who had left before was in no group yet. */
async function leftMeanwhile({ data: { organizationId, memberIds } }: Recorded<GroupsEvent, 'GroupSet'>, env: ServiceEnv): Promise<readonly Intent[]> {
  const people = [...(await env.rows(membership).getMany(memberIds)).values()];
  return people.filter(({ branchId }) => branchId !== organizationId).map(({ personId }) => leave(personId, organizationId));
}

/** ORG-12: a group holds members of its branch only. */
export const whenMemberLeavesBranchThenLeaveGroup = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<ServiceEnv>({
      BranchAssigned: ({ data: { personId, fromBranchId } }, env) => left(personId, fromBranchId, env),
      MembershipEnded: ({ data: { personId, fromBranchId } }, env) => left(personId, fromBranchId, env),
    }),
    when<GroupsEvent>(aggregates.organizations.groups)<ServiceEnv>({ GroupSet: leftMeanwhile }),
  ],
  expects: [],
  reads: [membership],
});
