import { describe } from './failure.ts';
import type { EventTransport } from './ports/event-transport.port.ts';
import type { Log } from './ports/log.port.ts';
import type { History } from './missing-events.ts';
import { Reading } from './reading.ts';
import type { OpenGap } from './whole-batches.ts';
import { SubscriptionPaused, type Subscription, type SubscriptionStatus } from './subscription.ts';

export interface ServiceConsumerOptions {
  readonly group: string;
  readonly transport: EventTransport;
  readonly subscriptions: readonly Subscription[];
  readonly log: Log;
  readonly logEpoch: number;
  readonly history: History;
  /** A subscription that takes longer over one batch reads on by itself. */
  readonly patienceMs?: number;
}

/** How somebody is behind: waiting for an operator, for the end of the batch it hangs in, or reading on by itself. */
type Behind = { readonly is: 'paused' } | { readonly is: 'hanging'; readonly since: number } | { readonly is: 'reading'; readonly reading: Reading };

/** A store that is away is away for all: everybody waits. */
const shared = new Set(['StoreUnavailable', 'StoreFull']);
const failuresInLine = 3;

/**
 * The one consumer of a service: a common reading feeds all subscriptions. One that is slow or fails again and again falls behind into a
 * reading of its own, from its own checkpoint, and comes back once it has caught up; one that paused waits for an operator.
 */
export class ServiceConsumer {
  #all: readonly Subscription[];
  readonly #common: Reading;
  /** Those not in the common reading. */
  readonly #behind = new Map<string, Behind>();
  #changing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly options: ServiceConsumerOptions) {
    const { patienceMs = 5_000, subscriptions } = options;
    this.#all = subscriptions;
    this.#common = new Reading({
      ...options,
      leave: (subscription, error, failures) => this.#leave(subscription, error, failures),
      patience: { ms: patienceMs, exceeded: (subscription, end) => this.#fallBehind(subscription, end) },
    });
  }

  async start(): Promise<void> {
    await this.#common.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#changing;
    await Promise.all(this.#readings().map((reading) => reading.stop()));
  }

  /** Puts another runner in the place of one (a rebuilt projection), which goes on from its own checkpoint. */
  async replace(name: string, by: Subscription): Promise<void> {
    await this.#change(async () => {
      const behind = this.#behind.get(name);
      this.#behind.delete(name);
      if (behind?.is === 'reading') await behind.reading.stop();
      this.#all = this.#all.map((subscription) => (subscription.name === name ? by : subscription));
      await this.#readTogether();
    });
  }

  /** Lets a paused subscription read on. */
  async resume(name: string): Promise<void> {
    const subscription = this.subscription(name);
    if (!subscription) return;
    subscription.resume();
    if (this.#behind.get(name)?.is === 'paused') this.#readAlone(subscription, Promise.resolve());
    await this.#changing;
  }

  subscription(name: string): Subscription | undefined {
    return this.#all.find((known) => known.name === name);
  }

  /** Reads everything again from the stored checkpoints. */
  async rewind(): Promise<void> {
    await this.#change(() => this.#readTogether());
  }

  /** Milliseconds since the slowest of all made progress; who waits for an operator does not count. */
  stalledFor(): number {
    const now = performance.now();
    const hanging = [...this.#behind.values()].map((behind) => (behind.is === 'hanging' ? now - behind.since : 0));
    return Math.max(...hanging, ...this.#readings().map((reading) => reading.stalledFor()));
  }

  /** True once everything that was there at the start was read and nobody is behind. */
  caughtUp(): boolean {
    return this.#behind.size === 0 && this.#common.pastStart();
  }

  /** Offsets between here and the ends of the partitions as last seen, of the slowest. */
  lag(): number {
    return Math.max(...this.#readings().map((reading) => reading.lag()));
  }

  /** The gap that a partition has been waiting at for longest. */
  gap(): OpenGap | undefined {
    const gaps = this.#readings().flatMap((reading) => reading.gap() ?? []);
    return gaps.sort((one, other) => other.forMs - one.forMs)[0];
  }

  /** Missing events that the common reading has fetched from the log. */
  get fetched(): number {
    return this.#common.fetched;
  }

  status(): readonly SubscriptionStatus[] {
    return this.#all.map((subscription) => subscription.status());
  }

  #readings(): readonly Reading[] {
    return [this.#common, ...[...this.#behind.values()].flatMap((behind) => (behind.is === 'reading' ? behind.reading : []))];
  }

  #leave(subscription: Subscription, error: unknown, failures: number): boolean {
    if (this.#behind.has(subscription.name)) return true;
    if (error instanceof SubscriptionPaused) {
      this.#behind.set(subscription.name, { is: 'paused' });
      this.#withoutBehind();
      return true;
    }
    if (failures < failuresInLine || (error instanceof Error && shared.has(error.name))) return false;
    this.#fallBehind(subscription, Promise.resolve());
    return true;
  }

  #fallBehind(subscription: Subscription, end: Promise<unknown>): void {
    if (this.#behind.has(subscription.name)) return;
    this.options.log.warn({ subscription: subscription.name }, 'a subscription fell behind, it reads on by itself');
    this.#readAlone(subscription, end);
    this.#withoutBehind();
  }

  #withoutBehind(): void {
    this.#common.drop([...this.#behind.keys()]);
  }

  #readAlone(subscription: Subscription, after: Promise<unknown>): void {
    const { name } = subscription;
    this.#behind.set(name, { is: 'hanging', since: performance.now() });
    const back = () => void this.#change(() => this.#comeBack(name, reading));
    const reading: Reading = new Reading({
      ...this.options,
      group: `${this.options.group}.behind.${name}`,
      subscriptions: [subscription],
      moved: () => {
        if (reading.pastStart()) back();
      },
    });
    void after.then(() =>
      this.#change(async () => {
        if (!this.#behind.has(name) || this.#stopped) return;
        await reading.start(); // where that fails it is told as hanging
        this.#behind.set(name, { is: 'reading', reading });
        if (reading.pastStart()) back();
      }),
    );
  }

  async #comeBack(name: string, reading: Reading): Promise<void> {
    const behind = this.#behind.get(name);
    if (this.#stopped || behind?.is !== 'reading' || behind.reading !== reading) return;
    this.#behind.delete(name);
    await reading.stop();
    await this.#readTogether();
  }

  #readTogether(): Promise<void> {
    return this.#common.continueWith(this.#all.filter(({ name }) => !this.#behind.has(name)));
  }

  /** One change of who reads what at a time. */
  #change(change: () => Promise<void>): Promise<void> {
    const done = this.#changing.then(change);
    this.#changing = done.catch((error: unknown) => this.options.log.error({ error: describe(error) }, 'a subscription could not change its reading'));
    return this.#changing;
  }
}
