import { definePolicy, intend, when } from '@zhitong/eventing';
import { postTypes } from '@zhitong/catalogue';
import type { ServiceEnv } from '@zhitong/platform';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';
import { grantedRole, grantIdOfPost } from './post-grants.ts';

/** A filled post brings its grant. Who is an administrator of the three kinds gets none: the roles exclude each other (SEC-12). */
export const whenPostFilledThenGiveGrant = definePolicy<ServiceEnv>({
  name: 'when-post-filled-then-give-grant',
  startFrom: 'beginning',
  sources: [
    when<PostsEvent>(
      'organizations',
      'posts',
    )({
      PostFilled: ({ data: { postId, personId, organizationId, type, fromOn } }) => {
        const role = grantedRole(postTypes.parse(type));
        if (role === undefined) return [];
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
