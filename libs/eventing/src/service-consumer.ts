import { backoff } from './backoff.ts';
import { describe } from './failure.ts';
import type { Log } from './ports/log.port.ts';
import type { Batch, Consumption, EventTransport } from './ports/event-transport.port.ts';
import type { Subscription, SubscriptionStatus } from './subscription.ts';

export interface ServiceConsumerOptions {
  readonly group: string;
  readonly transport: EventTransport;
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
}

/**
 * The one consumer of a service: each batch goes to every subscription that has not seen it yet. Reading starts where the slowest
 * subscription stands, the others skip what they know; one that fails holds nobody up, it reads again from its own checkpoint.
 */
export class ServiceConsumer {
  #subscriptions: readonly Subscription[];
  #consumption: Consumption | undefined;
  /** Positions that subscriptions have reached in this process, also where nothing concerned them. */
  readonly #reached = new Map<string, number>();
  #failures = 0;
  readonly #ends = new Map<string, { readonly at: number; readonly end: number }>();

  constructor(private readonly options: ServiceConsumerOptions) {
    this.#subscriptions = options.subscriptions;
  }

  async start(): Promise<void> {
    const topics = [...new Set(this.#subscriptions.flatMap((subscription) => subscription.topics))];
    if (topics.length === 0) return;
    this.#consumption = await this.options.transport.consume({
      group: this.options.group,
      topics,
      resume: (topic, partition) => this.#resume(topic, partition),
      handle: (batch) => this.#handle(batch),
    });
  }

  async stop(): Promise<void> {
    await this.#consumption?.stop();
  }

  /** Puts another runner in the place of one (a rebuilt projection), which goes on from its own checkpoint. */
  async replace(name: string, by: Subscription): Promise<void> {
    this.#subscriptions = this.#subscriptions.map((subscription) => (subscription.name === name ? by : subscription));
    await this.rewind();
  }

  subscription(name: string): Subscription | undefined {
    return this.#subscriptions.find((known) => known.name === name);
  }

  /** Reads everything again from the stored checkpoints. */
  async rewind(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription.forget();
    this.#reached.clear();
    await this.#consumption?.rewind();
  }

  stalledFor(): number {
    return this.#consumption?.stalledFor() ?? 0;
  }

  /** True once every partition seen was read up to its end and nothing fails. */
  caughtUp(): boolean {
    return this.#failures === 0 && [...this.#ends.values()].every(({ at, end }) => at >= end);
  }

  /** Events between here and the ends of the partitions as last seen. */
  lag(): number {
    return [...this.#ends.values()].reduce((sum, { at, end }) => sum + Math.max(0, end - at), 0);
  }

  status(): readonly SubscriptionStatus[] {
    return this.#subscriptions.map((subscription) => subscription.status());
  }

  async #resume(topic: string, partition: number): Promise<number> {
    const positions = await Promise.all(
      this.#for(topic).map(async (subscription) => {
        subscription.forget();
        this.#reached.delete(this.#place(subscription, topic, partition));
        return (await subscription.position(topic, partition)).offset;
      }),
    );
    return positions.length === 0 ? 0 : Math.min(...positions);
  }

  async #handle(batch: Batch): Promise<number> {
    const taken = await Promise.all(this.#for(batch.topic).map((subscription) => this.#give(subscription, batch)));
    const failed = taken.filter(({ failed: yes }) => yes);
    this.#failures = failed.length;
    if (failed.length > 0) await backoff(Math.min(failed.length + 3, 8), { minMs: 100, maxMs: 2000 });
    const next = Math.min(batch.nextOffset, ...taken.map(({ offset }) => offset));
    this.#ends.set(`${batch.topic}/${batch.partition}`, { at: next, end: batch.highWatermark });
    return next;
  }

  async #give(subscription: Subscription, batch: Batch): Promise<{ readonly offset: number; readonly failed: boolean }> {
    const place = this.#place(subscription, batch.topic, batch.partition);
    try {
      const reached = this.#reached.get(place) ?? (await subscription.position(batch.topic, batch.partition)).offset;
      if (reached >= batch.nextOffset) return { offset: reached, failed: false };
      if (reached < batch.firstOffset) return { offset: reached, failed: false };
      const { offset } = await subscription.take(batch);
      this.#reached.set(place, offset);
      return { offset, failed: false };
    } catch (error) {
      this.options.log.warn({ subscription: subscription.name, error: describe(error) }, 'a subscription failed, it will read again');
      subscription.forget();
      this.#reached.delete(place);
      if (subscription.status().state === 'paused') return { offset: batch.nextOffset, failed: true };
      return { offset: (await subscription.position(batch.topic, batch.partition)).offset, failed: true };
    }
  }

  #for(topic: string): readonly Subscription[] {
    return this.#subscriptions.filter(({ topics }) => topics.includes(topic));
  }

  #place(subscription: Subscription, topic: string, partition: number): string {
    return `${subscription.name}|${topic}/${partition}`;
  }
}
