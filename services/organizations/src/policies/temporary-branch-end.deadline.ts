import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineDeadline, drop, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { addDays, startOfDay, systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';

const name = 'temporary-branch-end';

interface EndDue extends DueRow {
  readonly endsOn: string;
}

/** A proposed branch waits without a date; the approval sets it, also when it is heard of after the last day. */
const never = '9999-12-31T00:00:00.000Z';
const dueAfter = (endsOn: string): EndDue => ({ endsOn, dueAt: startOfDay(addDays(endsOn, 1)) });

/** ORG-11: a temporary branch is dissolved the day after its end. */
export const temporaryBranchEnd = defineDeadline<EndDue, ServiceEnv>({
  name,
  version: 2,
  sources: [
    fromSome<TreeEvent>(aggregates.organizations.tree)<EndDue, ServiceEnv>({
      OrganizationProposed: ({ data: { organizationId, endsOn } }) => (endsOn === undefined ? [] : put(organizationId, { endsOn, dueAt: never })),
      OrganizationApproved: ({ data: { organizationId } }) => amend(organizationId, ({ endsOn }) => dueAfter(endsOn)),
      TemporaryBranchExtended: ({ data: { organizationId, endsOn } }) => put(organizationId, dueAfter(endsOn)),
      OrganizationRefused: ({ data: { organizationId } }) => drop(organizationId),
      OrganizationDissolved: ({ data: { organizationId } }) => drop(organizationId),
    }),
  ],
  fire: ({ $key: organizationId }, at) => [
    intend(treeStream, treeId, { type: 'EndTemporary', organizationId, by: { id: systemActor(name), organizationId: null }, at }),
  ],
  expects: [],
});
