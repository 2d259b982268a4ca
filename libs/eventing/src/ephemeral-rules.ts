import type { BucketLimits, ChannelListener } from './ports/ephemeral-store.port.ts';
import type { Log } from './ports/log.port.ts';

/** A channel keeps so many messages unless its publisher says otherwise, and none for longer. */
export const keptMessages = 100_000;
export const keptMs = 24 * 3_600_000;

export interface Bucket {
  readonly tokens: number;
  /** When it held so many, ms. */
  readonly at: number;
}

/** Takes a token out of a bucket, which has filled up since and is full at first; what is left in it. */
export function taken(before: Bucket | undefined, { capacity, perSecond }: BucketLimits, now: number) {
  const { tokens, at } = before ?? { tokens: capacity, at: now };
  const filled = Math.min(capacity, tokens + (Math.max(0, now - at) * perSecond) / 1000);
  const allowed = filled >= 1;
  const left: Bucket = { tokens: allowed ? filled - 1 : filled, at: now };
  return { left, allowed, retryAfterMs: allowed ? 0 : Math.ceil(((1 - left.tokens) / perSecond) * 1000) };
}

/** The same listener, whose fault is not that of the others nor of the publisher. */
export const apart =
  (listener: ChannelListener, log: Log): ChannelListener =>
  (id, message) => {
    try {
      listener(id, message);
    } catch (error) {
      log.error({ error, id }, 'A listener failed');
    }
  };
