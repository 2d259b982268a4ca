import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { GroupsEvent } from '../domain/groups/groups.decider.ts';

export interface GroupRow {
  readonly groupId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly headId: string | null;
  readonly memberIds: readonly string[];
  /** Day on which it was made. */
  readonly since: string;
}

/** Live party groups of branches. */
export const groupList = defineProjection<GroupRow>({
  name: 'group-list',
  version: 2,
  indexes: [['organizationId', 'name']],
  sources: [
    fromEvery<GroupsEvent>(aggregates.organizations.groups)(({ data: { groupId, organizationId, name, headId = null, memberIds }, occurredAt }) => ({
      key: groupId,
      fold: (row) => (memberIds.length === 0 ? null : { groupId, organizationId, name, headId, memberIds, since: row?.since ?? shanghaiDate(occurredAt) }),
    })),
  ],
});
