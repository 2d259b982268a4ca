import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineDeadline, drop, from, ignore, intend, put, type DueRow, type Recorded } from '@zhitong/eventing';
import { justAfter, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';

interface MoveDue extends DueRow {
  readonly organizationId: string;
  readonly effectiveOn: string;
  readonly words: number;
}

const over = ({ data: { organizationId } }: Recorded<TreeEvent>) => drop<MoveDue>(organizationId);

/** With both words the move waits for its day instead of for the words. */
const word = ({ data: { organizationId } }: Recorded<TreeEvent>) =>
  amend<MoveDue>(organizationId, (row) => {
    const words = row.words + 1;
    return { ...row, words, dueAt: words === 2 ? startOfDay(row.effectiveOn) : row.dueAt };
  });

/** ORG-08: an agreed move takes effect on its day at 00:00; one that was not agreed in time lapses. */
export const lineMoveDeadline = defineDeadline<MoveDue, ServiceEnv>({
  name: 'line-move',
  version: 1,
  sources: [
    from<TreeEvent>(aggregates.organizations.tree)({
      LineMoveRequested: ({ data: { organizationId, dueAt, effectiveOn } }) =>
        put(organizationId, { organizationId, effectiveOn, words: 0, dueAt: justAfter(dueAt) }),
      LineMoveReleased: word,
      LineMoveAccepted: word,
      LineMoveLapsed: over,
      ManagingLineChanged: over,
      OrganizationDissolved: over,
      OrganizationRegistered: ignore,
      OrganizationProposed: ignore,
      OrganizationApproved: ignore,
      OrganizationRefused: ignore,
      ApprovalOverdue: ignore,
      OrganizationKindChanged: ignore,
      PlaceChanged: ignore,
      GuidanceLinked: ignore,
      GuidanceUnlinked: ignore,
      SplitApproved: ignore,
      MergeApproved: ignore,
      ApprovesMembersChanged: ignore,
      TemporaryBranchExtended: ignore,
      TemporaryBranchEnded: ignore,
    }),
  ],
  fire: ({ organizationId }, now) => [intend(treeStream, treeId, { type: 'SettleMove', organizationId, at: now })],
  expects: [],
});
