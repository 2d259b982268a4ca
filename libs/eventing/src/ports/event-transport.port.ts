import type { RecordedEvent } from '../envelope.ts';

/** Every topic has this many partitions, for life. The key is the stream. */
export const partitionCount = 24;

/** A message as read: an event, or bytes that are none (it parks its key, nothing else). */
export type Delivered =
  | { readonly offset: number; readonly event: RecordedEvent }
  | { readonly offset: number; readonly malformed: { readonly stream: string; readonly reason: string; readonly raw: string } };

/** Consecutive messages of one partition. */
export interface Batch {
  readonly topic: string;
  readonly partition: number;
  /** Offset of the first message that was read; messages may be fewer than offsets. */
  readonly firstOffset: number;
  /** Where to continue once the batch is done. */
  readonly nextOffset: number;
  /** End of the partition as known now: `nextOffset === highWatermark` means caught up. */
  readonly highWatermark: number;
  readonly messages: readonly Delivered[];
  /** Epoch of the log these messages were read from. */
  readonly logEpoch: number;
  /** True once another member owns the partition or the consumer stops: give up, nothing of the batch may be stored. */
  isStale(): boolean;
  /** Keeps the membership alive during long work. */
  heartbeat(): Promise<void>;
}

export interface Consumer {
  /** Permanent name of the group. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Where to start a partition: the stored checkpoint is the truth, the group's offset only a hint. Of those that fall to it together all are asked for before an answer is awaited. */
  resume(topic: string, partition: number): Promise<number>;
  /** Told that a partition begun before has fallen to another member, or is not read any more. */
  lost?(topic: string, partition: number): void;
  /**
   * Resolves with the offset to continue from (normally `nextOffset`; a lower one reads again).
   * When it throws, the same batch comes again after a backoff, for ever: an outage skips nothing.
   */
  handle(batch: Batch): Promise<number>;
}

export interface Consumption {
  /** Ends with the batch in work. */
  stop(): Promise<void>;
  /** Asks a partition to be read again from its checkpoint (`resume` is asked anew). */
  rewind(): Promise<void>;
  /** Milliseconds since the consumer last made progress or knew itself to be caught up. */
  stalledFor(): number;
}

/**
 * Delivers the events of topics to groups of consumers: at least once, each stream in order, each partition to one member of a group at a time.
 * Topics are named `<context>` and `<context>.restricted`; the adapter maps them to its own names.
 */
export interface EventTransport {
  consume(consumer: Consumer): Promise<Consumption>;
  /** The first offset each partition of a topic still has. */
  starts(topic: string): Promise<readonly number[]>;
  /** Offsets at the end of each partition now, by topic. */
  ends(topic: string): Promise<readonly number[]>;
  close(): Promise<void>;
}
