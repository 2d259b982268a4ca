import { defineProjection, fromEvery } from '@zhitong/eventing';
import { groupsStream } from '../domain/groups/groups.stream.ts';

export interface GroupRow {
  readonly groupId: string;
  readonly organizationId: string;
  readonly name: string;
  readonly headId: string | null;
  readonly memberIds: readonly string[];
}

/** Live party groups of branches. */
export const groupList = defineProjection<GroupRow>({
  name: 'group-list',
  version: 1,
  indexes: [['organizationId', 'name']],
  sources: [
    fromEvery(groupsStream)(({ data: { groupId, organizationId, name, headId = null, memberIds } }) => ({
      key: groupId,
      fold: () => (memberIds.length === 0 ? null : { groupId, organizationId, name, headId, memberIds }),
    })),
  ],
});
