import { backoffMs, pause, type BackoffLimits } from '@zhitong/eventing';

export interface OffsetRange {
  readonly low: number;
  readonly high: number;
}

/** One partition as long as this member owns it; a new assignment or a rewind makes a new one. */
export interface Assigned {
  readonly topic: string;
  readonly partition: number;
  /** Undefined until the stored checkpoint is known. */
  next: number | undefined;
  /** The checkpoint that was compared with the range of the log. */
  verified: number | undefined;
  /** End of the partition as known last. */
  end: number;
  logEpoch: number | undefined;
  failures: number;
  /** Since when there is work without progress; undefined while caught up. */
  behindSince: number | undefined;
  /** The batch in work, settled when it has ended. */
  work: Promise<void>;
  readonly dropped: AbortController;
}

export const assignedOf = (topic: string, partition: number, work: Promise<void>): Assigned => ({
  topic,
  partition,
  work,
  next: undefined,
  verified: undefined,
  end: 0,
  logEpoch: undefined,
  failures: 0,
  behindSince: performance.now(),
  dropped: new AbortController(),
});

export function progressed(part: Assigned, next: number): void {
  part.next = next;
  part.failures = 0;
  part.behindSince = next >= part.end ? undefined : performance.now();
}

export function failed(part: Assigned, limits: BackoffLimits): number {
  part.failures += 1;
  part.behindSince ??= performance.now();
  return backoffMs(part.failures, limits);
}

export interface Placing {
  resume(part: Assigned): Promise<number>;
  /** `fresh`: asked of the broker now. */
  range(part: Assigned, fresh: boolean): Promise<OffsetRange>;
  onFailure(part: Assigned, error: unknown): number;
}

/** Asks for the checkpoint until it is known and lies in the log, or the partition is no longer ours. */
export async function findPlace(part: Assigned, placing: Placing): Promise<void> {
  const { signal } = part.dropped;
  await part.work;
  while (!signal.aborted) {
    try {
      const offset = await placing.resume(part);
      const { high } = await inRange(part, offset, placing);
      if (signal.aborted) return;
      part.end = high;
      part.verified = offset;
      progressed(part, offset);
      return;
    } catch (error) {
      await pause(placing.onFailure(part, error), signal);
    }
  }
}

/** Outside of the log kafkajs would jump to its beginning without a word. */
async function inRange(part: Assigned, offset: number, placing: Placing): Promise<OffsetRange> {
  const known = await placing.range(part, false);
  const range = offset > known.high ? await placing.range(part, true) : known;
  if (offset >= range.low && offset <= range.high) return range;
  throw new RangeError(
    `the checkpoint ${offset} of ${part.topic}/${part.partition} lies outside of the log, which reaches from ${range.low} to ${range.high}: ` +
      'the topic was truncated or replaced, rebuild from its beginning',
  );
}
