import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import { shanghaiDate, systemActor } from '@zhitong/kernel';
import type { PolicyEnv } from '@zhitong/platform';
import type { GroupsEvent } from '../domain/groups/groups.decider.ts';
import { groupsStream } from '../domain/groups/groups.stream.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';
import { belongsOn, isPerson, roster } from '../projections/roster.projection.ts';

const policy = 'when-member-leaves-branch-then-leave-group';

const leave = (personId: string, branchId: string): Intent =>
  intend(groupsStream, branchId, { type: 'LeaveGroup', organizationId: branchId, personId, byId: systemActor(policy) }, personId);

/** Those who do not belong to a branch by now: the same fact may come again, long after. */
async function leavers(personIds: readonly string[], branchId: string, env: PolicyEnv): Promise<readonly Intent[]> {
  const people = [...(await env.rows(roster).getMany(personIds)).values()].filter(isPerson);
  return people.filter((person) => !belongsOn(person, branchId, shanghaiDate(env.now()))).map(({ personId }) => leave(personId, branchId));
}

const left = (personId: string, branchId: string | undefined, env: PolicyEnv) => (branchId === undefined ? [] : leavers([personId], branchId, env));

/** ORG-12: a group holds members of its branch only. */
export const whenMemberLeavesBranchThenLeaveGroup = definePolicy<PolicyEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<PolicyEnv>({
      BranchAssigned: ({ data: { personId, fromBranchId } }, env) => left(personId, fromBranchId, env),
      MembershipEnded: ({ data: { personId, fromBranchId } }, env) => left(personId, fromBranchId, env),
      MemberDetached: ({ data: { personId, branchId } }, env) => left(personId, branchId, env),
    }),
    // Set while somebody was leaving: who had left before was in no group yet.
    when<GroupsEvent>(aggregates.organizations.groups)<PolicyEnv>({ GroupSet: ({ data }, env) => leavers(data.memberIds, data.organizationId, env) }),
  ],
  expects: [],
  reads: [roster],
});
