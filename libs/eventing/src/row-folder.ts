import type { Addition, Collection, ReadModelStore, RowWrite, StoredRow } from './ports/read-model-store.port.ts';
import type { AnyProjection, Change } from './projection.ts';

/** One change of one event, in the order it must be applied. */
export interface Step {
  readonly category: string;
  readonly version: number;
  readonly change: Change<unknown>;
}

/** Physical collections of one build of a projection. */
export const collectionsOf = (projection: Pick<AnyProjection, 'name' | 'version' | 'indexes'>, build: number) => {
  const name = `${projection.name.replaceAll('-', '_')}_v${projection.version}_b${build}`;
  const rows: Collection = { name, indexes: projection.indexes };
  const tallies: Collection = { name: `${name}_tallies`, indexes: [] };
  return { rows, tallies };
};

interface Working {
  readonly stored: StoredRow;
  row: unknown;
  guards: Record<string, number>;
  touched: boolean;
}

export interface FoldedRows {
  readonly writes: readonly RowWrite[];
  readonly additions: readonly Addition[];
  /** Rows that changed, before and after. */
  readonly changed: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[];
}

/**
 * Folds steps into rows in memory: each row is read once and written once. A step at or below the row's guard was taken in before
 * and changes nothing; counters get the difference between what the row contributed and what it contributes.
 */
export async function foldRows(
  store: ReadModelStore,
  projection: Pick<AnyProjection, 'name' | 'version' | 'indexes' | 'tallies'>,
  build: number,
  shard: string,
  steps: readonly Step[],
): Promise<FoldedRows> {
  const { rows, tallies } = collectionsOf(projection, build);
  const working = await read(store, rows.name, steps);
  for (const { category, version, change } of steps) {
    const row = working.get(change.key);
    if (!row || version <= (row.stored.guards[category] ?? 0)) continue;
    row.row = change.fold(row.row);
    row.guards = { ...row.guards, [category]: version };
    row.touched = true;
  }
  const touched = [...working].filter(([, { touched: yes }]) => yes);
  return {
    writes: touched.map(([key, { stored, row, guards }]) => ({
      collection: rows.name,
      key,
      expectedRevision: stored.revision,
      guards,
      row,
    })),
    additions: projection.tallies ? differences(touched.map(([, row]) => row), projection, tallies.name, shard) : [],
    changed: touched.map(([key, { stored, row }]) => ({ key, before: stored.row, after: row })),
  };
}

async function read(store: ReadModelStore, collection: string, steps: readonly Step[]): Promise<Map<string, Working>> {
  const keys = [...new Set(steps.map(({ change }) => change.key))];
  const known = new Map((await store.stored(collection, keys)).map((row) => [row.key, row]));
  return new Map(
    keys.map((key) => {
      const stored = known.get(key) ?? { key, revision: 0, guards: {}, row: null };
      return [key, { stored, row: stored.row, guards: { ...stored.guards }, touched: false }];
    }),
  );
}

function differences(
  rows: readonly Working[],
  projection: Pick<AnyProjection, 'tallies'>,
  collection: string,
  shard: string,
): readonly Addition[] {
  const sums = new Map<string, Map<string, number>>();
  const add = (row: unknown, sign: 1 | -1) => {
    if (row === null) return;
    for (const { key, amounts } of projection.tallies?.(row) ?? []) {
      const sum = sums.get(key) ?? new Map<string, number>();
      for (const [name, amount] of Object.entries(amounts)) sum.set(name, (sum.get(name) ?? 0) + sign * amount);
      sums.set(key, sum);
    }
  };
  for (const { stored, row } of rows) {
    add(stored.row, -1);
    add(row, 1);
  }
  return [...sums].flatMap(([key, sum]) => {
    const amounts = Object.fromEntries([...sum].filter(([, amount]) => amount !== 0));
    return Object.keys(amounts).length === 0 ? [] : [{ collection, key: `${key}#${shard}`, amounts }];
  });
}
