import { amend, defineProjection, from, ignore, put } from '@zhitong/eventing';
import { concurrentOffices, postTypes } from '@zhitong/catalogue';
import type { PostRow } from '@zhitong/catalogue/operations/posts.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';

/** `held` is a field of its own: an index knows no null. */
export type PostListRow = PostRow & { readonly held: boolean };

/** One row per holding of a post. */
export const postList = defineProjection<PostListRow>({
  name: 'post-list',
  version: 2,
  indexes: [
    ['organizationId', 'fromOn'],
    ['organizationId', 'held', 'fromOn'],
    ['organizationId', 'type', 'fromOn'],
    ['personId', 'held'],
    ['organizationId', 'type', 'held', 'fromOn'],
  ],
  sources: [
    from<PostsEvent>(
      'organizations',
      'posts',
    )<PostListRow>({
      PostFilled: ({ data }) =>
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
        }),
      PostVacated: ({ data: { postId, vacatedOn } }) => amend(postId, (row) => ({ ...row, vacatedOn, held: false })),
      SecretaryRemoved: ignore,
      SecretaryVacancyLong: ignore,
    }),
  ],
});
