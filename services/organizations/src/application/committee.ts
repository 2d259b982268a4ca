import { allRows } from '@zhitong/eventing';
import type { PostType } from '@zhitong/catalogue';
import type { ServiceEnv } from '@zhitong/platform';
import { postList } from '../projections/post-list.projection.ts';

/** A branch committee 支委会 exists from three seats on: secretary, deputy and members together. */
const fewestSeats = 3;
const seats: ReadonlySet<string> = new Set(['secretary', 'deputySecretary', 'committeeMember']);
export const isSeat = (type: PostType | undefined): boolean => type !== undefined && seats.has(type);

/** Who sits in the committee of an organization on a day, each once. */
export async function committeeOn(env: Pick<ServiceEnv, 'rows'>, organizationId: string, date: string): Promise<readonly string[]> {
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'fromOn', lte: date },
  ];
  const query = { where, orderBy: { field: 'fromOn', direction: 'asc' }, limit: 200 } as const;
  const posts = await allRows((start) => env.rows(postList).query({ ...query, ...start }));
  const held = posts.filter(({ type, vacatedOn }) => isSeat(type) && (vacatedOn === null || vacatedOn > date));
  return [...new Set(held.map(({ personId }) => personId))];
}

/** Whether an organization has a committee on a day. */
export const hasCommitteeOn = async (env: Pick<ServiceEnv, 'rows'>, organizationId: string, date: string): Promise<boolean> =>
  (await committeeOn(env, organizationId, date)).length >= fewestSeats;
