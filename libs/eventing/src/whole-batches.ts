import { describe } from './failure.ts';
import { mended, StreamGap, type History } from './missing-events.ts';
import type { Batch } from './ports/event-transport.port.ts';
import type { Log } from './ports/log.port.ts';
import { StreamOrder } from './stream-order.ts';

/** A partition that waits for a missing event. */
export interface OpenGap {
  readonly forMs: number;
  readonly sentence: string;
}

/** Lets a reading have whole batches only: what is missing in one comes from the log, or its partition waits. */
export class WholeBatches {
  readonly #order = new StreamOrder();
  readonly #open = new Map<string, { readonly since: number; readonly sentence: string }>();
  #fetched = 0;

  constructor(
    private readonly history: History,
    private readonly log: Log,
  ) {}

  /** A partition is read from another place. */
  placed(topic: string, partition: number, offset: number): void {
    this.#open.delete(`${topic}/${partition}`);
    this.#order.placed(topic, partition, offset);
  }

  /** With the events that are missing in it. @throws {StreamGap} while they are not found. */
  async of(batch: Batch): Promise<readonly Batch[]> {
    const { topic, partition } = batch;
    const place = `${topic}/${partition}`;
    const gaps = this.#order.gaps(batch);
    try {
      const batches = gaps.length === 0 ? [batch] : await mended(batch, gaps, this.history);
      this.#open.delete(place);
      const count = gaps.reduce((sum, { after, version }) => sum + version - after - 1, 0);
      this.#fetched += count;
      if (count > 0) this.log.error({ topic, partition, count }, 'events were missing in the topic and were fetched from the log');
      return batches;
    } catch (error) {
      if (error instanceof StreamGap) this.#open.set(place, { since: this.#open.get(place)?.since ?? performance.now(), sentence: error.message });
      this.log.error({ topic, partition, error: describe(error) }, 'an event is missing, the partition waits for it');
      throw error;
    }
  }

  /** Everybody has the batch. */
  passed(batch: Batch): void {
    this.#order.passed(batch);
  }

  /** The gap that a partition has been waiting at for longest. */
  gap(): OpenGap | undefined {
    const [oldest] = [...this.#open.values()].sort((one, other) => one.since - other.since);
    return oldest && { forMs: performance.now() - oldest.since, sentence: oldest.sentence };
  }

  /** Missing events that were fetched so far. */
  get fetched(): number {
    return this.#fetched;
  }
}
