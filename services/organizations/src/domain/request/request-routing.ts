import { isWorking, type Level, type RequestOffice, type RequestTopic, type View } from '@zhitong/catalogue';
import { ensure, Rejected } from '@zhitong/kernel';
import type { OrganizationNode, TreeView } from '@zhitong/platform';

/** An office of an organization: the party-building office, the organization department ... */
export interface Holder {
  readonly organizationId: string;
  readonly office: RequestOffice;
  readonly level: Level;
}

export interface Route {
  readonly holder: Holder;
  /** Tree that is climbed when the holder does not act. */
  readonly view: View;
  /** Passed over between submitter and holder: they know, and owe nothing. */
  readonly informedIds: readonly string[];
  /** Nobody of the topic's levels stands above the submitter. */
  readonly gap: boolean;
}

/** From the lowest up; `base` never holds a request by level. */
const climbing: readonly Level[] = ['community', 'street', 'district', 'city'];
const rank = (level: string) => climbing.findIndex((each) => each === level);

/** Committees that lead a line of their own; in the tree of levels they stand as `base`. */
const lineKinds: readonly string[] = ['workCommittee', 'industryCommittee', 'regionalCommittee', 'jointCommittee'];

/**
 * Straight to who can decide (LINK-14): the office of the nearest organization of the topic's levels above the submitter, over its place,
 * or over its managing line for line topics. The submitter may pick a level inside the topic's bounds.
 * @throws {Rejected} `LEVEL_NOT_ALLOWED`, `NOT_FOUND`.
 */
export function routeRequest(tree: TreeView, topic: RequestTopic, submitterId: string, wantedLevel?: Level): Route {
  const from = wantedLevel ?? topic.minLevel;
  const inside = rank(from) >= rank(topic.minLevel) && rank(from) <= rank(topic.maxLevel);
  ensure(inside, 'LEVEL_NOT_ALLOWED', 'This topic is not decided at that level.', { min: topic.minLevel, max: topic.maxLevel });
  ensure(tree.node(submitterId) !== undefined, 'NOT_FOUND', 'There is no such organization.');
  const above = ancestors(tree, submitterId, topic.view);
  const found = topic.view === 'line' ? lineHolder(above, from, topic.maxLevel) : levelHolder(above, from, topic.maxLevel);
  const [node, office] = found === undefined ? [fallback(tree, submitterId), 'partyBuildingOffice' as const] : [found, topic.office];
  const view = found === undefined ? 'place' : topic.view;
  return { holder: holderAt(node, office), view, informedIds: passedOver(tree, submitterId, node.organizationId, view), gap: found === undefined };
}

const holderAt = ({ organizationId, level }: OrganizationNode, office: RequestOffice): Holder => ({ organizationId, office, level });

/** Nearest first. */
const ancestors = (tree: TreeView, organizationId: string, view: View): readonly OrganizationNode[] =>
  tree
    .path(organizationId, view)
    .slice(0, -1)
    .reverse()
    .flatMap((id) => tree.node(id) ?? [])
    .filter(({ state }) => isWorking(state));

function levelHolder(above: readonly OrganizationNode[], from: Level, to: Level): OrganizationNode | undefined {
  return above.find(({ level }) => rank(level) >= rank(from) && rank(level) <= rank(to));
}

/** The committee that leads the line; where the line is the territory itself, its leading organization. */
function lineHolder(above: readonly OrganizationNode[], from: Level, to: Level): OrganizationNode | undefined {
  return above.find((node) => (node.level === 'base' && lineKinds.includes(node.kind)) || levelHolder([node], from, to) !== undefined);
}

/** The street's party-building office; where no street stands above, the nearest leading organization that does. */
function fallback(tree: TreeView, submitterId: string): OrganizationNode {
  const above = ancestors(tree, submitterId, 'place');
  const node = above.find(({ level }) => level === 'street') ?? above.find(({ level }) => rank(level) > rank('street')) ?? tree.node(submitterId);
  if (node === undefined) throw new Rejected('NOT_FOUND', 'There is no such organization.');
  return node;
}

const passedOver = (tree: TreeView, submitterId: string, holderId: string, view: View): readonly string[] => {
  const path = tree.path(submitterId, view);
  return path.slice(path.indexOf(holderId) + 1, -1);
};

/** The same office one level up, on one version of the tree; undefined at the top. */
export type Above = (holder: Holder, view: View) => Holder | undefined;

/** The same topic's office one level up (LINK-17); undefined at the top. */
export function nextUp(tree: TreeView, holder: Holder, view: View): Holder | undefined {
  const above = ancestors(tree, holder.organizationId, view);
  const node = above.find((each) => (view === 'line' && lineKinds.includes(each.kind)) || rank(each.level) >= 0);
  return node === undefined ? undefined : holderAt(node, holder.office);
}

/** The lowest organization that stands above (or is) all of them: who decides when they pass a request around (LINK-15). */
export function commonSuperior(tree: TreeView, organizationIds: readonly string[], view: View): string | undefined {
  const [first = [], ...others] = organizationIds.map((id) => tree.path(id, view));
  return first.filter((id, place) => others.every((path) => path[place] === id)).at(-1);
}
