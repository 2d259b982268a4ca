import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, drop, from, ignore, intend, put, type DueRow, type Recorded } from '@zhitong/eventing';
import { justAfter } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';

interface ApprovalDue extends DueRow {
  readonly organizationId: string;
}

const over = ({ data: { organizationId } }: Recorded<TreeEvent>) => drop<ApprovalDue>(organizationId);

/** ORG-02: a proposal nobody decided in time is told to the next organization up. */
export const approvalDeadline = defineDeadline<ApprovalDue, ServiceEnv>({
  name: 'organization-approval',
  version: 1,
  sources: [
    from<TreeEvent>(aggregates.organizations.tree)({
      OrganizationProposed: ({ data: { organizationId, decideByAt } }) => put(organizationId, { organizationId, dueAt: justAfter(decideByAt) }),
      OrganizationApproved: over,
      OrganizationRefused: over,
      ApprovalOverdue: over,
      OrganizationRegistered: ignore,
      OrganizationKindChanged: ignore,
      LineMoveRequested: ignore,
      LineMoveReleased: ignore,
      LineMoveAccepted: ignore,
      LineMoveLapsed: ignore,
      ManagingLineChanged: ignore,
      PlaceChanged: ignore,
      GuidanceLinked: ignore,
      GuidanceUnlinked: ignore,
      OrganizationDissolved: ignore,
      SplitApproved: ignore,
      MergeApproved: ignore,
      ApprovesMembersChanged: ignore,
      TemporaryBranchExtended: ignore,
      TemporaryBranchEnded: ignore,
    }),
  ],
  fire: ({ organizationId }, now) => [intend(treeStream, treeId, { type: 'NoteLateApproval', organizationId, at: now })],
  expects: [],
});
