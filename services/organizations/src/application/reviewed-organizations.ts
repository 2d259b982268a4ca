import { isBranchKind, isWorking, type ReviewGround } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { endOfTime, type OrganizationNode, type ServiceEnv, type TreeView } from '@zhitong/platform';
import { groundsOf, lastTwoQuarters } from '../domain/review/review-grounds.ts';
import type { OpenedReview } from '../domain/review/review.decider.ts';
import { branchMetKey, meetingList } from '../projections/meeting-list.projection.ts';
import { membersIn, membersKey, membership } from '../projections/membership.projection.ts';
import { sizeBandList } from '../projections/size-bands.projection.ts';
import { termList } from '../projections/term-list.projection.ts';
import { idOf } from './organization-rows.ts';
import { chunk, liveAmong } from './tree-as-of.ts';

type Env = Pick<ServiceEnv, 'rows' | 'tree'>;
interface StandsOut {
  readonly organizationId: string;
  readonly grounds: readonly ReviewGround[];
}

/** How often each branch met with all its members in the two quarters before; those that were not there all the time are left out. */
async function meetingsOf(env: Env, branchIds: readonly string[], day: string): Promise<ReadonlyMap<string, number>> {
  const { fromOn, untilOn } = lastTwoQuarters(day);
  const years = [...new Set([fromOn.slice(0, 4), untilOn.slice(0, 4)])];
  const since = await liveAmong(env, branchIds, { asOf: fromOn, knownAt: endOfTime });
  const tallies = await env.rows(meetingList).tallies(branchIds.flatMap((id) => years.map((year) => branchMetKey(id, year))));
  const met = (id: string) =>
    years.flatMap((year) => Object.keys(tallies.get(branchMetKey(id, year)) ?? {})).filter((heldOn) => fromOn <= heldOn && heldOn <= untilOn).length;
  return new Map(branchIds.filter((id) => since.has(id)).map((id) => [id, met(id)]));
}

async function lookAt(env: Env, nodes: readonly OrganizationNode[], day: string): Promise<readonly StandsOut[]> {
  const ids = nodes.map(idOf);
  const branchIds = nodes.filter(({ kind }) => isBranchKind(kind)).map(idOf);
  const [bands, members, terms, meetings] = await Promise.all([
    env.rows(sizeBandList).getMany(ids),
    env.rows(membership).tallies(ids.map(membersKey)),
    env.rows(termList).getMany(ids),
    meetingsOf(env, branchIds, day),
  ]);
  return nodes.map(({ organizationId, kind }) => {
    const reviewed = {
      kind,
      outsideBands: (bands.get(organizationId)?.outside ?? []).length > 0,
      members: membersIn(members.get(membersKey(organizationId))),
      metDays: meetings.get(organizationId) ?? null,
      terms: terms.get(organizationId)?.terms,
    };
    return { organizationId, grounds: groundsOf(reviewed, day) };
  });
}

/** What led a place that nobody leads any more. */
function placesWithout(tree: TreeView, { organizationId: reviewerId, view }: OpenedReview): readonly StandsOut[] {
  const nodes = [...tree.nodes()].filter(({ placeCode }) => placeCode !== null);
  const led = new Set(nodes.filter(({ state }) => isWorking(state) || state === 'merging').map(({ placeCode }) => placeCode));
  const last = new Map(
    nodes
      .filter(({ placeCode, state }) => state === 'dissolved' && !led.has(placeCode))
      .sort((a, b) => a.changed - b.changed)
      .map((node) => [node.placeCode, node]),
  );
  return [...last.values()]
    .filter(({ organizationId }) => tree.within(reviewerId, organizationId, view))
    .map(({ organizationId }) => ({ organizationId, grounds: ['placeWithoutOrganization'] }));
}

/**
 * ORG-10: what stands out below the reviewing organization, in the tree that it looked at and on the day it was opened. Members, meetings,
 * terms and size bands come from rows; accepted lag: theirs, seconds.
 */
export async function* reviewedOrganizations(env: Env, review: OpenedReview): AsyncGenerator<StandsOut> {
  const { organizationId: reviewerId, view, openedOn, treeVersion } = review;
  const tree = await env.tree.at(treeVersion);
  const nodes = tree.subtree(reviewerId, view).flatMap((id) => (id === reviewerId ? [] : [tree.node(id)]));
  const working = nodes.filter((node) => node !== undefined).filter(({ state }) => isWorking(state));
  for (const some of portions(working, chunk)) yield* (await lookAt(env, some, openedOn)).filter(({ grounds }) => grounds.length > 0);
  yield* placesWithout(tree, review);
}
