import type { VacancyCause } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, eachRow, intend, when, type Condition, type Intent, type Recorded } from '@zhitong/eventing';
import { shanghaiDate, systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import { lossOf, membership, type MembershipEvent } from '../projections/membership.projection.ts';
import { postList, type PostListRow } from '../projections/post-list.projection.ts';
import { isDissolved } from './dissolved.ts';

interface Vacancy {
  readonly vacatedOn: string;
  readonly cause: VacancyCause;
  readonly at: string;
}

const policy = 'when-holder-or-organization-gone-then-vacate-posts';

/** A post that was filled later than that day is vacated on the day it was filled. */
function vacate({ postId, organizationId, fromOn }: Pick<PostListRow, 'postId' | 'organizationId' | 'fromOn'>, { vacatedOn, cause, at }: Vacancy): Intent {
  const command = {
    type: 'Vacate',
    postId,
    vacatedOn: vacatedOn < fromOn ? fromOn : vacatedOn,
    cause,
    byId: systemActor(policy),
    filing: { at, backdateDays: null, fromAbove: false },
  } as const;
  return intend(postsStream, organizationId, command, postId);
}

const heldPosts = (of: Condition, env: ServiceEnv) =>
  eachRow((start) => env.rows(postList).query({ where: [of, { field: 'held', eq: true }], limit: 500, ...start }));

/** A post taken later is left only by who has not come back since: the same fact may come again, long after. */
async function* vacatedBy(personId: string, vacancy: Vacancy, env: ServiceEnv): AsyncGenerator<Intent> {
  const stillLost = lossOf(await env.rows(membership).get(personId)) !== undefined;
  for await (const post of heldPosts({ field: 'personId', eq: personId }, env)) if (stillLost || post.fromOn <= vacancy.vacatedOn) yield vacate(post, vacancy);
}

async function* vacatedIn(organizationId: string, vacancy: Vacancy, env: ServiceEnv): AsyncGenerator<Intent> {
  for await (const post of heldPosts({ field: 'organizationId', eq: organizationId }, env)) yield vacate(post, vacancy);
}

/** Filled while its holder or its organization was on the way out: what vacates posts found none yet. */
async function vacatedAgain({ data, occurredAt: at }: Recorded<PostsEvent, 'PostFilled'>, env: ServiceEnv): Promise<readonly Intent[]> {
  const { postId, organizationId, personId, fromOn } = data;
  const lost = lossOf(await env.rows(membership).get(personId));
  const cause = lost ?? ((await isDissolved(env, organizationId)) ? 'organizationDissolved' : undefined);
  return cause === undefined ? [] : [vacate({ postId, organizationId, fromOn }, { vacatedOn: shanghaiDate(at), cause, at })];
}

/** nobody holds a post who is no full member in good standing, nor in an organization that is gone; the grant goes with the post. */
export const whenHolderOrOrganizationGoneThenVacatePosts = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<ServiceEnv>({
      MembershipSuspended: ({ data, occurredAt: at }, env) => vacatedBy(data.personId, { vacatedOn: data.suspendedOn, cause: 'membershipSuspended', at }, env),
      MembershipEnded: ({ data, occurredAt: at }, env) => vacatedBy(data.personId, { vacatedOn: data.endedOn, cause: 'membershipEnded', at }, env),
    }),
    when<TreeEvent>(aggregates.organizations.tree)<ServiceEnv>({
      OrganizationDissolved: ({ data, occurredAt: at }, env) =>
        vacatedIn(data.organizationId, { vacatedOn: data.effectiveOn, cause: 'organizationDissolved', at }, env),
    }),
    when<PostsEvent>(aggregates.organizations.posts)<ServiceEnv>({ PostFilled: vacatedAgain }),
  ],
  expects: ['NOT_FOUND'],
  reads: [postList, membership],
});
