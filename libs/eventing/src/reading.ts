import { describe } from './failure.ts';
import type { Batch, Consumption, EventTransport } from './ports/event-transport.port.ts';
import type { Log } from './ports/log.port.ts';
import { EpochMismatch, ofEpoch } from './log-epoch.ts';
import type { History } from './missing-events.ts';
import { Placement } from './placement.ts';
import { Places } from './places.ts';
import { Fenced, type Subscription } from './subscription.ts';
import { WholeBatches, type OpenGap } from './whole-batches.ts';

export interface ReadingOptions {
  readonly group: string;
  readonly transport: EventTransport;
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
  /** Epoch of the logs, one for the whole installation: what was read in another one belongs to logs that are no more. */
  readonly logEpoch: number;
  /** Where missing events are fetched from. */
  readonly history: History;
  /**
   * Asked when a subscription has failed so many times in a row at one place, with what it threw: true when the reading goes on without it.
   * Without an answer the partition waits and the same batch comes again.
   */
  readonly leave?: (subscription: Subscription, error: unknown, failures: number) => boolean;
  /** A subscription that takes longer over a batch is left to itself, with the promise of its end. */
  readonly patience?: { readonly ms: number; readonly exceeded: (subscription: Subscription, end: Promise<unknown>) => void };
  /** Told after each batch, and without one when it is known where a partition begins: there may be nothing to read in it. */
  readonly moved?: (batch?: Batch) => void;
}

/** One way through the topics for one or several subscriptions: each batch goes to all that have not seen it yet. */
export class Reading {
  #subscriptions: readonly Subscription[];
  #consumption: Consumption | undefined;
  readonly #whole: WholeBatches;
  readonly #reached = new Map<string, number>();
  readonly #failures = new Map<string, number>();
  readonly #places = new Places();
  readonly #placement: Placement;

  constructor(private readonly options: ReadingOptions) {
    this.#subscriptions = options.subscriptions;
    this.#whole = new WholeBatches(options.history, options.log);
    this.#placement = new Placement(options.transport, options.logEpoch);
  }

  get subscriptions(): readonly Subscription[] {
    return this.#subscriptions;
  }

  async start(): Promise<void> {
    const { transport, group } = this.options;
    const topics = [...new Set(this.#subscriptions.flatMap((subscription) => subscription.topics))];
    await this.#placement.learn(topics);
    if (topics.length === 0) return;
    this.#consumption = await transport.consume({
      group,
      topics,
      resume: (topic, partition) => this.#resume(topic, partition),
      lost: (topic, partition) => this.#places.drop(topic, partition),
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

  /** The gap that a partition has been waiting at for longest. */
  gap(): OpenGap | undefined {
    return this.#whole.gap();
  }

  /** Missing events that were fetched from the log so far. */
  get fetched(): number {
    return this.#whole.fetched;
  }

  /** True while every partition that fell to this reading is read up to its end, at least to the one it had at the start. */
  caughtUp(): boolean {
    return this.#begun(() => this.#places.past && this.lag() === 0);
  }

  /** True once every partition that fell to this reading was read up to the end it had then: under load there is always more by now. */
  pastStart(): boolean {
    return this.#begun(() => this.#places.past);
  }

  #begun(and: () => boolean): boolean {
    const { topics } = this.#placement;
    return topics === 0 || (topics !== undefined && this.#places.some && and());
  }

  /** Offsets between here and the ends of the partitions as last seen. */
  lag(): number {
    return this.#places.lag();
  }

  /** Offset up to which a partition was read. */
  reached(topic: string, partition: number): number {
    return this.#places.of(topic, partition).at;
  }

  /** Share of what is there that has been read, 0..1. */
  progress(): number {
    return this.#places.progress();
  }

  async #resume(topic: string, partition: number): Promise<number> {
    this.#places.ask(topic, partition);
    const positions = await Promise.all(this.#for(topic).map((subscription) => this.#position(subscription, topic, partition)));
    const stands = positions.filter((offset) => offset !== undefined);
    const end = Math.max(this.#places.of(topic, partition).end, this.#placement.endOf(topic, partition));
    const at = stands.length === 0 ? end : Math.min(...stands);
    const from = stands.length === 0 ? end : this.#placement.before(at, topic, partition);
    this.#whole.placed(topic, partition, from);
    this.#places.begin(topic, partition, { at: from, end });
    this.options.moved?.();
    return from;
  }

  /** Undefined when the subscription has left because its checkpoint does not belong to this log. */
  async #position(subscription: Subscription, topic: string, partition: number): Promise<number | undefined> {
    subscription.forget();
    this.#reached.delete(placeOf(subscription, topic, partition));
    const found = await this.#placement.checkpoint(subscription, topic, partition);
    if (typeof found === 'number') return found;
    this.#halt(subscription, found);
    return undefined;
  }

  /** @throws the reason when the reading cannot do without the subscription. */
  #halt(subscription: Subscription, reason: EpochMismatch): void {
    this.options.log.error({ subscription: subscription.name, error: describe(reason) }, 'EPOCH_MISMATCH: a subscription has stopped');
    subscription.pause(reason);
    if (this.options.leave?.(subscription, reason, 1) !== true) throw reason;
  }

  async #handle(received: Batch): Promise<number> {
    const { topic, partition, highWatermark, nextOffset } = received;
    const batches = await this.#whole.of(this.#ofThisLog(received));
    let at = nextOffset;
    for (const batch of batches) {
      const offsets = await Promise.all(this.#for(topic).map((subscription) => this.#give(subscription, batch)));
      this.#whole.passed(batch);
      at = Math.min(batch.nextOffset, ...offsets);
      if (at < batch.nextOffset) break;
    }
    this.#places.move(topic, partition, { at, end: highWatermark });
    this.options.moved?.(received);
    return at;
  }

  #ofThisLog(batch: Batch): Batch {
    try {
      return ofEpoch(batch, this.options.logEpoch);
    } catch (error) {
      if (!(error instanceof EpochMismatch)) throw error;
      for (const subscription of this.#for(batch.topic)) this.#halt(subscription, error);
      return { ...batch, logEpoch: this.options.logEpoch, messages: [] };
    }
  }

  /** Where the reading goes on for this subscription. */
  async #give(subscription: Subscription, batch: Batch): Promise<number> {
    const { topic, partition } = batch;
    const place = placeOf(subscription, topic, partition);
    let reached = Infinity;
    try {
      reached = this.#reached.get(place) ?? (await subscription.position(topic, partition)).offset;
      if (batch.firstOffset < reached) await subscription.recall?.(batch.messages.filter(({ offset }) => offset < reached));
      if (reached >= batch.nextOffset) return reached;
      const taking = subscription.take(batch).then(({ offset }) => this.#took(place, offset));
      return await this.#patiently(subscription, taking, batch.nextOffset);
    } catch (error) {
      this.#reached.delete(place);
      // Another release reads the same partition, and was faster.
      if (error instanceof Fenced && !batch.isStale() && (await subscription.position(topic, partition)).offset > reached)
        return this.#give(subscription, batch);
      const { log, leave } = this.options;
      const failures = (this.#failures.get(place) ?? 0) + 1;
      this.#failures.set(place, failures);
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
      taking.catch((error: unknown) =>
        this.options.log.warn({ subscription: subscription.name, error: describe(error) }, 'the batch it fell behind with failed'),
      ),
    );
    return otherwise;
  }

  #for(topic: string): readonly Subscription[] {
    return this.#subscriptions.filter(({ topics }) => topics.includes(topic));
  }
}

const placeOf = (subscription: Subscription, topic: string, partition: number): string => `${subscription.name}|${topic}/${partition}`;
