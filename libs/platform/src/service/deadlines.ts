import { collectionsOf, DeadlineTicker, defineProjection, type AnyProjection, type Deadline, type DueRow, type StreamHandler } from '@zhitong/eventing';
import type { LiveTree } from '../access/live-tree.ts';
import type { ServiceAdapters } from './adapters.ts';
import type { Builds } from './builds.ts';
import { carryOutDue } from './carry-out.ts';
import type { ServiceEnv } from './kit.ts';
import type { RuntimeLimits } from './runtime-limits.ts';
import type { ServiceDefinition } from './service-definition.ts';

type ServiceDeadline = Deadline<DueRow, ServiceEnv>;

const known = new WeakMap<object, AnyProjection>();

/** Due rows are a projection like any other; the same deadline always has the same one. */
export function dueProjection(deadline: ServiceDeadline): AnyProjection {
  const made = known.get(deadline);
  if (made) return made;
  const projection = defineProjection<DueRow, ServiceEnv>({
    name: `due-${deadline.name}`,
    version: deadline.version,
    indexes: [['dueAt']],
    sources: deadline.sources,
  });
  known.set(deadline, projection);
  return projection;
}

export interface TickerParts {
  readonly definition: ServiceDefinition;
  readonly adapters: ServiceAdapters;
  readonly builds: Builds;
  readonly handler: StreamHandler;
  readonly env: ServiceEnv;
  readonly now: () => string;
  readonly limits: RuntimeLimits;
  /** Its read models have read what there was at its start. */
  readonly caughtUp: () => boolean;
  readonly tree: Pick<LiveTree, 'refresh'>;
}

/** Fires the deadlines of a service from the builds that serve. */
export function tickerOf({ definition, adapters, builds, handler, env, now, limits, caughtUp, tree }: TickerParts): DeadlineTicker {
  const collection = (deadline: ServiceDeadline) => {
    const projection = dueProjection(deadline);
    return collectionsOf(projection, builds.active(projection)).rows.name;
  };
  return new DeadlineTicker({
    context: definition.context,
    owner: adapters.owner,
    deadlines: definition.deadlines.map((deadline) => ({ deadline: deadline as never, collection: () => collection(deadline) })),
    store: adapters.readModels,
    leases: adapters.leases,
    env,
    now,
    carryOut: carryOutDue(handler),
    ready: caughtUp,
    prepare: () => tree.refresh(),
    everyMs: limits.tickMs,
    leaseMs: limits.leaseMs,
    log: adapters.log,
  });
}
