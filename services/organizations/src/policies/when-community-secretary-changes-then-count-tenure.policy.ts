import { vacancyCauses } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when } from '@zhitong/eventing';
import { treeNodesProjection, type ServiceEnv } from '@zhitong/platform';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';
import { tenureStream } from '../domain/tenure/tenure.stream.ts';

/** Level and place of an organization never change. */
const isCommunity = ({ tree }: ServiceEnv, organizationId: string): boolean => {
  const node = tree.current().node(organizationId);
  return node?.level === 'community' && node.placeCode !== null;
};

/** ORG-25: the numbers of the rule are those of the day the post was taken. */
export const whenCommunitySecretaryChangesThenCountTenure = definePolicy<ServiceEnv>({
  name: 'when-community-secretary-changes-then-count-tenure',
  startFrom: 'beginning',
  sources: [
    when<PostsEvent>(aggregates.organizations.posts)<ServiceEnv>({
      PostFilled({ data: { postId, organizationId, personId, type, fromOn } }, env) {
        if (type !== 'secretary' || !isCommunity(env, organizationId)) return [];
        const number = (key: string) => env.settings.number(`tenure.${key}`, fromOn, organizationId);
        const post = { postId, organizationId, fromOn, gapDays: number('gapDays'), years: number('years') };
        return [intend(tenureStream, personId, { type: 'TakePost', personId, ...post })];
      },
      PostVacated({ data: { postId, organizationId, personId, type, vacatedOn, causeCode } }, env) {
        if (type !== 'secretary' || !isCommunity(env, organizationId)) return [];
        return [intend(tenureStream, personId, { type: 'LeavePost', personId, postId, leftOn: vacatedOn, cause: vacancyCauses.parse(causeCode) })];
      },
    }),
  ],
  expects: [],
  reads: [treeNodesProjection],
});
