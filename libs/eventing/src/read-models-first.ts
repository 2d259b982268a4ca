import { Rejected } from '@zhitong/kernel';
import type { RecordedEvent } from './envelope.ts';
import type { ReadModelStore } from './ports/read-model-store.port.ts';
import type { Progress } from './progress.ts';
import type { AnyProjection } from './projection.ts';
import { sourceOf } from './sources.ts';

/** Where an event was read. */
export interface EventPlace {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export interface ReadModelsFirstOptions {
  readonly store: Pick<ReadModelStore, 'checkpoints'>;
  readonly progress: Progress;
  readonly logEpoch: number;
  /** Name of the build that serves. */
  readonly subscriptionOf: (projection: AnyProjection) => string;
  /** After this long the batch comes again. */
  readonly patienceMs?: number;
}

/** Progress is told at once; where that was not heard the checkpoint tells. */
const lookEveryMs = 100;

/**
 * Lets a policy hear of an event once the read models it decides by have taken that event in. Two facts on two streams may each be told
 * before a read model knows the other: the policy that hears of the second one then finds the first, so that between them nothing is missed.
 */
export class ReadModelsFirst {
  /** Offsets before which a subscription has taken everything in. */
  readonly #passed = new Map<string, number>();

  constructor(private readonly options: ReadModelsFirstOptions) {}

  /** @throws {Rejected} SERVICE_UNAVAILABLE while one of them is behind. */
  async have(projections: readonly AnyProjection[], event: RecordedEvent, place: EventPlace): Promise<void> {
    const following = projections.filter(({ sources }) => sourceOf(sources, event.stream) !== undefined);
    await Promise.all(following.map((projection) => this.#taken(this.options.subscriptionOf(projection), event, place)));
  }

  async #taken(subscription: string, { stream, version }: RecordedEvent, place: EventPlace): Promise<void> {
    const { topic, partition, offset } = place;
    if ((this.#passed.get(keyOf(subscription, topic, partition)) ?? 0) > offset) return;
    const { progress, patienceMs = 2_000 } = this.options;
    const until = performance.now() + patienceMs;
    do {
      if (await progress.reached(subscription, stream, version, lookEveryMs)) return;
      if ((await this.#checkpointOf(subscription, topic, partition)) > offset) return;
    } while (performance.now() < until);
    throw new Rejected('SERVICE_UNAVAILABLE', 'A read model has not yet taken in what is decided by it.', { subscription, stream, version });
  }

  async #checkpointOf(subscription: string, topic: string, partition: number): Promise<number> {
    const { store, logEpoch } = this.options;
    for (const checkpoint of await store.checkpoints(subscription))
      if (checkpoint.logEpoch === logEpoch) this.#passed.set(keyOf(subscription, checkpoint.topic, checkpoint.partition), checkpoint.offset);
    return this.#passed.get(keyOf(subscription, topic, partition)) ?? 0;
  }
}

const keyOf = (subscription: string, topic: string, partition: number): string => `${subscription}|${topic}/${partition}`;
