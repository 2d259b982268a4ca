import { describe } from './failure.ts';
import type { Addition, Collection, ReadModelStore, RowWrite, StoredRow } from './ports/read-model-store.port.ts';
import type { AnyProjection, Change } from './projection.ts';

/** One change of one event, in the order it must be applied. */
export interface Step {
  readonly stream: string;
  readonly category: string;
  readonly version: number;
  readonly change: Change<unknown>;
}

/** A fold (or the tallies of the row it made) threw: the event is to blame, not the store. */
export class FoldFailed extends Error {
  override readonly name = 'FoldFailed';
  constructor(
    readonly step: Pick<Step, 'stream' | 'version'>,
    cause: unknown,
  ) {
    super(describe(cause), { cause });
  }
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
  guards: Readonly<Record<string, number>>;
  /** The last step that passed the guard; undefined while nothing changed. */
  last: Step | undefined;
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
 * @throws {FoldFailed}
 */
export async function foldRows(
  store: ReadModelStore,
  projection: Pick<AnyProjection, 'name' | 'version' | 'indexes' | 'tallies'>,
  build: number,
  shard: string,
  steps: readonly Step[],
): Promise<FoldedRows> {
  const { rows, tallies } = collectionsOf(projection, build);
  const working = steps.length === 0 ? new Map<string, Working>() : await read(store, rows.name, steps);
  for (const step of steps) {
    const row = working.get(step.change.key);
    if (row && step.version > (row.guards[step.category] ?? 0)) apply(row, step);
  }
  const touched = [...working.values()].filter(({ last }) => last !== undefined);
  return {
    writes: touched.map(({ stored: { key, revision }, row, guards }) => ({ collection: rows.name, key, expectedRevision: revision, guards, row })),
    additions: projection.tallies ? differences(touched, projection, tallies.name, shard) : [],
    changed: touched.map(({ stored: { key, row: before }, row: after }) => ({ key, before, after })),
  };
}

async function read(store: ReadModelStore, collection: string, steps: readonly Step[]): Promise<Map<string, Working>> {
  const keys = [...new Set(steps.map(({ change }) => change.key))];
  const known = new Map((await store.stored(collection, keys)).map((row) => [row.key, row]));
  return new Map(
    keys.map((key) => {
      const stored = known.get(key) ?? { key, revision: 0, guards: {}, row: null };
      return [key, { stored, row: stored.row, guards: stored.guards, last: undefined }];
    }),
  );
}

function apply(row: Working, step: Step): void {
  row.row = blaming(step, () => step.change.fold(row.row));
  row.guards = { ...row.guards, [step.category]: step.version };
  row.last = step;
}

function differences(rows: readonly Working[], projection: Pick<AnyProjection, 'tallies'>, collection: string, shard: string): readonly Addition[] {
  const sums = new Map<string, Map<string, number>>();
  const add = (row: unknown, sign: 1 | -1) => {
    if (row === null) return;
    for (const { key, amounts } of projection.tallies?.(row) ?? []) {
      const sum = sums.get(key) ?? new Map<string, number>();
      for (const [name, amount] of Object.entries(amounts)) sum.set(name, (sum.get(name) ?? 0) + sign * amount);
      sums.set(key, sum);
    }
  };
  for (const { stored, row, last } of rows) {
    blaming(last, () => {
      add(stored.row, -1);
      add(row, 1);
    });
  }
  return [...sums].flatMap(([key, sum]) => {
    const amounts = Object.fromEntries([...sum].filter(([, amount]) => amount !== 0));
    return Object.keys(amounts).length === 0 ? [] : [{ collection, key, shard, amounts }];
  });
}

function blaming<Result>(step: Step | undefined, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw step ? new FoldFailed(step, error) : error;
  }
}
