import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, eachRow, eventId, fromSome, intend, put, type DueRow, type Intent } from '@zhitong/eventing';
import { startOfDay, type EventOf } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import { memberList } from '../projections/member-list.projection.ts';
import { transferList } from '../projections/transfer-list.projection.ts';

type TreeEvent = EventOf<TreeEvents>;

/** A merge on the day it takes effect. */
export interface MergeDue extends DueRow {
  readonly survivorId: string;
  readonly sourceIds: readonly string[];
}

const pageSize = 500;

const merges = fromSome<TreeEvent>(aggregates.organizations.tree)<MergeDue, ServiceEnv>({
  MergeApproved: (event) => {
    const { organizationId: survivorId, sourceIds, effectiveOn } = event.data;
    return put(eventId(event), { dueAt: startOfDay(effectiveOn), survivorId, sourceIds });
  },
});

/** Where a merged organization may stand in a transfer; `handsId`: also as the one that decides an appeal. */
const fields = ['toCommitteeId', 'toBranchId', 'fromCommitteeId', 'handsId'] as const;

async function* followers(env: ServiceEnv, field: (typeof fields)[number], organizationId: string, survivorId: string, at: string): AsyncIterable<Intent> {
  const query = { where: [{ field, eq: organizationId }], orderBy: { field: 'requestedOn', direction: 'asc' }, limit: pageSize } as const;
  for await (const { personId, transferId } of eachRow((start) => env.rows(transferList).query({ ...query, ...start })))
    yield intend(memberStream, personId, { type: 'FollowSurvivor', personId, transferId, at, organizationId, survivorId }, `${transferId}.${organizationId}`);
}

async function* members(env: ServiceEnv, fromBranchId: string, survivorId: string, at: string): AsyncIterable<Intent> {
  const survivor = env.tree.current().node(survivorId);
  if (survivor === undefined) throw new Error(`${survivorId} is not in the tree yet`);
  const query = { where: [{ field: 'branchId', eq: fromBranchId }], orderBy: { field: 'joinedOn', direction: 'asc' }, limit: pageSize } as const;
  for await (const { personId, state } of eachRow((start) => env.rows(memberList).query({ ...query, ...start })))
    if (state !== 'ended') yield intend(memberStream, personId, { type: 'MoveWithBranch', personId, at, fromBranchId, home: survivor });
}

async function* moves({ survivorId, sourceIds }: MergeDue, at: string, env: ServiceEnv): AsyncIterable<Intent> {
  for (const sourceId of sourceIds) {
    yield* members(env, sourceId, survivorId, at);
    for (const field of fields) yield* followers(env, field, sourceId, survivorId, at);
  }
}

/** at 00:00 of the day members go to the survivor, one command each, and open transfers follow it. */
export const mergedBranches = defineDeadline<MergeDue, ServiceEnv>({
  name: 'merged-branches',
  version: 1,
  sources: [merges],
  expects: ['NOT_A_HOME_BRANCH', 'BRANCH_NOT_ACTIVE'],
  fire: (due, now, env) => moves(due, now, env),
});
