import type { View } from '@zhitong/catalogue';
import type { AnyProjection } from '@zhitong/eventing';
import type { Kit } from './kit.ts';

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

const chunk = 2000;

/** Value, own part and children of each metric: the value is the sum of the others by construction of the tree, and is checked to be. */
export async function figuresOf(metrics: readonly Metric[], kit: Kit, organizationId: string, view: View): Promise<FigureRow[]> {
  const tree = kit.treeNow;
  const children = tree.children(organizationId, view);
  const subtrees = children.map((childId) => ({ childId, ids: tree.subtree(childId, view) }));
  return Promise.all(
    metrics.map(async ({ name, projection, keyOf, amount }) => {
      const rows = kit.rows(projection);
      const total = async (ids: readonly string[]): Promise<number> => {
        let sum = 0;
        for (let start = 0; start < ids.length; start += chunk) {
          const tallies = await rows.tallies(ids.slice(start, start + chunk).map(keyOf));
          for (const tally of tallies.values()) sum += tally[amount] ?? 0;
        }
        return sum;
      };
      const own = await total([organizationId]);
      const parts = await Promise.all(
        subtrees.map(async ({ childId, ids }) => ({ organizationId: childId, name: tree.node(childId)?.name ?? childId, value: await total(ids) })),
      );
      const value = own + parts.reduce((sum, part) => sum + part.value, 0);
      return { metric: name, organizationId, value, own, unlocated: 0, children: parts, asOf: null, lagSeconds: rows.lagSeconds() };
    }),
  );
}
