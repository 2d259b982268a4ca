/** Hears a message of a channel. */
export type ChannelListener = (id: string, message: string) => void;

export interface ChannelMessage {
  readonly id: string;
  readonly message: string;
}

/** A token bucket: how much it holds, and how fast it fills. */
export interface BucketLimits {
  readonly capacity: number;
  readonly perSecond: number;
}

/**
 * What may be lost: sessions, rate limits, caches, live fan-out. No fact lives here.
 * @throws {EphemeralUnavailable} when the store does not answer.
 */
export interface EphemeralStore {
  get(key: string): Promise<string | undefined>;
  /** `onlyIfAbsent`: false when the key exists. */
  set(key: string, value: string, ttlMs: number, options?: { readonly onlyIfAbsent?: boolean }): Promise<boolean>;
  /** Whatever is kept under these names but channels. */
  delete(...keys: readonly string[]): Promise<void>;
  /** Reads and deletes in one step: one-time codes. */
  take(key: string): Promise<string | undefined>;
  /** Puts a member into a set for so long, or for so long from now on: small lists that are asked for by name (the sessions of a person). */
  include(set: string, member: string, ttlMs: number): Promise<void>;
  /** Takes members out, known or not. */
  exclude(set: string, ...members: readonly string[]): Promise<void>;
  /** Members whose time is not over, in any order. */
  members(set: string): Promise<readonly string[]>;
  /** Token bucket, exact across processes. */
  allow(key: string, bucket: BucketLimits): Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;
  /** Counts events in a fixed window; the answer includes this one. */
  hit(key: string, windowMs: number): Promise<number>;

  /**
   * Appends to a channel that keeps messages for 24 h, the last 100,000 or about as many as `kept` says; ids grow. Every listener of every
   * process hears it.
   */
  publish(channel: string, message: string, kept?: number): Promise<string>;
  /** Calls back for each message published from now on; resolves with the function that ends it. */
  listen(channel: string, listener: ChannelListener): Promise<() => Promise<void>>;
  /** Messages after an id; undefined when the channel no longer reaches back that far. */
  since(channel: string, id: string, limit: number): Promise<readonly ChannelMessage[] | undefined>;
  /** @throws when the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The store does not answer; told within a second, so that callers can do without it or say so. */
export class EphemeralUnavailable extends Error {
  override readonly name = 'EphemeralUnavailable';
}
