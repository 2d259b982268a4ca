import * as operations from '@zhitong/catalogue/operations/lines.ts';
import { isWorking, views, type View } from '@zhitong/catalogue';
import { answer, readableBelow, type Kit } from '@zhitong/platform';
import { disordersOf, headOf } from '../domain/tree/lines-and-places.ts';
import { membersIn, membersKey, membership } from '../projections/membership.projection.ts';
import { idOf, nameIn, pageInMemory } from './organization-rows.ts';

interface Subtree {
  readonly organizationId: string;
  readonly view: View;
}
interface Counted {
  readonly organizations: number;
  readonly members: number;
}
/** An organization with its place in the matrix. */
interface Placed {
  readonly lineId: string;
  readonly placeId: string;
  readonly members: number;
}

async function placedIn(kit: Kit, { organizationId, view }: Subtree): Promise<readonly Placed[]> {
  const { treeNow } = kit;
  const ids = readableBelow(kit, organizationId, view).filter((id) => isWorking(treeNow.node(id)?.state ?? 'refused'));
  const tallies = await kit.rows(membership).tallies(ids.map(membersKey));
  return ids.map((id) => ({
    lineId: headOf(treeNow, organizationId, id, 'line'),
    placeId: headOf(treeNow, organizationId, id, 'place'),
    members: membersIn(tallies.get(membersKey(id))),
  }));
}

const counted = (placed: readonly Placed[]): Counted => ({
  organizations: placed.length,
  members: placed.reduce((sum, { members }) => sum + members, 0),
});

/** Leading organizations by the code of their place, others behind them by name, the organization asked for at the end. */
function inOrder({ treeNow }: Kit, scopeId: string, ids: Iterable<string>): readonly string[] {
  const key = (id: string) => `${id === scopeId ? '1' : '0'} ${treeNow.node(id)?.placeCode ?? '~'} ${nameIn(treeNow, id)}`;
  return [...ids].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function headsOf(kit: Kit, scopeId: string, placed: readonly Placed[], by: 'lineId' | 'placeId') {
  const groups = Map.groupBy(placed, (one) => one[by]);
  return inOrder(kit, scopeId, groups.keys()).map((id) => ({ organizationId: id, name: nameIn(kit.treeNow, id), ...counted(groups.get(id) ?? []) }));
}

/** All that is to be put in order below an organization, by either tree: what has lost a parent has left that one's subtree. */
function unsettledIn(kit: Kit, { organizationId }: Subtree) {
  const { treeNow } = kit;
  return [...treeNow.nodes()].flatMap((node) => {
    if (!isWorking(node.state)) return [];
    const disorders = disordersOf(treeNow, node);
    const below = disorders.length > 0 && views.values.some((view) => treeNow.within(organizationId, node.organizationId, view));
    return below && kit.mayRead(node.organizationId) ? [{ ...node, disorders }] : [];
  });
}

const lag = (kit: Kit): number => kit.rows(membership).lagSeconds();

const lineMatrix = answer(operations.lineMatrix, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const placed = await placedIn(kit, asked);
  const cells = Map.groupBy(placed, ({ lineId, placeId }) => `${lineId} ${placeId}`);
  return {
    ...counted(placed),
    lines: headsOf(kit, asked.organizationId, placed, 'lineId'),
    places: headsOf(kit, asked.organizationId, placed, 'placeId'),
    cells: [...cells.values()].flatMap(([first, ...others]) =>
      first === undefined ? [] : [{ lineId: first.lineId, placeId: first.placeId, ...counted([first, ...others]) }],
    ),
    unsettled: unsettledIn(kit, asked).length,
    lagSeconds: lag(kit),
  };
});

const unsettledOrganizations = answer(operations.unsettledOrganizations, async ({ limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const { page, ...rest } = pageInMemory(unsettledIn(kit, asked), idOf, limit, cursor);
  const items = page.map(({ organizationId, name, kind, level, lineParentId, placeParentId, disorders }) => ({
    ...{ organizationId, name, kind, level, lineParentId, placeParentId },
    disorders: [...disorders],
  }));
  return { items, ...rest, lagSeconds: lag(kit) };
});

export const lineQueries = [lineMatrix, unsettledOrganizations];
