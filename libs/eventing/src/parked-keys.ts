import { crashPoint } from './crash-point.ts';
import type { RecordedEvent } from './envelope.ts';
import { Kept } from './kept.ts';
import { allRows } from './paging.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { Collection, ReadModelStore, RowWrite } from './ports/read-model-store.port.ts';
import { SubscriptionPaused } from './subscription.ts';
import { writeNow } from './write-now.ts';

/** A stream that a subscription has stopped at. */
export interface ParkedKey {
  readonly subscription: string;
  readonly stream: string;
}

/** One event that waits: the poison itself or one queued behind it. */
export interface ParkedEvent extends ParkedKey {
  /** 0 for bytes that are no event. */
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
export type Parking = Omit<ParkedEvent, 'subscription' | 'parkedAt'>;

export const parkedCollection: Collection = {
  name: 'parked_events',
  indexes: [['subscription', 'stream', 'version'], ['subscription'], ['parkedAt']],
};

/** What waits at a key, in its order or from its end. */
export const parkedAt = async (store: ReadModelStore, { subscription, stream }: ParkedKey, limit: number, direction: 'asc' | 'desc' = 'asc') => {
  const where = [
    { field: 'subscription', eq: subscription },
    { field: 'stream', eq: stream },
  ];
  const { items } = await store.query<ParkedEvent>(parkedCollection.name, { where, orderBy: { field: 'version', direction }, limit });
  return items;
};

/** What an event was about to wait behind is gone: it is to be looked at again. */
export class KeyReleased extends Error {
  override readonly name = 'KeyReleased';
}

/** The type under which bytes that are no event are parked. */
const malformedType = 'malformed';

/** How a message is parked; the error is empty when it only queues behind. */
export function parkingOf({ topic, partition }: Batch, message: Delivered, error: string): Parking {
  const { offset } = message;
  if ('malformed' in message) return { stream: message.malformed.stream, version: 0, type: malformedType, topic, partition, offset, event: null, error };
  const { event } = message;
  return { stream: event.stream, version: event.version, type: event.type, topic, partition, offset, event, error };
}

const windowMs = 5 * 60_000;

/**
 * The streams a subscription has stopped at. Later events of such a stream queue behind it, everything else flows.
 * More than 20 keys in 5 minutes, or one event type failing on 3 keys, is no poison but a defect: the subscription pauses.
 */
export class ParkedKeys {
  readonly #streams = new Kept(() => this.#stored());
  #recent: readonly { readonly at: number; readonly stream: string; readonly type: string }[] = [];

  constructor(
    private readonly store: ReadModelStore,
    private readonly subscription: string,
    private readonly now: () => string,
  ) {}

  /** Asked of the store when it seems so: an operator may have redriven the stream through another replica. */
  async holds(stream: string): Promise<boolean> {
    const streams = await this.#streams.get();
    if (!streams.has(stream)) return false;
    const [first] = await parkedAt(this.store, { subscription: this.subscription, stream }, 1);
    if (!first) streams.delete(stream);
    return first !== undefined;
  }

  /** @throws {SubscriptionPaused} when this failure is one too many. Malformed bytes have no type and count as keys only. */
  failed(stream: string, type: string): void {
    const at = Date.parse(this.now());
    this.#recent = [...this.#recent.filter((failure) => failure.at >= at - windowMs && failure.stream + failure.type !== stream + type), { at, stream, type }];
    const keys = new Set(this.#recent.map((failure) => failure.stream));
    const sameType = type === malformedType ? 0 : this.#recent.filter((failure) => failure.type === type).length;
    if (keys.size > 20 || sameType >= 3) {
      throw new SubscriptionPaused(`${this.subscription} parked ${keys.size} streams in 5 minutes, ${sameType} of them at ${type}`);
    }
  }

  /**
   * The writes that park events, to be stored in the same unit as the checkpoint; a repeat of an event is the same row.
   * @throws {KeyReleased} when there is nothing left that one of them could queue behind: nobody would ever take it in.
   */
  async writes(parkings: readonly Parking[]): Promise<readonly RowWrite[]> {
    if (parkings.length === 0) return [];
    const rows = new Map<string, ParkedEvent>();
    for (const parking of parkings) {
      const key = this.#keyOf(parking);
      if (!rows.has(key)) rows.set(key, { ...parking, subscription: this.subscription, parkedAt: this.now() });
    }
    const known = new Map((await this.store.stored(parkedCollection.name, [...rows.keys()])).map((row) => [row.key, row]));
    const fresh = [...rows].filter(([key]) => (known.get(key)?.row ?? null) === null);
    const parked = fresh.map(([key, row]) => ({ collection: parkedCollection.name, key, expectedRevision: known.get(key)?.revision ?? 0, guards: {}, row }));
    const queued = [...Map.groupBy(fresh, ([, { stream }]) => stream)].filter(([, ofStream]) => ofStream.every(([, { error }]) => error === ''));
    return [...parked, ...(await Promise.all(queued.map(([stream]) => this.#keptBefore(stream))))];
  }

  /** The write that lets an event go, to be stored in the unit that takes it in. */
  release(parked: Parking): Promise<RowWrite> {
    return writeNow(this.store, parkedCollection.name, this.#keyOf(parked), null);
  }

  /** Called once the unit that parks them is stored. */
  async parked(parkings: readonly Parking[]): Promise<void> {
    if (parkings.length === 0) return;
    crashPoint('park.written');
    const streams = await this.#streams.get();
    for (const { stream } of parkings) streams.add(stream);
  }

  forget(): void {
    this.#streams.forget();
  }

  /** An operator says that the cause is mended. */
  resume(): void {
    this.#recent = [];
    this.forget();
  }

  /** Writes the last one of a queue as it is: if a redrive lets it go at the same time, one of both comes too late and looks again. */
  async #keptBefore(stream: string): Promise<RowWrite> {
    const [last] = await parkedAt(this.store, { subscription: this.subscription, stream }, 1, 'desc');
    const [stored] = last ? await this.store.stored<ParkedEvent>(parkedCollection.name, [last.$key]) : [];
    if (!stored?.row) throw new KeyReleased(`${this.subscription} no longer waits at ${stream}`);
    const { key, revision, guards, row } = stored;
    return { collection: parkedCollection.name, key, expectedRevision: revision, guards, row };
  }

  #keyOf({ stream, version, offset }: Parking): string {
    return `${this.subscription}|${stream}|${version === 0 ? `@${offset}` : String(version).padStart(10, '0')}`;
  }

  async #stored(): Promise<Set<string>> {
    const where = [{ field: 'subscription', eq: this.subscription }];
    const rows = await allRows((start) => this.store.query<ParkedEvent>(parkedCollection.name, { where, limit: 1000, ...start }));
    return new Set(rows.map(({ stream }) => stream));
  }
}
