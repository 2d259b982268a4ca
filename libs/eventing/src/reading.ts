import { describe } from './failure.ts';
import type { Batch, Consumption, EventTransport } from './ports/event-transport.port.ts';
import type { Log } from './ports/log.port.ts';
import { StreamGap, StreamOrder } from './stream-order.ts';
import type { Subscription } from './subscription.ts';

export interface ReadingOptions {
  readonly group: string;
  readonly transport: EventTransport;
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
  /**
   * Asked when a subscription has failed so many times in a row at one place, with what it threw: true when the reading goes on without it.
   * Without an answer the partition waits and the same batch comes again.
   */
  readonly leave?: (subscription: Subscription, error: unknown, failures: number) => boolean;
  /** A subscription that takes longer over a batch is left to itself, with the promise of its end. */
  readonly patience?: { readonly ms: number; readonly exceeded: (subscription: Subscription, end: Promise<unknown>) => void };
  /** Told after each batch. */
  readonly moved?: () => void;
}

/** One way through the topics for one or several subscriptions: each batch goes to all that have not seen it yet. */
export class Reading {
  #subscriptions: readonly Subscription[];
  #consumption: Consumption | undefined;
  readonly #order = new StreamOrder();
  readonly #reached = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #places = new Map<string, { readonly at: number; readonly end: number }>();
  /** As they were at the start; undefined before it. */
  #ends: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(private readonly options: ReadingOptions) {
    this.#subscriptions = options.subscriptions;
  }

  get subscriptions(): readonly Subscription[] {
    return this.#subscriptions;
  }

  async start(): Promise<void> {
    const { transport, group } = this.options;
    const topics = [...new Set(this.#subscriptions.flatMap((subscription) => subscription.topics))];
    this.#ends = new Map(await Promise.all(topics.map(async (topic) => [topic, await transport.ends(topic)] as const)));
    if (topics.length === 0) return;
    this.#consumption = await transport.consume({
      group,
      topics,
      resume: (topic, partition) => this.#resume(topic, partition),
      handle: (batch) => this.#handle(batch),
    });
  }

  async stop(): Promise<void> {
    await this.#consumption?.stop();
  }

  /** Goes on with other subscriptions, each from its own checkpoint. */
  async continueWith(subscriptions: readonly Subscription[]): Promise<void> {
    this.#subscriptions = subscriptions;
    this.#failures.clear();
    await this.#consumption?.rewind();
  }

  /** Goes on at the same place without some. */
  drop(names: readonly string[]): void {
    this.#subscriptions = this.#subscriptions.filter(({ name }) => !names.includes(name));
  }

  stalledFor(): number {
    return this.#consumption?.stalledFor() ?? 0;
  }

  /** True once every partition that fell to this reading was read up to its end, at least to the one it had at the start. */
  caughtUp(): boolean {
    if (!this.#ends) return false;
    return this.#ends.size === 0 || (this.#places.size > 0 && this.lag() === 0);
  }

  /** Offsets between here and the ends of the partitions as last seen. */
  lag(): number {
    return [...this.#places.values()].reduce((sum, { at, end }) => sum + Math.max(0, end - at), 0);
  }

  /** Offset up to which a partition was read. */
  reached(topic: string, partition: number): number {
    return this.#places.get(`${topic}/${partition}`)?.at ?? 0;
  }

  /** Share of what was there at the start that has been read, 0..1. */
  progress(): number {
    const places = [...this.#places.values()];
    const end = places.reduce((sum, place) => sum + place.end, 0);
    return end === 0 ? 1 : 1 - this.lag() / end;
  }

  async #resume(topic: string, partition: number): Promise<number> {
    const mine = this.#for(topic);
    this.#order.forget(topic, partition);
    const positions = await Promise.all(
      mine.map(async (subscription) => {
        subscription.forget();
        this.#reached.delete(placeOf(subscription, topic, partition));
        return (await subscription.position(topic, partition)).offset;
      }),
    );
    const place = `${topic}/${partition}`;
    const end = this.#places.get(place)?.end ?? this.#ends?.get(topic)?.[partition] ?? 0;
    const at = positions.length === 0 ? end : Math.min(...positions);
    this.#places.set(place, { at, end });
    return at;
  }

  async #handle(batch: Batch): Promise<number> {
    const { topic, partition, highWatermark, nextOffset } = batch;
    this.#checkOrder(batch);
    const offsets = await Promise.all(this.#for(topic).map((subscription) => this.#give(subscription, batch)));
    this.#order.passed(batch);
    const at = Math.min(nextOffset, ...offsets);
    this.#places.set(`${topic}/${partition}`, { at, end: highWatermark });
    this.options.moved?.();
    return at;
  }

  #checkOrder(batch: Batch): void {
    try {
      this.#order.check(batch);
    } catch (error) {
      if (error instanceof StreamGap) this.options.log.error({ error: describe(error) }, 'an event is missing, the partition waits for it');
      throw error;
    }
  }

  /** Where the reading goes on for this subscription. */
  async #give(subscription: Subscription, batch: Batch): Promise<number> {
    const place = placeOf(subscription, batch.topic, batch.partition);
    try {
      const reached = this.#reached.get(place) ?? (await subscription.position(batch.topic, batch.partition)).offset;
      if (reached >= batch.nextOffset) return reached;
      const taking = subscription.take(batch).then(({ offset }) => this.#took(place, offset));
      return await this.#patiently(subscription, taking, batch.nextOffset);
    } catch (error) {
      const { log, leave } = this.options;
      const failures = (this.#failures.get(place) ?? 0) + 1;
      this.#failures.set(place, failures);
      this.#reached.delete(place);
      log.warn({ subscription: subscription.name, failures, error: describe(error) }, 'a subscription failed, it will read again');
      if (leave?.(subscription, error, failures) === true) return batch.nextOffset;
      throw error;
    }
  }

  #took(place: string, offset: number): number {
    this.#reached.set(place, offset);
    this.#failures.delete(place);
    return offset;
  }

  async #patiently(subscription: Subscription, taking: Promise<number>, otherwise: number): Promise<number> {
    const { patience } = this.options;
    if (!patience) return taking;
    const late = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => late.resolve(undefined), patience.ms);
    const offset = await Promise.race([taking, late.promise]).finally(() => clearTimeout(timer));
    if (offset !== undefined) return offset;
    patience.exceeded(
      subscription,
      taking.catch(() => undefined),
    );
    return otherwise;
  }

  #for(topic: string): readonly Subscription[] {
    return this.#subscriptions.filter(({ topics }) => topics.includes(topic));
  }
}

const placeOf = (subscription: Subscription, topic: string, partition: number): string => `${subscription.name}|${topic}/${partition}`;
