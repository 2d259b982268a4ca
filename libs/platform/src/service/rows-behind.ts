import type { View } from '@zhitong/catalogue';
import type { Condition, Projection, Query } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { Kit } from './kit.ts';

/** Organizations whose rows are asked for together. */
const readTogether = 100;

/** An organization and what is below it along a view, parents first, as far as the caller may read it. */
export function readableBelow(kit: Pick<Kit, 'treeNow' | 'readScope' | 'mayRead'>, organizationId: string, view: View): readonly string[] {
  const ids = kit.treeNow.subtree(organizationId, view);
  const whole = kit.readScope().some((root) => root.view === view && kit.treeNow.within(root.organizationId, organizationId, view));
  return whole ? ids : ids.filter((id) => kit.mayRead(id));
}

/** One amount of a tally kept per organization, for those that have any. */
async function amountsOf<Row, Env>(
  kit: Pick<Kit, 'rows'>,
  { projection, keyOf, amount }: Figure<Row, Env>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const tallies = await kit.rows(projection).tallies(ids.map(keyOf));
  return new Map(
    ids.flatMap((id): [string, number][] => {
      const counted = tallies.get(keyOf(id))?.[amount] ?? 0;
      return counted === 0 ? [] : [[id, counted]];
    }),
  );
}

export interface Figure<Row, Env> {
  readonly projection: Projection<Row, Env>;
  readonly keyOf: (organizationId: string) => string;
  readonly amount: string;
  /** Field of a row that holds the organization it counts for. */
  readonly owner: string;
  /** What else a counted row fulfils: the rows of an organization are as many as its tally says. */
  readonly where: readonly Condition[];
}

/**
 * A number is a list: the rows a figure of the cockpit counts, over an organization and everything below it; their total is the figure
 * itself. Only organizations with a tally are read, a hundred neighbours of the tree together; the cursor is `<hundred>.<cursor within>`.
 * @throws {Rejected} VALIDATION_FAILED for a cursor of another list.
 */
export async function rowsBehind<Row, Env>(
  kit: Kit,
  figure: Figure<Row, Env>,
  { organizationId, view, limit, cursor }: { readonly organizationId: string; readonly view: View } & Pick<Query, 'limit' | 'cursor'>,
) {
  const ids = readableBelow(kit, organizationId, view);
  const amounts = await amountsOf(kit, figure, ids);
  const rows = kit.rows(figure.projection);
  const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  const items: Row[] = [];
  const page = (next?: string) => ({ items, next, total, totalMore: false, lagSeconds: rows.lagSeconds() });
  let { part, inner } = placeOf(cursor);
  for (; part * readTogether < ids.length; part += 1, inner = undefined) {
    const holders = ids.slice(part * readTogether, (part + 1) * readTogether).filter((id) => amounts.has(id));
    if (holders.length === 0) continue;
    if (items.length === limit) return page(`${part}.${inner ?? ''}`);
    const where = [{ field: figure.owner, in: holders }, ...figure.where];
    const { items: found, next } = await rows.query({ where, limit: limit - items.length, cursor: inner });
    items.push(...found);
    if (next !== undefined) return page(`${part}.${next}`);
  }
  return page();
}

function placeOf(cursor: string | undefined): { readonly part: number; readonly inner: string | undefined } {
  if (cursor === undefined) return { part: 0, inner: undefined };
  const [, part, inner] = /^(\d{1,6})\.(.*)$/.exec(cursor) ?? [];
  if (part === undefined) throw new Rejected('VALIDATION_FAILED', 'This cursor is of another list.', { field: 'cursor' });
  return { part: Number(part), inner: inner === '' ? undefined : inner };
}
