import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, drop, fromSome, put, type DueRow } from '@zhitong/eventing';
import { isBranchKind } from '@zhitong/catalogue';
import { startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { lookedAtOn } from '../domain/size/founding.ts';
import { watch } from './size-check.deadline.ts';

/** the branch to which not enough founders have come is outside its size band after thirty days, also where nobody ever came. */
export const foundedSize = defineDeadline<DueRow, ServiceEnv>({
  name: 'founded-size',
  version: 1,
  sources: [
    fromSome<TreeEvent>(aggregates.organizations.tree)<DueRow, ServiceEnv>({
      OrganizationApproved: ({ data: { organizationId, effectiveOn } }) => put(organizationId, { dueAt: startOfDay(lookedAtOn(effectiveOn)) }),
      OrganizationDissolved: ({ data: { organizationId } }) => drop(organizationId),
    }),
  ],
  fire({ $key: organizationId }, now, env) {
    const kind = env.tree.current().node(organizationId)?.kind;
    // Members of a temporary branch are counted at home (ORG-11).
    return kind !== undefined && isBranchKind(kind) && kind !== 'temporaryBranch' ? watch(organizationId, env, now) : [];
  },
  expects: [],
});
