import type { BackoffLimits } from '@zhitong/eventing';
import { backoffMs } from '@zhitong/eventing';
import type { Topic } from './topic.ts';

/** Where one member stands in one partition. */
export interface Place {
  readonly topic: Topic;
  readonly partition: number;
  /** Undefined until the stored checkpoint is known. */
  next: number | undefined;
  /** The offset the consumer has confirmed last. */
  confirmed: number;
  /** The consumer was told last that it stands at the end. */
  arrived: boolean;
  failures: number;
  /** Not tried again before, on the monotonic clock. */
  notBefore: number;
  /** Since when there is work without progress; undefined while caught up. */
  behindSince: number | undefined;
}

export const placeOf = (topic: Topic, partition: number): Place => ({
  topic,
  partition,
  next: undefined,
  confirmed: 0,
  arrived: false,
  failures: 0,
  notBefore: 0,
  behindSince: performance.now(),
});

/** The consumer has taken what lies before an offset, knowing where the log ended. */
export function progressed(place: Place, next: number, end: number): void {
  place.next = next;
  place.confirmed = next;
  place.arrived = next === end;
  place.failures = 0;
  place.behindSince = performance.now();
}

/** Milliseconds until the next try. */
export function failed(place: Place, limits: BackoffLimits): number {
  place.failures += 1;
  place.behindSince ??= performance.now();
  const wait = backoffMs(place.failures, limits);
  place.notBefore = performance.now() + wait;
  return wait;
}

/** Asks for the stored checkpoint. @throws {RangeError} when it lies beyond the log: the log was damaged or replaced. */
export async function findPlace(place: Place, resume: (topic: string, partition: number) => Promise<number>): Promise<void> {
  const { topic, partition } = place;
  const offset = await resume(topic.name, partition);
  const end = topic.end();
  if (offset > end) {
    throw new RangeError(`the checkpoint ${offset} of ${topic.name}/${partition} lies beyond the end ${end} of the log`);
  }
  place.next = offset;
  place.confirmed = offset;
  place.failures = 0;
}
