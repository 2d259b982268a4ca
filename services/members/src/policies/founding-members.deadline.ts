import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineDeadline, drop, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { isWorking } from '@zhitong/catalogue';
import { startOfDay, type EventOf } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import type { HomeCandidate } from '../domain/member/home-branch.ts';
import type { MemberCommand } from '../domain/member/member.commands.ts';
import type { Stamp } from '../domain/member/stamp.ts';
import { memberStream } from '../domain/member/member.stream.ts';

type TreeEvent = EventOf<TreeEvents>;

/** A proposed branch waits without a date; the approval sets it. */
export interface FoundingDue extends DueRow {
  readonly memberIds: readonly string[];
  /** The branch that is split: who has left it meanwhile stays where that led. Founders come from wherever they are. */
  readonly fromBranchId?: string;
  /** The branch into which it merges: whoever has not moved by then goes there. */
  readonly intoId?: string;
  /** Version of the tree that shows where they go as it was decided. */
  readonly treeVersion: number;
}

const never = '9999-12-31T00:00:00.000Z';
const founded: ReadonlySet<string> = new Set(['branch', 'jointBranch', 'temporaryBranch']);

/** Waits for the approval; a part of a split is approved at 00:00 of its day. */
const waiting = (of: Pick<FoundingDue, 'memberIds' | 'fromBranchId'>): FoundingDue => ({ dueAt: never, treeVersion: 0, ...of });

const approvals = fromSome<TreeEvent>(aggregates.organizations.tree)<FoundingDue, ServiceEnv>({
  OrganizationProposed: ({ data: { organizationId, kind, foundingMemberIds } }) =>
    founded.has(kind) && foundingMemberIds.length > 0 ? put(organizationId, waiting({ memberIds: foundingMemberIds })) : drop(organizationId),
  SplitApproved: ({ data: { organizationId: fromBranchId, parts } }) =>
    parts
      .filter(({ kind, memberIds }) => founded.has(kind) && memberIds.length > 0)
      .map(({ organizationId, memberIds }) => put(organizationId, waiting({ memberIds, fromBranchId }))),
  OrganizationApproved: ({ data: { organizationId, effectiveOn }, version }) =>
    amend(organizationId, (row) => ({ ...row, dueAt: startOfDay(effectiveOn), treeVersion: version })),
  OrganizationRefused: ({ data: { organizationId } }) => drop(organizationId),
  MergeApproved: ({ data: { organizationId: intoId, sourceIds }, version }) =>
    sourceIds.map((sourceId) => amend(sourceId, (row) => ({ ...row, intoId, treeVersion: version }))),
  OrganizationDissolved: ({ data: { organizationId } }) => amend(organizationId, (row) => (row.intoId === undefined ? null : row)),
});

/** To a temporary branch its founders are attached (ORG-11), every other becomes their home. */
const join = (stamp: Stamp, branch: HomeCandidate, fromBranchId: string | undefined): MemberCommand =>
  branch.kind === 'temporaryBranch'
    ? { type: 'AttachMember', ...stamp, branch, cause: 'founding' }
    : { type: 'MoveWithBranch', ...stamp, fromBranchId, home: branch };

/**
 * on the day a branch is approved for, its founders belong there; who has left the Party meanwhile stays out. Where it ends before
 * they have moved they go into what it merges with, and stay at home where nothing takes them.
 */
export const foundingMembers = defineDeadline<FoundingDue, ServiceEnv>({
  name: 'founding-members',
  version: 3,
  sources: [approvals],
  expects: ['ERASED', 'STATE_NOT_ALLOWED', 'NOT_A_HOME_BRANCH', 'BRANCH_NOT_ACTIVE'],
  async fire({ $key: organizationId, memberIds, fromBranchId, intoId, treeVersion }, at, env) {
    const branch = (await env.tree.at(treeVersion)).node(intoId ?? organizationId);
    if (branch === undefined) throw new Error(`${intoId ?? organizationId} is not in the tree of version ${treeVersion}`);
    // The tree may know of an end that this row has not heard of: what ended it says where the founders go, and is waited for.
    if (intoId === undefined && !isWorking(branch.state)) throw new Error(`${organizationId} is ${branch.state}, and why is not known here yet`);
    return memberIds.map((personId) => intend(memberStream, personId, join({ personId, at }, branch, fromBranchId)));
  },
});
