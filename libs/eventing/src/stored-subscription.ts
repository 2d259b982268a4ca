import { Checkpoints } from './checkpoints.ts';
import { Health } from './health.ts';
import { KeyReleased, ParkedKeys, type ParkedEvent } from './parked-keys.ts';
import type { Batch } from './ports/event-transport.port.ts';
import type { Checkpoint, ReadModelStore } from './ports/read-model-store.port.ts';
import type { Subscription, SubscriptionPaused, SubscriptionStatus } from './subscription.ts';

/** A subscription that keeps its checkpoints and its parked keys in a store and knows how it is doing. */
export abstract class StoredSubscription implements Subscription {
  abstract readonly kind: SubscriptionStatus['kind'];
  protected readonly checkpoints: Checkpoints;
  protected readonly parked: ParkedKeys;
  protected readonly health = new Health();
  #positions: Readonly<Record<string, number>> = {};

  constructor(
    readonly name: string,
    readonly topics: readonly string[],
    store: ReadModelStore,
    now: () => string,
  ) {
    this.parked = new ParkedKeys(store, name, now);
    // What is parked is read after the checkpoints it goes with: nothing that was parked before them is passed over.
    this.checkpoints = new Checkpoints(store, name, () => this.parked.forget());
  }

  abstract position(topic: string, partition: number): Promise<Checkpoint>;
  abstract again(parked: ParkedEvent): Promise<{ readonly error?: string }>;
  protected abstract takeIn(batch: Batch): Promise<Checkpoint>;

  take(batch: Batch): Promise<Checkpoint> {
    return this.health.track(async () => {
      const position = await this.#takeIn(batch);
      this.#positions = await this.checkpoints.positions();
      return position;
    });
  }

  /** Once more from the checkpoint when a key was redriven meanwhile. */
  async #takeIn(batch: Batch): Promise<Checkpoint> {
    try {
      return await this.takeIn(batch);
    } catch (error) {
      this.forget(); // whether the last unit was stored is unknown
      if (error instanceof KeyReleased) return this.#takeIn(batch);
      throw error;
    }
  }

  forget(): void {
    this.checkpoints.forget();
    this.parked.forget();
  }

  pause(reason: SubscriptionPaused): void {
    this.health.pause(reason);
  }

  resume(): void {
    this.health.resume();
    this.parked.resume();
  }

  status(): SubscriptionStatus {
    const { name, kind } = this;
    return { name, kind, ...this.health.report, positions: this.#positions };
  }
}
