import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineDeadline, drop, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { startOfDay, type EventOf } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import { memberStream } from '../domain/member/member.stream.ts';

type TreeEvent = EventOf<TreeEvents>;

/** A proposed branch waits without a date; the approval sets it. */
export interface FoundingDue extends DueRow {
  readonly memberIds: readonly string[];
  /** The branch that is split: who has left it meanwhile stays where that led. Founders come from wherever they are. */
  readonly fromBranchId?: string;
  /** Version of the tree that shows the branch as it was approved. */
  readonly treeVersion: number;
}

const never = '9999-12-31T00:00:00.000Z';
const homes: ReadonlySet<string> = new Set(['branch', 'jointBranch']);

/** Waits for the approval; a part of a split is approved at 00:00 of its day. */
const waiting = (of: Pick<FoundingDue, 'memberIds' | 'fromBranchId'>): FoundingDue => ({ dueAt: never, treeVersion: 0, ...of });

const approvals = fromSome<TreeEvent>(aggregates.organizations.tree)<FoundingDue, ServiceEnv>({
  OrganizationProposed: ({ data: { organizationId, kind, foundingMemberIds } }) =>
    homes.has(kind) && foundingMemberIds.length > 0 ? put(organizationId, waiting({ memberIds: foundingMemberIds })) : drop(organizationId),
  SplitApproved: ({ data: { organizationId: fromBranchId, parts } }) =>
    parts
      .filter(({ kind, memberIds }) => homes.has(kind) && memberIds.length > 0)
      .map(({ organizationId, memberIds }) => put(organizationId, waiting({ memberIds, fromBranchId }))),
  OrganizationApproved: ({ data: { organizationId, effectiveOn }, version }) =>
    amend(organizationId, (row) => ({ ...row, dueAt: startOfDay(effectiveOn), treeVersion: version })),
  OrganizationRefused: ({ data: { organizationId } }) => drop(organizationId),
});

/** on the day a branch is approved for, its founders are at home there; who has left the Party meanwhile stays out. */
export const foundingMembers = defineDeadline<FoundingDue, ServiceEnv>({
  name: 'founding-members',
  version: 2,
  sources: [approvals],
  expects: ['ERASED'],
  async fire({ $key: organizationId, memberIds, fromBranchId, treeVersion }, at, env) {
    const home = (await env.tree.at(treeVersion)).node(organizationId);
    if (home === undefined) throw new Error(`${organizationId} is not in the tree of version ${treeVersion}`);
    return memberIds.map((personId) => intend(memberStream, personId, { type: 'MoveWithBranch', personId, at, fromBranchId, home }));
  },
});
