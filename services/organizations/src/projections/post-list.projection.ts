import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, ignore, put } from '@zhitong/eventing';
import { concurrentOffices, postTypes } from '@zhitong/catalogue';
import type { PostRow } from '@zhitong/catalogue/operations/posts.ts';
import type { Moment } from '@zhitong/platform';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';

/** `held` is a field of its own: an index knows no null. Since when it is on record that somebody took the post, and left it. */
export type PostListRow = PostRow & { readonly held: boolean; readonly recordedAt: string; readonly vacatedAt: string | null };

/** One row per holding of a post. */
export const postList = defineProjection<PostListRow>({
  name: 'post-list',
  version: 3,
  indexes: [
    ['organizationId', 'fromOn'],
    ['organizationId', 'held', 'fromOn'],
    ['organizationId', 'type', 'fromOn'],
    ['personId', 'held'],
    ['organizationId', 'type', 'held', 'fromOn'],
  ],
  sources: [
    from<PostsEvent>(aggregates.organizations.posts)<PostListRow>({
      PostFilled: ({ data, recordedAt }) =>
        put(data.postId, {
          postId: data.postId,
          organizationId: data.organizationId,
          personId: data.personId,
          type: postTypes.parse(data.type),
          portfolioCode: data.portfolioCode ?? null,
          concurrentAs: data.concurrentAsCodes.map((code) => concurrentOffices.parse(code)),
          fromOn: data.fromOn,
          vacatedOn: null,
          held: true,
          recordedAt,
          vacatedAt: null,
        }),
      PostVacated: ({ data: { postId, vacatedOn }, recordedAt }) => amend(postId, (row) => ({ ...row, vacatedOn, held: false, vacatedAt: recordedAt })),
      SecretaryRemoved: ignore,
      SecretaryVacancyLong: ignore,
    }),
  ],
});

/** Whether somebody held a post at the end of a day, as far as known by an instant. */
export const heldAt = ({ fromOn, vacatedOn, recordedAt, vacatedAt }: PostListRow, { asOf, knownAt }: Moment): boolean =>
  fromOn <= asOf && recordedAt <= knownAt && (vacatedOn === null || vacatedOn > asOf || (vacatedAt !== null && vacatedAt > knownAt));
