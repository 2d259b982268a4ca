import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromSome, put } from '@zhitong/eventing';
import type { EventOf } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';

type TreeEvent = EventOf<TreeEvents>;

/** A branch that went into another, or into parts: the first of them takes over what is left. */
export interface MergeRow {
  readonly sourceId: string;
  readonly survivorId: string;
  readonly effectiveOn: string;
}

const merges = fromSome<TreeEvent>(aggregates.organizations.tree)<MergeRow, ServiceEnv>({
  MergeApproved: ({ data: { organizationId: survivorId, sourceIds, effectiveOn } }) =>
    sourceIds.map((sourceId) => put(sourceId, { sourceId, survivorId, effectiveOn })),
  SplitApproved: ({ data: { organizationId: sourceId, parts, effectiveOn } }) =>
    parts.slice(0, 1).map(({ organizationId: survivorId }) => put(sourceId, { sourceId, survivorId, effectiveOn })),
});

/** Where the members of a merged or split branch belong, and since when. */
export const mergeList = defineProjection<MergeRow, ServiceEnv>({ name: 'merge-list', version: 2, indexes: [], sources: [merges] });
