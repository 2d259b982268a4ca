import type { Batch } from './ports/event-transport.port.ts';

/** A version is missing between the last one taken in and the one that came. */
export class StreamGap extends Error {
  override readonly name = 'StreamGap';
}

/** Streams remembered per partition: those that are written now are the ones a gap could be seen in. */
const remembered = 10_000;

/**
 * The newest version of each stream that a reading has passed on. Lower or equal is a repeat, the next one is in order, anything higher
 * means that a message was lost on the way. A stream not seen since the reading was placed is taken as it comes.
 */
export class StreamOrder {
  readonly #heads = new Map<string, Map<string, number>>();

  /** Called before anybody gets the batch. @throws {StreamGap} */
  check(batch: Batch): void {
    const heads = this.#of(batch.topic, batch.partition);
    const ahead = new Map<string, number>();
    for (const { stream, version } of eventsOf(batch)) {
      const head = ahead.get(stream) ?? heads.get(stream);
      if (head !== undefined && version > head + 1) {
        throw new StreamGap(`${stream} jumps from ${head} to ${version} in ${batch.topic}/${batch.partition}`);
      }
      ahead.set(stream, Math.max(head ?? 0, version));
    }
  }

  /** Called once everybody has the batch. */
  passed(batch: Batch): void {
    const heads = this.#of(batch.topic, batch.partition);
    for (const { stream, version } of eventsOf(batch)) {
      const head = heads.get(stream) ?? 0;
      heads.delete(stream);
      heads.set(stream, Math.max(head, version));
    }
    for (const stream of heads.keys()) {
      if (heads.size <= remembered) break;
      heads.delete(stream);
    }
  }

  /** The partition is read from another place. */
  forget(topic: string, partition: number): void {
    this.#heads.delete(`${topic}/${partition}`);
  }

  #of(topic: string, partition: number): Map<string, number> {
    const place = `${topic}/${partition}`;
    const heads = this.#heads.get(place) ?? new Map<string, number>();
    this.#heads.set(place, heads);
    return heads;
  }
}

const eventsOf = ({ messages }: Batch) => messages.flatMap((message) => ('event' in message ? [message.event] : []));
