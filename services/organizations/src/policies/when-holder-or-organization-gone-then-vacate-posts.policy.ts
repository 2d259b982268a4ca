import type { VacancyCause } from '@zhitong/catalogue';
import { definePolicy, eachRow, intend, when, type Condition, type Intent } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';
import { postList } from '../projections/post-list.projection.ts';

interface Vacancy {
  readonly of: Condition;
  readonly vacatedOn: string;
  readonly cause: VacancyCause;
  readonly at: string;
}

const policy = 'when-holder-or-organization-gone-then-vacate-posts';

/** A post that was filled later than that day is vacated on the day it was filled. */
async function* vacated({ of, vacatedOn, cause, at }: Vacancy, env: ServiceEnv): AsyncGenerator<Intent> {
  const posts = env.rows(postList);
  for await (const { postId, organizationId, fromOn } of eachRow((start) => posts.query({ where: [of, { field: 'held', eq: true }], limit: 500, ...start }))) {
    const day = vacatedOn < fromOn ? fromOn : vacatedOn;
    yield intend(postsStream, organizationId, {
      type: 'Vacate',
      postId,
      vacatedOn: day,
      cause,
      byId: systemActor(policy),
      filing: { at, backdateDays: null, fromAbove: false },
    });
  }
}

/** nobody holds a post who is no full member in good standing, nor in an organization that is gone; the grant goes with the post. */
export const whenHolderOrOrganizationGoneThenVacatePosts = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(
      'members',
      'member',
    )<ServiceEnv>({
      MembershipSuspended: ({ data, occurredAt: at }, env) =>
        vacated({ of: { field: 'personId', eq: data.personId }, vacatedOn: data.suspendedOn, cause: 'membershipSuspended', at }, env),
      MembershipEnded: ({ data, occurredAt: at }, env) =>
        vacated({ of: { field: 'personId', eq: data.personId }, vacatedOn: data.endedOn, cause: 'membershipEnded', at }, env),
    }),
    when<TreeEvent>(
      'organizations',
      'tree',
    )<ServiceEnv>({
      OrganizationDissolved: ({ data, occurredAt: at }, env) =>
        vacated({ of: { field: 'organizationId', eq: data.organizationId }, vacatedOn: data.effectiveOn, cause: 'organizationDissolved', at }, env),
    }),
  ],
  expects: ['NOT_FOUND'],
});
