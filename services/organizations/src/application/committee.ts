import { allRows } from '@zhitong/eventing';
import type { PostType } from '@zhitong/catalogue';
import type { Moment, ServiceEnv } from '@zhitong/platform';
import { heldAt, postList, type PostListRow } from '../projections/post-list.projection.ts';

/** A branch committee 支委会 exists from three seats on: secretary, deputy and members together. */
const fewestSeats = 3;
const seats: ReadonlySet<string> = new Set(['secretary', 'deputySecretary', 'committeeMember']);
export const isSeat = (type: PostType | undefined): boolean => type !== undefined && seats.has(type);

/** Holdings of posts that go on on a day. */
const heldOn = (posts: readonly PostListRow[], date: string) => posts.filter(({ vacatedOn }) => vacatedOn === null || vacatedOn > date);

async function postsOn(env: Pick<ServiceEnv, 'rows'>, organizationIds: readonly string[], date: string): Promise<readonly PostListRow[]> {
  const where = [
    { field: 'organizationId', in: organizationIds },
    { field: 'fromOn', lte: date },
  ];
  const query = { where, orderBy: { field: 'fromOn', direction: 'asc' }, limit: 200 } as const;
  return heldOn(await allRows((start) => env.rows(postList).query({ ...query, ...start })), date);
}

/** Posts of some organizations that somebody held then, as far as known then; of one type when it is named. */
export async function postsAt(
  env: Pick<ServiceEnv, 'rows'>,
  organizationIds: readonly string[],
  moment: Moment,
  type?: PostType,
): Promise<readonly PostListRow[]> {
  const where = [
    { field: 'organizationId', in: organizationIds },
    ...(type === undefined ? [] : [{ field: 'type', eq: type }]),
    { field: 'fromOn', lte: moment.asOf },
  ];
  const query = { where, orderBy: { field: 'fromOn', direction: 'asc' }, limit: 1000 } as const;
  const posts = await allRows((start) => env.rows(postList).query({ ...query, ...start }));
  return posts.filter((post) => heldAt(post, moment));
}

const seated = (posts: readonly PostListRow[]): readonly string[] => [...new Set(posts.filter(({ type }) => isSeat(type)).map(({ personId }) => personId))];

/** Who sits in the committee of an organization on a day, each once. */
export async function committeeOn(env: Pick<ServiceEnv, 'rows'>, organizationId: string, date: string): Promise<readonly string[]> {
  return seated(await postsOn(env, [organizationId], date));
}

/** Part-time members 兼职委员 of an organization on a day: who comes to its joint meetings from elsewhere (ORG-27). */
export async function partTimeMembersOn(env: Pick<ServiceEnv, 'rows'>, organizationId: string, date: string): Promise<readonly string[]> {
  const posts = await postsOn(env, [organizationId], date);
  return [...new Set(posts.filter(({ type }) => type === 'partTimeMember').map(({ personId }) => personId))];
}

/** The secretary of an organization on a day; null while the post is empty. */
export async function secretaryOn(env: Pick<ServiceEnv, 'rows'>, organizationId: string, date: string): Promise<string | null> {
  return (await postsOn(env, [organizationId], date)).find(({ type }) => type === 'secretary')?.personId ?? null;
}

/** Organizations whose secretary somebody is on a day. */
export async function secretaryPostsOn(env: Pick<ServiceEnv, 'rows'>, personId: string, date: string): Promise<readonly string[]> {
  const posts = await allRows((start) => env.rows(postList).query({ where: [{ field: 'personId', eq: personId }], limit: 200, ...start }));
  return heldOn(posts, date)
    .filter(({ type, fromOn }) => type === 'secretary' && fromOn <= date)
    .map(({ organizationId }) => organizationId);
}

/** Whether an organization has a committee on a day. */
export const hasCommitteeOn = async (env: Pick<ServiceEnv, 'rows'>, organizationId: string, date: string): Promise<boolean> =>
  (await withCommitteeOn(env, [organizationId], date)).has(organizationId);

/** Those of some organizations that have a committee on a day. */
export async function withCommitteeOn(env: Pick<ServiceEnv, 'rows'>, organizationIds: readonly string[], date: string): Promise<ReadonlySet<string>> {
  const found = Map.groupBy(await postsOn(env, organizationIds, date), ({ organizationId }) => organizationId);
  return new Set([...found].flatMap(([organizationId, posts]) => (seated(posts).length >= fewestSeats ? [organizationId] : [])));
}
