import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when } from '@zhitong/eventing';
import { postTypes } from '@zhitong/catalogue';
import { addDays } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';
import { grantedRole, grantIdOfPost } from './post-grants.ts';

/** The day a post is vacated is the first without it: who leaves today may do nothing more today. */
export const whenPostVacatedThenEndGrant = definePolicy<ServiceEnv>({
  name: 'when-post-vacated-then-end-grant',
  startFrom: 'beginning',
  sources: [
    when<PostsEvent>(aggregates.organizations.posts)({
      PostVacated: ({ data: { postId, personId, type, vacatedOn, causeCode } }) => {
        if (grantedRole(postTypes.parse(type)) === undefined) return [];
        return [intend(grantsStream, personId, { type: 'End', grantId: grantIdOfPost(postId), endedOn: addDays(vacatedOn, -1), cause: causeCode })];
      },
    }),
  ],
  expects: [],
});
