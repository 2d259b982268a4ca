import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, eventId, fromSome, intend, put, type Changes, type DueRow, type Intent, type Recorded } from '@zhitong/eventing';
import { addHours, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';
import { membership, membersIn, membersKey } from '../projections/membership.projection.ts';

interface RestructureDue extends DueRow {
  readonly organizationIds: readonly string[];
}

const unmovedHours = 24;

const onItsDay = (event: Recorded<TreeEvent, 'SplitApproved' | 'MergeApproved'>, organizationIds: readonly string[]): Changes<RestructureDue> => {
  const id = eventId(event);
  const dayAt = startOfDay(event.data.effectiveOn);
  return [put(`${id}|day`, { organizationIds, dueAt: dayAt }), put(`${id}|settled`, { organizationIds, dueAt: addHours(dayAt, unmovedHours) })];
};

const sources = [
  fromSome<TreeEvent>(aggregates.organizations.tree)<RestructureDue, ServiceEnv>({
    SplitApproved: (event) => onItsDay(event, [event.data.organizationId]),
    MergeApproved: (event) => onItsDay(event, event.data.sourceIds),
  }),
];

async function* settle(organizationIds: readonly string[], at: string, env: ServiceEnv): AsyncGenerator<Intent> {
  const tree = env.tree.current();
  const waiting = organizationIds.filter((id) => ['merging', 'underReview'].includes(tree.node(id)?.state ?? ''));
  const tallies = await env.rows(membership).tallies(waiting.map(membersKey));
  for (const organizationId of waiting) {
    yield intend(treeStream, treeId, { type: 'OpenParts', organizationId, at }, organizationId);
    if (membersIn(tallies.get(membersKey(organizationId))) === 0)
      yield intend(treeStream, treeId, { type: 'CompleteRestructure', organizationId, at }, organizationId);
  }
}

/** looked at on the day of the restructure and once more a day later; in between whoever leaves as the last one completes it. */
export const restructureDeadline = defineDeadline<RestructureDue, ServiceEnv>({
  name: 'restructure',
  version: 2,
  sources,
  fire: ({ organizationIds }, now, env) => settle(organizationIds, now, env),
  expects: [],
});
