import { defineProjection, lookUp, type Changes, type Recorded, type Source } from '@zhitong/eventing';
import type { EventOf } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';

type TreeEvent = EventOf<TreeEvents>;

/** A branch that went into another. */
export interface MergeRow {
  readonly sourceId: string;
  readonly survivorId: string;
  readonly effectiveOn: string;
}

const onMerge = ({ data: { organizationId: survivorId, sourceIds, effectiveOn } }: Recorded<TreeEvent, 'MergeApproved'>): Changes<MergeRow> =>
  sourceIds.map((sourceId) => ({ key: sourceId, fold: () => ({ sourceId, survivorId, effectiveOn }) }));

const merges: Source<Changes<MergeRow>, ServiceEnv> = { context: 'organizations', category: 'tree', handler: lookUp({ MergeApproved: onMerge }) };

/** Where the members of a merged branch belong, and since when. */
export const mergeList = defineProjection<MergeRow, ServiceEnv>({ name: 'merge-list', version: 1, indexes: [], sources: [merges] });
