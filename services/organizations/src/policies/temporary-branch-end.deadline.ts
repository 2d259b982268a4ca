import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, drop, fromSome, intend, put, type Changes, type DueRow } from '@zhitong/eventing';
import { addDays, startOfDay, systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';

const name = 'temporary-branch-end';

interface EndDue extends DueRow {
  readonly organizationId: string;
}

const after = (organizationId: string, endsOn: string): Changes<EndDue> => put(organizationId, { organizationId, dueAt: startOfDay(addDays(endsOn, 1)) });

/** ORG-11: a temporary branch is dissolved the day after its end. */
export const temporaryBranchEnd = defineDeadline<EndDue, ServiceEnv>({
  name,
  version: 1,
  sources: [
    fromSome<TreeEvent>(aggregates.organizations.tree)<EndDue, ServiceEnv>({
      OrganizationProposed: ({ data: { organizationId, endsOn } }) => (endsOn === undefined ? [] : after(organizationId, endsOn)),
      TemporaryBranchExtended: ({ data: { organizationId, endsOn } }) => after(organizationId, endsOn),
      OrganizationRefused: ({ data: { organizationId } }) => drop(organizationId),
      OrganizationDissolved: ({ data: { organizationId } }) => drop(organizationId),
    }),
  ],
  fire: ({ organizationId }, at) => [
    intend(treeStream, treeId, { type: 'EndTemporary', organizationId, by: { id: systemActor(name), organizationId: null }, at }),
  ],
  expects: [],
});
