import type { RecordedEvent } from './envelope.ts';
import type { Collection, ReadModelStore, RowWrite } from './ports/read-model-store.port.ts';
import { SubscriptionPaused } from './subscription.ts';

/** One event that waits: the poison itself or one queued behind it. */
export interface ParkedEvent {
  readonly subscription: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly event: RecordedEvent | null;
  /** Empty for those queued behind. */
  readonly error: string;
  readonly parkedAt: string;
}

export const parkedCollection: Collection = {
  name: 'parked_events',
  indexes: [['subscription', 'stream', 'version'], ['subscription'], ['parkedAt']],
};

const windowMs = 5 * 60_000;

/**
 * The streams a subscription has stopped at. Later events of such a stream queue behind it, everything else flows.
 * More than 20 keys in 5 minutes, or one event type failing on 3 keys, is no poison but a defect: the subscription pauses.
 */
export class ParkedKeys {
  #streams: Set<string> | undefined;
  readonly #recent: { readonly at: number; readonly stream: string; readonly type: string }[] = [];

  constructor(
    private readonly store: ReadModelStore,
    private readonly subscription: string,
    private readonly now: () => string,
  ) {}

  async holds(stream: string): Promise<boolean> {
    return (await this.#load()).has(stream);
  }

  forget(): void {
    this.#streams = undefined;
  }

  /** The write that parks an event, to be stored in the same unit as the checkpoint. */
  async park(event: Omit<ParkedEvent, 'subscription' | 'parkedAt'>): Promise<RowWrite> {
    const streams = await this.#load();
    if (event.error !== '') this.#watch(event.stream, event.type);
    streams.add(event.stream);
    const row: ParkedEvent = { ...event, subscription: this.subscription, parkedAt: this.now() };
    const key = `${this.subscription}|${event.stream}|${String(event.version).padStart(10, '0')}`;
    const [known] = await this.store.stored(parkedCollection.name, [key]);
    return { collection: parkedCollection.name, key, expectedRevision: known?.revision ?? 0, guards: {}, row };
  }

  #watch(stream: string, type: string): void {
    const at = Date.parse(this.now());
    while (this.#recent[0] && this.#recent[0].at < at - windowMs) this.#recent.shift();
    this.#recent.push({ at, stream, type });
    const keys = new Set(this.#recent.map((failure) => failure.stream));
    const sameType = new Set(this.#recent.filter((failure) => failure.type === type).map((failure) => failure.stream));
    if (keys.size > 20 || sameType.size >= 3) {
      throw new SubscriptionPaused(`${this.subscription} parked ${keys.size} streams in 5 minutes, ${sameType.size} of them at ${type}`);
    }
  }

  async #load(): Promise<Set<string>> {
    if (this.#streams) return this.#streams;
    const streams = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await this.store.query<ParkedEvent>(parkedCollection.name, {
        where: [{ field: 'subscription', eq: this.subscription }],
        limit: 1000,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { stream } of page.items) streams.add(stream);
      cursor = page.next;
    } while (cursor !== undefined);
    this.#streams = streams;
    return streams;
  }
}
