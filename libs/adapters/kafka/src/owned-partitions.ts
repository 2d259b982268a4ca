import type { Consumer as KafkaConsumer } from 'kafkajs';
import { assignedOf, findPlace, type Assigned, type Placing } from './assignment.ts';

interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** The partitions that fell to a session. Nothing of one is read until its stored checkpoint is known. */
export class OwnedPartitions {
  readonly #parts = new Map<string, Assigned>();

  constructor(
    private readonly client: KafkaConsumer,
    private readonly placing: Placing,
    /** Told when a partition could not even be begun: the session is over. */
    private readonly failed: (error: unknown) => void,
    /** Told of what is owned no more. */
    private readonly lost: (place: TopicPartition) => void,
  ) {}

  get(place: TopicPartition): Assigned | undefined {
    return this.#parts.get(keyOf(place));
  }

  /** Runs inside the join, before the first fetch. What was in work before is waited for. */
  assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    const old = new Map(this.#parts);
    const own = Object.entries(assignment).flatMap(([topic, partitions]) => partitions.map((partition) => keyOf({ topic, partition })));
    this.#drop(new Set(own));
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) this.#place(topic, partition, old.get(keyOf({ topic, partition }))?.work);
    }
  }

  /** Places a partition anew, from its stored checkpoint. */
  replace(part: Assigned): void {
    part.dropped.abort();
    this.#place(part.topic, part.partition, part.work);
  }

  replaceAll(): void {
    for (const part of [...this.#parts.values()]) this.replace(part);
  }

  dropAll(): void {
    this.#drop(new Set());
  }

  /** Reads nothing of a partition for a while. */
  holdBack(part: Assigned, waitMs: number): void {
    const { topic, partition, dropped } = part;
    this.client.pause([{ topic, partitions: [partition] }]);
    const timer = setTimeout(() => this.client.resume([{ topic, partitions: [partition] }]), waitMs);
    dropped.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Milliseconds that the slowest partition has had work without progress. */
  behindFor(now: number): number {
    return Math.max(0, ...[...this.#parts.values()].map(({ behindSince }) => (behindSince === undefined ? 0 : now - behindSince)));
  }

  #drop(kept: ReadonlySet<string>): void {
    for (const [key, part] of this.#parts) {
      part.dropped.abort();
      if (!kept.has(key)) this.lost(part);
    }
    this.#parts.clear();
  }

  #place(topic: string, partition: number, work: Promise<void> = Promise.resolve()): void {
    const part = assignedOf(topic, partition, work);
    this.#parts.set(keyOf(part), part);
    this.client.pause([{ topic, partitions: [partition] }]);
    // Who places it anew waits for this answer: a late one would undo what was read meanwhile.
    part.work = findPlace(part, this.placing)
      .then(() => (this.#parts.has(keyOf(part)) ? this.#begin(part) : this.lost(part))) // it was given away while its place was asked for
      .catch((error: unknown) => this.failed(error));
  }

  #begin({ topic, partition, next, dropped }: Assigned): void {
    if (dropped.signal.aborted || next === undefined) return;
    this.client.seek({ topic, partition, offset: String(next) });
    this.client.resume([{ topic, partitions: [partition] }]);
  }
}

const keyOf = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;
