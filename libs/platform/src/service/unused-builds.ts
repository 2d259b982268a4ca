import { collectionsOf, holdLease, parkedCollection, subscriptionName, type AnyProjection, type ParkedEvent } from '@zhitong/eventing';
import { rebuildLease } from './rebuild.ts';
import type { RunningService } from './running-service.ts';

/** A build that has not served for this long is dropped: replicas that still read it have long noticed. */
const keptMs = 24 * 60 * 60_000;
const leaseMs = 30_000;

type Runtime = Pick<RunningService, 'context' | 'builds' | 'adapters' | 'projections' | 'now'>;

/** Drops the builds of this version's projections that no longer serve, with their checkpoints and parked events. */
export async function dropUnusedBuilds(runtime: Runtime): Promise<readonly string[]> {
  const existing = await runtime.adapters.readModels.collections();
  const dropped: string[] = [];
  for (const projection of runtime.projections) {
    for (const build of buildsOf(projection, existing)) {
      if (await dropUnused(runtime, projection, build)) dropped.push(subscriptionName(projection, build));
    }
  }
  return dropped;
}

function buildsOf(projection: AnyProjection, existing: readonly string[]): readonly number[] {
  const prefix = collectionsOf(projection, 0).rows.name.slice(0, -1);
  return existing
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((rest) => /^\d+$/.test(rest))
    .map(Number);
}

/** Under the lease of rebuilds: whoever fills a build keeps it. */
async function dropUnused(runtime: Runtime, projection: AnyProjection, build: number): Promise<boolean> {
  const { adapters, builds, context, now } = runtime;
  if (!isUnused(runtime, projection, build)) return false;
  const lease = await holdLease({ ...adapters, name: rebuildLease(context, projection.name), ttlMs: leaseMs });
  if (!lease) return false;
  try {
    await builds.refresh();
    if (!isUnused(runtime, projection, build)) return false;
    const { rows, tallies } = collectionsOf(projection, build);
    await forgetParked(runtime, subscriptionName(projection, build));
    await adapters.readModels.forgetCheckpoints(subscriptionName(projection, build));
    await adapters.readModels.drop(tallies.name);
    await adapters.readModels.drop(rows.name);
    adapters.log.info({ projection: projection.name, build, at: now() }, 'a build that no longer serves was dropped');
    return true;
  } finally {
    await lease.end();
  }
}

function isUnused({ builds, now }: Runtime, projection: AnyProjection, build: number): boolean {
  const { active, startedAt, switchedAt } = builds.of(projection);
  const since = [startedAt, switchedAt]
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  return build !== active && since !== undefined && Date.parse(now()) - Date.parse(since) >= keptMs;
}

async function forgetParked({ adapters: { readModels } }: Runtime, subscription: string): Promise<void> {
  for (;;) {
    const { items } = await readModels.query<ParkedEvent>(parkedCollection.name, { where: [{ field: 'subscription', eq: subscription }], limit: 500 });
    if (items.length === 0) return;
    const stored = await readModels.stored(
      parkedCollection.name,
      items.map(({ $key }) => $key),
    );
    await readModels.commit({
      writes: stored.map(({ key, revision, guards }) => ({ collection: parkedCollection.name, key, expectedRevision: revision, guards, row: null })),
    });
  }
}
