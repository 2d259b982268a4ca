import type { PostType } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { allRows, definePolicy, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { shanghaiDate, systemActor } from '@zhitong/kernel';
import { treeNodesProjection, type ServiceEnv } from '@zhitong/platform';
import { postsStream } from '../domain/posts/posts.stream.ts';
import type { TermEvent } from '../domain/term/term-state.ts';
import { membership, standingOf } from '../projections/membership.projection.ts';
import { postList } from '../projections/post-list.projection.ts';

const policy = 'when-election-approved-then-change-posts';
const elected: readonly PostType[] = ['secretary', 'deputySecretary', 'committeeMember'];
type Approved = Recorded<TermEvent, 'ElectionApproved'>;
type Office = readonly [personId: string, post: PostType];

function officesOf({ secretaryId, deputyIds, electedIds }: Approved['data']): readonly Office[] {
  const postOf = (personId: string): PostType =>
    personId === secretaryId ? 'secretary' : deputyIds.includes(personId) ? 'deputySecretary' : 'committeeMember';
  return electedIds.map((personId) => [personId, postOf(personId)]);
}

async function* changed({ data, occurredAt: at }: Approved, env: ServiceEnv): AsyncGenerator<Intent> {
  const { organizationId, electionId, ballotOn } = data;
  const filed = { byId: systemActor(policy), filing: { at, backdateDays: null, fromAbove: false } } as const;
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'held', eq: true },
  ];
  const held = await allRows((start) => env.rows(postList).query({ where, orderBy: { field: 'fromOn', direction: 'asc' }, limit: 200, ...start }));
  const offices = officesOf(data);
  const stays = (personId: string, post: PostType) => offices.some(([id, office]) => id === personId && office === post);
  const before = held.filter(({ fromOn }) => fromOn <= shanghaiDate(at)); // not those of a later term, when the approval comes again
  for (const { postId, fromOn } of before.filter(({ personId, type }) => elected.includes(type) && !stays(personId, type))) {
    const vacatedOn = ballotOn < fromOn ? fromOn : ballotOn;
    yield intend(postsStream, organizationId, { type: 'Vacate', postId, vacatedOn, cause: 'termEnded', ...filed }, postId);
  }
  const members = await env.rows(membership).getMany(data.electedIds);
  for (const [index, [personId, post]] of offices.entries()) {
    if (held.some((row) => row.personId === personId && row.type === post)) continue;
    const member = members.get(personId);
    const postId = `pst_${electionId.slice(electionId.indexOf('_') + 1)}.${index + 1}`;
    const command = {
      type: 'Fill',
      postId,
      organizationId,
      organizationState: env.tree.current().node(organizationId)?.state ?? 'dissolved',
      post,
      personId,
      standing: standingOf(member),
      fullFromOn: member?.fullFromOn ?? null,
      concurrentAs: [],
      fromOn: ballotOn,
      reasonCode: 'elected',
      secretaryPartyYears: env.settings.number('post.secretaryPartyYears', at, organizationId),
      ...filed,
    } as const;
    yield intend(postsStream, organizationId, command, postId);
  }
}

/** ORG-20: with the approval the old holders leave and the elected take their posts; who is elected again to the same post keeps it. */
export const whenElectionApprovedThenChangePosts = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [when<TermEvent>(aggregates.organizations.term)<ServiceEnv>({ ElectionApproved: (event, env) => changed(event, env) })],
  expects: ['NOT_FOUND', 'POST_TAKEN', 'NOT_FULL_MEMBER', 'STATE_NOT_ALLOWED'],
  reads: [postList, membership, treeNodesProjection],
});
