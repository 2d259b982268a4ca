import {
  collectionsOf,
  crashPoint,
  holdLease,
  pause,
  Reading,
  subscriptionName,
  SubscriptionPaused,
  type AnyProjection,
  type HeldLease,
} from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { RunningService } from './running-service.ts';

/** Leases of the runtime that a rebuild holds its own for: nobody goes on with one that died sooner. */
const leases = 6;
const levelRounds = 3;

/** Name of the lease under which a projection is rebuilt and its old builds are dropped. */
export const rebuildLease = (context: string, projection: string): string => `rebuild-${context}-${projection}`;

type Runtime = Pick<RunningService, 'context' | 'limits' | 'builds' | 'adapters' | 'projections' | 'consumer' | 'runner' | 'now'>;

/**
 * Fills a new build of a projection beside the one that serves: own rows, own checkpoint, own reading. It takes over by itself once it
 * stands where the log ends; readers never wait. One rebuild per projection at a time, under a lease.
 */
export class Rebuilds {
  readonly #running = new Map<string, Reading>();

  constructor(private readonly runtime: Runtime) {}

  /** Share of the events taken in, by projection. */
  progress(name: string): number | null {
    return this.#running.get(name)?.progress() ?? null;
  }

  /** Resolves once the rebuild has begun. @throws {Rejected} CONFLICT while another one runs. */
  async start(name: string): Promise<{ readonly build: number; readonly done: Promise<void> }> {
    const { adapters, context, limits, projections } = this.runtime;
    const projection = projections.find((known) => known.name === name);
    if (!projection) throw new Rejected('NOT_FOUND', 'There is no such projection.', { projection: name });
    const lease = await holdLease({ ...adapters, name: rebuildLease(context, name), ttlMs: leases * limits.leaseMs });
    if (!lease) throw new Rejected('CONFLICT', 'This projection is being rebuilt already.', { projection: name });
    try {
      const build = await this.#begin(projection);
      const done = this.#fill(projection, build, lease).finally(() => lease.end());
      done.catch((error: unknown) => adapters.log.error({ projection: name, build, error }, 'a rebuild failed, the old build serves on'));
      return { build, done };
    } catch (error) {
      await lease.end();
      throw error;
    }
  }

  async #begin(projection: AnyProjection): Promise<number> {
    const { builds, adapters, now } = this.runtime;
    await builds.refresh();
    const before = builds.of(projection);
    const build = Math.max(before.active, before.building ?? 0) + 1;
    if (!(await builds.save(projection, { ...before, building: build, startedAt: now() }))) {
      throw new Rejected('CONFLICT', 'This projection is being rebuilt already.', { projection: projection.name });
    }
    await adapters.readModels.ensure(Object.values(collectionsOf(projection, build)));
    return build;
  }

  async #fill(projection: AnyProjection, build: number, lease: HeldLease): Promise<void> {
    const { adapters, context } = this.runtime;
    const runner = this.runtime.runner(projection, build, true);
    const caughtUp = Promise.withResolvers<void>();
    lease.lost.addEventListener('abort', () => caughtUp.reject(lease.lost.reason));
    const reading = new Reading({
      ...adapters,
      group: `${context}.rebuild.${runner.name}`,
      subscriptions: [runner],
      leave: (_subscription, error) => {
        if (error instanceof SubscriptionPaused) caughtUp.reject(error);
        return false;
      },
      moved: (batch) => {
        if (batch) crashPoint('rebuild.batch');
        if (reading.caughtUp()) caughtUp.resolve();
      },
    });
    this.#running.set(projection.name, reading);
    try {
      await reading.start();
      if (reading.caughtUp()) caughtUp.resolve();
      await caughtUp.promise;
      await this.#drawLevel(projection, reading, lease);
    } finally {
      await reading.stop();
      this.#running.delete(projection.name);
    }
    lease.ensureHeld();
    await this.#switch(projection, build);
  }

  /**
   * While the log was read to its end it has grown. Each round ends where the serving build stood when it began, so what is left
   * shrinks to the length of a batch. Where nothing is left as last seen, the partition is silent and soon waited for no longer.
   */
  async #drawLevel(projection: AnyProjection, reading: Reading, lease: HeldLease): Promise<void> {
    const { adapters, builds, limits } = this.runtime;
    for (let round = 0; round < levelRounds; round++) {
      const checkpoints = await adapters.readModels.checkpoints(subscriptionName(projection, builds.active(projection)));
      const serving = checkpoints.filter(({ logEpoch }) => logEpoch === adapters.logEpoch);
      const [begun, patienceMs] = [performance.now(), () => (reading.lag() === 0 ? limits.refreshMs : limits.leaseMs)];
      while (performance.now() - begun < patienceMs() && serving.some(({ topic, partition, offset }) => reading.reached(topic, partition) < offset)) {
        lease.ensureHeld();
        await pause(5, lease.lost);
      }
    }
  }

  async #switch(projection: AnyProjection, build: number): Promise<void> {
    const { adapters, builds, consumer, now } = this.runtime;
    crashPoint('rebuild.switch');
    await builds.refresh();
    const before = builds.of(projection);
    if (before.building !== build || !(await builds.save(projection, { ...before, active: build, building: null, switchedAt: now() }))) {
      throw new Error(`${projection.name}: build ${build} is not the one being filled any more`);
    }
    await consumer.replace(subscriptionName(projection, before.active), this.runtime.runner(projection, build));
    adapters.log.info({ projection: projection.name, build }, 'a rebuilt projection took over');
  }
}
