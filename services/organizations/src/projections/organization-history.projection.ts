import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, put, type Changes, type Recorded } from '@zhitong/eventing';
import { nodeChanges, type TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';

/** One event in the life of one organization. */
export interface OrganizationHistoryRow {
  readonly organizationId: string;
  readonly version: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorId: string;
  readonly actorOrganizationId: string | null;
  readonly details: Readonly<Record<string, string>>;
}

const textOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') && value.length > 0 ? [value.join(',')] : [];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
};

/** Codes, ids and dates of the event as text; lists of members are left out, a timeline is no place for them. */
const detailsOf = (data: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data).flatMap(([field, value]) =>
      field === 'organizationId' || /memberIds$/i.test(field) ? [] : textOf(value).map((text) => [field, text]),
    ),
  );

const line = (organizationId: string, category: string, event: Recorded<TreeEvent | PostsEvent>): Changes<OrganizationHistoryRow> => {
  const { version, type, occurredAt, recordedAt, actorId, organizationId: actorOrganizationId = null } = event;
  const row = { organizationId, version, type, occurredAt, recordedAt, actorId, actorOrganizationId, details: detailsOf(event.data) };
  return put(`${organizationId}@${category}${version}`, row);
};

const ofTree = (event: Recorded<TreeEvent>): Changes<OrganizationHistoryRow> =>
  nodeChanges(event, event.version).flatMap(({ organizationId }) => line(organizationId, 'tree', event));
const ofPosts = (event: Recorded<PostsEvent>): Changes<OrganizationHistoryRow> => line(event.data.organizationId, 'posts', event);

/** What happened to each organization, one row an event. */
export const organizationHistory = defineProjection<OrganizationHistoryRow>({
  name: 'organization-history',
  version: 1,
  indexes: [['organizationId', 'occurredAt']],
  sources: [fromEvery<TreeEvent>(aggregates.organizations.tree)(ofTree), fromEvery<PostsEvent>(aggregates.organizations.posts)(ofPosts)],
});
