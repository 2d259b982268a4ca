import { definePolicy, intend, when } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { groupsStream } from '../domain/groups/groups.stream.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';

const policy = 'when-member-leaves-branch-then-leave-group';

const left = (personId: string, branchId: string | undefined) =>
  branchId === undefined ? [] : [intend(groupsStream, branchId, { type: 'LeaveGroup', organizationId: branchId, personId, byId: systemActor(policy) })];

/** ORG-12: a group holds members of its branch only. */
export const whenMemberLeavesBranchThenLeaveGroup = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(
      'members',
      'member',
    )<ServiceEnv>({
      BranchAssigned: ({ data: { personId, fromBranchId } }) => left(personId, fromBranchId),
      MembershipEnded: ({ data: { personId, fromBranchId } }) => left(personId, fromBranchId),
    }),
  ],
  expects: [],
});
