import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { GroupsEvent } from '../domain/groups/groups.decider.ts';
import { groupsStream } from '../domain/groups/groups.stream.ts';
import { membership, type MembershipEvent } from '../projections/membership.projection.ts';

const policy = 'when-member-leaves-branch-then-leave-group';

const left = (personId: string, branchId: string | undefined) =>
  branchId === undefined ? [] : [intend(groupsStream, branchId, { type: 'LeaveGroup', organizationId: branchId, personId, byId: systemActor(policy) })];

/** Set while somebody was leaving: who had left before was in no group yet. */
async function leftMeanwhile({ data: { organizationId, memberIds } }: Recorded<GroupsEvent, 'GroupSet'>, env: ServiceEnv): Promise<readonly Intent[]> {
  const people = [...(await env.rows(membership).getMany(memberIds)).values()];
  return people.filter(({ branchId }) => branchId !== organizationId).flatMap(({ personId }) => left(personId, organizationId));
}

/** ORG-12: a group holds members of its branch only. */
export const whenMemberLeavesBranchThenLeaveGroup = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<ServiceEnv>({
      BranchAssigned: ({ data: { personId, fromBranchId } }) => left(personId, fromBranchId),
      MembershipEnded: ({ data: { personId, fromBranchId } }) => left(personId, fromBranchId),
    }),
    when<GroupsEvent>(aggregates.organizations.groups)<ServiceEnv>({ GroupSet: leftMeanwhile }),
  ],
  expects: [],
  reads: [membership],
});
