import { collectionsOf, crashPoint, subscriptionName, type AnyProjection, type Subscription } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { ServiceRuntime } from './service-runtime.ts';

const leaseMs = 30_000;
const settleMs = 25;

/**
 * Fills a new build of a projection beside the one that serves: own rows, own checkpoint, own consumer. It takes over by itself once it
 * stands where the old one stands; readers never wait. One rebuild per projection at a time, under a lease.
 */
export class Rebuilds {
  readonly #running = new Map<string, { readonly done: Promise<void>; read: number; ends: number }>();

  constructor(private readonly runtime: ServiceRuntime) {}

  /** Share of the events taken in, by projection. */
  progress(name: string): number | null {
    const running = this.#running.get(name);
    return running ? (running.ends === 0 ? 1 : Math.min(1, running.read / running.ends)) : null;
  }

  /** Resolves once the rebuild has begun. @throws {Rejected} CONFLICT while another one runs. */
  async start(name: string): Promise<{ readonly build: number; readonly done: Promise<void> }> {
    const { builds, adapters } = this.runtime;
    const projection = this.runtime.projections.find((known) => known.name === name);
    if (!projection) throw new Rejected('NOT_FOUND', 'There is no such projection.', { projection: name });
    const lease = await adapters.leases.acquire(`rebuild-${this.runtime.context}-${name}`, adapters.owner, leaseMs);
    if (!lease || this.#running.has(name)) throw new Rejected('CONFLICT', 'This projection is being rebuilt already.', { projection: name });
    await builds.refresh();
    const before = builds.of(projection);
    const build = Math.max(before.active, before.building ?? 0) + 1;
    const startedAt = new Date().toISOString();
    if (!(await builds.save(projection, { ...before, building: build, startedAt }))) throw new Rejected('CONFLICT', 'This projection is being rebuilt already.');
    await adapters.readModels.ensure(Object.values(collectionsOf(projection, build)));
    const renewing = setInterval(() => void adapters.leases.renew(lease, adapters.owner, leaseMs).catch(() => undefined), leaseMs / 3);
    const state = { done: Promise.resolve(), read: 0, ends: 0 };
    const done = this.#fill(projection, build, state).finally(async () => {
      clearInterval(renewing);
      this.#running.delete(name);
      await adapters.leases.release(lease, adapters.owner);
    });
    this.#running.set(name, Object.assign(state, { done }));
    done.catch((error: unknown) => adapters.log.error({ projection: name, build, error }, 'a rebuild failed, the old build serves on'));
    return { build, done };
  }

  async #fill(projection: AnyProjection, build: number, state: { read: number; ends: number }): Promise<void> {
    const { adapters, builds } = this.runtime;
    const runner = this.runtime.runner(projection, build, true);
    const ends = new Map<string, number>();
    for (const topic of runner.topics) {
      for (const [partition, end] of (await adapters.transport.ends(topic)).entries()) ends.set(`${topic}/${partition}`, end);
    }
    state.ends = sum(ends.values());
    const reached = new Map<string, number>();
    const caughtUp = Promise.withResolvers<void>();
    const check = () => {
      state.read = sum(reached.values());
      if ([...ends].every(([place, end]) => (reached.get(place) ?? 0) >= end)) caughtUp.resolve();
    };
    const consumption = await adapters.transport.consume({
      group: `${this.runtime.context}.rebuild.${subscriptionName(projection, build)}`,
      topics: runner.topics,
      resume: async (topic, partition) => {
        const { offset } = await runner.position(topic, partition);
        reached.set(`${topic}/${partition}`, offset);
        check();
        return offset;
      },
      handle: async (batch) => {
        const { offset } = await runner.take(batch);
        crashPoint('rebuild.batch');
        reached.set(`${batch.topic}/${batch.partition}`, offset);
        check();
        return offset;
      },
    });
    check();
    await caughtUp.promise;
    await consumption.stop();
    await this.#switch(projection, build, builds.of(projection).active);
  }

  async #switch(projection: AnyProjection, build: number, old: number): Promise<void> {
    const { adapters, builds, consumer } = this.runtime;
    crashPoint('rebuild.switch');
    const live: Subscription = this.runtime.runner(projection, build);
    const switchedAt = new Date().toISOString();
    for (let tries = 0; !(await builds.save(projection, { ...builds.of(projection), active: build, building: null, switchedAt })); tries++) {
      if (tries === 100) throw new Error(`${projection.name}: the new build could not take over`);
      await builds.refresh();
      await new Promise((resolve) => setTimeout(resolve, settleMs));
    }
    await consumer.replace(subscriptionName(projection, old), live);
    adapters.log.info({ projection: projection.name, build }, 'a rebuilt projection took over');
  }
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
