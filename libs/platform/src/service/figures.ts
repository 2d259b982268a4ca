import type { View } from '@zhitong/catalogue';
import type { AnyProjection } from '@zhitong/eventing';
import type { TreeView } from '../access/tree.port.ts';
import type { Kit } from './kit.ts';
import { readableBelow } from './rows-behind.ts';

/** A figure that adds up over the tree: a tally kept per organization. */
export interface Metric {
  /** `member.full`; stable. */
  readonly name: string;
  readonly projection: AnyProjection;
  /** Key of an organization's tally. */
  readonly keyOf: (organizationId: string) => string;
  readonly amount: string;
}

interface FigureRow {
  readonly metric: string;
  readonly organizationId: string;
  readonly value: number;
  readonly own: number;
  readonly unlocated: number;
  readonly children: { organizationId: string; name: string; value: number }[];
  readonly asOf: null;
  readonly lagSeconds: number;
}

/** Value, own part and children of each metric: the value is the sum of the others by construction of the tree. Counts what the caller may read. */
export async function figuresOf(metrics: readonly Metric[], kit: Kit, organizationId: string, view: View): Promise<FigureRow[]> {
  const tree = kit.treeNow;
  const subtrees = tree
    .children(organizationId, view)
    .toSorted(asAlmanacsDo(tree))
    .map((childId) => ({ childId, ids: readableBelow(kit, childId, view) }));
  const parts = [[organizationId], ...subtrees.map(({ ids }) => ids)];
  const rowsOf = async (projection: AnyProjection, keyOf: Metric['keyOf'], counted: readonly Metric[]): Promise<FigureRow[]> => {
    const keys = parts.map((ids) => ids.map(keyOf));
    const tallies = await kit.rows(projection).tallies(keys.flat());
    const found = keys.map((of) => of.map((key) => tallies.get(key)).filter((tally) => tally !== undefined));
    return counted.map(({ name: metric, amount }) => {
      const [own = 0, ...below] = found.map((of) => of.reduce((sum, tally) => sum + (tally[amount] ?? 0), 0));
      const children = subtrees.map(({ childId }, nth) => ({ organizationId: childId, name: tree.node(childId)?.name ?? childId, value: below[nth] ?? 0 }));
      const value = below.reduce((sum, part) => sum + part, own);
      return { metric, organizationId, value, own, unlocated: 0, children, asOf: null, lagSeconds: kit.rows(projection).lagSeconds() };
    });
  };
  const reads = [...Map.groupBy(metrics, ({ projection }) => projection)].flatMap(([projection, same]) =>
    [...Map.groupBy(same, ({ keyOf }) => keyOf)].map(([keyOf, counted]) => rowsOf(projection, keyOf, counted)),
  );
  return (await Promise.all(reads)).flat();
}

/** By the code of the place, those without a place behind, then by name. */
const asAlmanacsDo = (tree: TreeView) => {
  const key = (id: string) => `${tree.node(id)?.placeCode ?? '~'} ${tree.node(id)?.name ?? id}`;
  return (a: string, b: string) => key(a).localeCompare(key(b), 'zh-CN');
};
