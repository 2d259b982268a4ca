import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when } from '@zhitong/eventing';
import { postTypes } from '@zhitong/catalogue';
import type { ServiceEnv } from '@zhitong/platform';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import { grantedRole, grantIdOfPost } from './post-grants.ts';

/** A filled post brings its grant. Who is an administrator of the three kinds gets none: the roles exclude each other (SEC-12). */
export const whenPostFilledThenGiveGrant = definePolicy<ServiceEnv>({
  name: 'when-post-filled-then-give-grant',
  startFrom: 'beginning',
  sources: [
    when<PostsEvent>(aggregates.organizations.posts)<ServiceEnv>({
      PostFilled: async ({ data: { postId, personId, organizationId, type, fromOn } }, { peek }) => {
        const role = grantedRole(postTypes.parse(type));
        // What ends the grant is a policy of its own and may be further on than this one: it found nothing to end.
        if (role === undefined || (await peek(postsStream, organizationId)).state.vacated.includes(postId)) return [];
        return [
          intend(grantsStream, personId, {
            type: 'Give',
            grantId: grantIdOfPost(postId),
            personId,
            role,
            organizationId,
            view: 'line',
            fromOn,
            postId,
            bySystem: true,
          }),
        ];
      },
    }),
  ],
  expects: ['ROLE_EXCLUSIVE', 'GRANT_EXISTS'],
});
