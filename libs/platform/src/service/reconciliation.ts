import { allRows, holdLease, portions, writeNow, type Collection } from '@zhitong/eventing';
import { addHours, shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from './kit.ts';
import type { RunningService } from './running-service.ts';

export type FiguresByKey = ReadonlyMap<string, number>;

/**
 * A flow between services, reckoned twice: what its source has said against what its target made of it, by key (requirements section 8).
 * Services do not ask each other: both figures come from projections of this one, the source's as plainly as its facts allow.
 */
export interface Reconciliation {
  /** `X-02`; stable. */
  readonly flow: string;
  /** Every key there is something to compare under. */
  keys(env: ServiceEnv): readonly string[];
  /** A key that is missing counts as 0. */
  source(env: ServiceEnv, keys: readonly string[]): Promise<FiguresByKey>;
  target(env: ServiceEnv, keys: readonly string[]): Promise<FiguresByKey>;
}

/** One night of one flow. */
export interface ReconciliationRun {
  readonly flow: string;
  /** Night it belongs to, and when it ended. */
  readonly on: string;
  readonly ranAt: string;
  readonly compared: number;
  readonly differences: number;
}

/** For people: nothing here is ever mended by the platform. */
export interface Difference {
  readonly flow: string;
  readonly key: string;
  readonly source: number;
  readonly target: number;
  /** First night that found the key different. */
  readonly sinceOn: string;
}

export const runsCollection: Collection = { name: 'reconciliation_runs', indexes: [['flow']] };
export const differencesCollection: Collection = { name: 'reconciliation_differences', indexes: [['flow']] };
export const reconciliationCollections: readonly Collection[] = [runsCollection, differencesCollection];

/** The night begins at 02:00. */
const nightHour = 2;
const portion = 500;
const leaseMs = 30_000;

type Runtime = Pick<RunningService, 'context' | 'adapters' | 'env' | 'now' | 'consumer'>;

const nightOf = (now: string): string => shanghaiDate(addHours(now, -nightHour));

/** Compares each flow once a night, on one replica; later when events are still on their way. */
export async function reconcileNightly(runtime: Runtime, reconciliations: readonly Reconciliation[]): Promise<void> {
  const night = nightOf(runtime.now());
  for (const reconciliation of reconciliations) {
    if (await hasRun(runtime, reconciliation, night)) continue;
    const lease = await holdLease({ ...runtime.adapters, name: `reconcile-${runtime.context}-${reconciliation.flow}`, ttlMs: leaseMs });
    if (!lease) continue;
    try {
      if (!(await hasRun(runtime, reconciliation, night))) await reconcile(runtime, reconciliation, night);
    } finally {
      await lease.end();
    }
  }
}

async function hasRun({ adapters }: Runtime, { flow }: Reconciliation, night: string): Promise<boolean> {
  return ((await adapters.readModels.get<ReconciliationRun>(runsCollection.name, flow))?.on ?? '') >= night;
}

/** Nobody is behind: a read model that hangs, or reads on by itself, is in no lag, and one that has not begun has none. */
const hasSettled = ({ consumer }: Runtime): boolean => consumer.caughtUp() && consumer.lag() === 0;

type Unequal = Omit<Difference, 'flow' | 'sinceOn'>;

/** What differs is looked at again: a fact that one side had just taken in before the other is no difference. */
async function reconcile(runtime: Runtime, reconciliation: Reconciliation, night: string): Promise<void> {
  if (!hasSettled(runtime)) return;
  const keys = reconciliation.keys(runtime.env);
  const suspects = await unequal(runtime.env, reconciliation, keys);
  const found = await unequal(
    runtime.env,
    reconciliation,
    suspects.map(({ key }) => key),
  );
  if (found.length > 0 && !hasSettled(runtime)) return;
  await store(runtime, { flow: reconciliation.flow, on: night, ranAt: runtime.now(), compared: keys.length, differences: found.length }, found);
}

async function unequal(env: ServiceEnv, { source, target }: Reconciliation, keys: readonly string[]): Promise<readonly Unequal[]> {
  const found: Unequal[] = [];
  for (const some of portions(keys, portion)) {
    const [said, made] = await Promise.all([source(env, some), target(env, some)]);
    found.push(...some.map((key) => ({ key, source: said.get(key) ?? 0, target: made.get(key) ?? 0 })).filter((one) => one.source !== one.target));
  }
  return found;
}

/** Tonight's list takes the place of last night's; the run is written last, so that a crash in between is only done again. */
async function store(runtime: Runtime, run: ReconciliationRun, found: readonly Unequal[]): Promise<void> {
  const before = new Map((await differencesOf(runtime, run.flow)).map((difference) => [difference.key, difference]));
  const listed = new Map(found.map((one) => [one.key, { flow: run.flow, ...one, sinceOn: before.get(one.key)?.sinceOn ?? run.on } satisfies Difference]));
  const keys = [...new Set([...before.keys(), ...listed.keys()])];
  for (const key of keys) await write(runtime, differencesCollection.name, `${run.flow}|${key}`, listed.get(key) ?? null);
  await write(runtime, runsCollection.name, run.flow, run);
  if (found.length > 0) runtime.adapters.log.warn({ context: runtime.context, flow: run.flow, differences: found.length }, 'a flow does not add up');
}

async function differencesOf({ adapters: { readModels } }: Runtime, flow: string): Promise<readonly Difference[]> {
  const where = [{ field: 'flow', eq: flow }] as const;
  return allRows((start) => readModels.query<Difference>(differencesCollection.name, { where, limit: 500, ...start }));
}

async function write({ adapters: { readModels } }: Runtime, collection: string, key: string, row: Difference | ReconciliationRun | null): Promise<void> {
  await readModels.commit({ writes: [await writeNow(readModels, collection, key, row)] });
}
