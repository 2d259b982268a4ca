import { misfit, type EpochMismatch } from './log-epoch.ts';
import type { EventTransport } from './ports/event-transport.port.ts';
import type { Subscription } from './subscription.ts';

/**
 * A reading begins so many offsets before the checkpoints: what everybody has already tells which versions come next, so that a gap right
 * behind a restart is seen. Few, because whoever takes partitions over reads them all anew while people wait for its answers.
 */
const lookBack = 200;

type Offsets = ReadonlyMap<string, readonly number[]>;

/** Finds where to begin in the partitions of a reading, and whether a checkpoint belongs to them at all. */
export class Placement {
  #starts: Offsets = new Map();
  /** As they were when they were learned; undefined before. */
  #ends: Offsets | undefined;

  constructor(
    private readonly transport: EventTransport,
    private readonly logEpoch: number,
  ) {}

  async learn(topics: readonly string[]): Promise<void> {
    const { transport } = this;
    this.#starts = await offsetsOf(topics, (topic) => transport.starts(topic));
    this.#ends = await offsetsOf(topics, (topic) => transport.ends(topic));
  }

  /** Number of topics; undefined before they were learned. */
  get topics(): number | undefined {
    return this.#ends?.size;
  }

  /** Where a partition ended when it was learned. */
  endOf(topic: string, partition: number): number {
    return this.#ends?.get(topic)?.[partition] ?? 0;
  }

  /** The checkpoint of a subscription, or why it belongs to another log. */
  async checkpoint(subscription: Subscription, topic: string, partition: number): Promise<number | EpochMismatch> {
    const checkpoint = await subscription.position(topic, partition);
    const known = this.endOf(topic, partition);
    const end = checkpoint.offset > known ? ((await this.transport.ends(topic))[partition] ?? 0) : known;
    return misfit({ subscription: subscription.name, topic, partition, checkpoint, end }, this.logEpoch) ?? checkpoint.offset;
  }

  /** A stretch before an offset, as far as the topic still has it. */
  before(offset: number, topic: string, partition: number): number {
    const start = this.#starts.get(topic)?.[partition] ?? 0;
    return Math.max(Math.min(offset, start), offset - lookBack);
  }
}

const offsetsOf = async (topics: readonly string[], ask: (topic: string) => Promise<readonly number[]>): Promise<Offsets> =>
  new Map(await Promise.all(topics.map(async (topic) => [topic, await ask(topic)] as const)));
