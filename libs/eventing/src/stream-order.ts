import type { Batch } from './ports/event-transport.port.ts';

/** Versions of a stream that are missing between the last one passed on and one that came. */
export interface Gap {
  readonly stream: string;
  /** The last version before the gap. */
  readonly after: number;
  /** The version that came. */
  readonly version: number;
}

/** Streams remembered per partition: those that are written now are the ones a gap could be seen in. */
const remembered = 10_000;

interface Heads {
  readonly versions: Map<string, number>;
  /** Every stream of the partition was seen from its first event on: one that is not known has not begun. */
  complete: boolean;
}

/**
 * The newest version of each stream that a reading has passed on. Lower or equal is a repeat, the next one is in order, anything higher
 * means that a message was lost on the way. In a partition that was read from its beginning every stream begins with 1; elsewhere a
 * stream that is not known is taken as it comes, and a reading is placed a stretch before its checkpoint so that few are not known.
 */
export class StreamOrder {
  readonly #heads = new Map<string, Heads>();

  /** What is missing in a batch, asked before anybody gets it. */
  gaps(batch: Batch): readonly Gap[] {
    const { versions, complete } = this.#of(batch);
    const ahead = new Map<string, number | undefined>();
    const gaps: Gap[] = [];
    for (const { stream, version } of placesOf(batch)) {
      const after = ahead.has(stream) ? ahead.get(stream) : (versions.get(stream) ?? (complete ? 0 : undefined));
      if (after !== undefined && version !== undefined && version > after + 1) gaps.push({ stream, after, version });
      ahead.set(stream, version === undefined ? undefined : Math.max(after ?? 0, version));
    }
    return gaps;
  }

  /** Called once everybody has the batch. */
  passed(batch: Batch): void {
    const heads = this.#of(batch);
    for (const { stream, version } of placesOf(batch)) {
      const head = heads.versions.get(stream) ?? 0;
      heads.versions.delete(stream);
      if (version === undefined) heads.complete = false;
      else heads.versions.set(stream, Math.max(head, version));
    }
    for (const stream of heads.versions.keys()) {
      if (heads.versions.size <= remembered) break;
      heads.versions.delete(stream);
      heads.complete = false;
    }
  }

  /** The partition is read from another place. */
  placed(topic: string, partition: number, offset: number): void {
    this.#heads.set(`${topic}/${partition}`, { versions: new Map(), complete: offset === 0 });
  }

  #of({ topic, partition }: Batch): Heads {
    const place = `${topic}/${partition}`;
    const heads = this.#heads.get(place) ?? { versions: new Map<string, number>(), complete: false };
    this.#heads.set(place, heads);
    return heads;
  }
}

/** Bytes that are no event have no version: what follows them is taken as it comes, their key is parked anyway. */
const placesOf = ({ messages }: Batch): readonly { readonly stream: string; readonly version: number | undefined }[] =>
  messages.map((message) => ('event' in message ? message.event : { stream: message.malformed.stream, version: undefined }));
