import {
  apart,
  keptMessages,
  silentLog,
  taken,
  type Bucket,
  type BucketLimits,
  type ChannelListener,
  type ChannelMessage,
  type EphemeralStore,
  type Log,
} from '@zhitong/eventing';
import { Channel } from './channel.ts';
import { ExpiringMap } from './expiring-map.ts';
import { ExpiringSet } from './expiring-set.ts';

/** What the stores of one process share. */
export class EphemeralMemory {
  readonly now: () => number;
  readonly values: ExpiringMap<string>;
  readonly buckets: ExpiringMap<Bucket>;
  readonly hits: ExpiringMap<number>;
  readonly sets: ExpiringMap<ExpiringSet>;
  readonly channels = new Map<string, Channel>();

  constructor(now: () => number = Date.now) {
    this.now = now;
    this.values = new ExpiringMap(now);
    this.buckets = new ExpiringMap(now);
    this.hits = new ExpiringMap(now);
    this.sets = new ExpiringMap(now);
  }

  channel(name: string): Channel {
    const channel = this.channels.get(name) ?? new Channel();
    this.channels.set(name, channel);
    return channel;
  }
}

export interface MemoryEphemeralStoreOptions {
  readonly memory?: EphemeralMemory;
  /** Keeps the keys of a service apart from those of others. */
  readonly prefix?: string;
  readonly log?: Log;
}

/** For the runtime of one process: what another process would see does not exist. */
export function openMemoryEphemeralStore({ memory = new EphemeralMemory(), prefix = '', log = silentLog }: MemoryEphemeralStoreOptions = {}): EphemeralStore {
  return new MemoryEphemeralStore(memory, prefix, log);
}

class MemoryEphemeralStore implements EphemeralStore {
  readonly #memory: EphemeralMemory;
  readonly #prefix: string;
  readonly #log: Log;
  readonly #endings = new Set<() => void>();

  constructor(memory: EphemeralMemory, prefix: string, log: Log) {
    this.#memory = memory;
    this.#prefix = prefix;
    this.#log = log;
  }

  async get(key: string): Promise<string | undefined> {
    return this.#memory.values.get(this.#prefix + key);
  }

  async set(key: string, value: string, ttlMs: number, options: { readonly onlyIfAbsent?: boolean } = {}): Promise<boolean> {
    const { values } = this.#memory;
    if (options.onlyIfAbsent === true && values.get(this.#prefix + key) !== undefined) return false;
    values.set(this.#prefix + key, value, ttlMs);
    return true;
  }

  async delete(...keys: readonly string[]): Promise<void> {
    const { values, buckets, hits, sets } = this.#memory;
    for (const key of keys) for (const kind of [values, buckets, hits, sets]) kind.delete(this.#prefix + key);
  }

  async take(key: string): Promise<string | undefined> {
    const value = this.#memory.values.get(this.#prefix + key);
    this.#memory.values.delete(this.#prefix + key);
    return value;
  }

  async include(name: string, member: string, ttlMs: number): Promise<void> {
    const { sets, now } = this.#memory;
    const set = sets.get(this.#prefix + name) ?? new ExpiringSet(now);
    sets.set(this.#prefix + name, set, set.include(member, ttlMs));
  }

  async exclude(name: string, ...members: readonly string[]): Promise<void> {
    this.#memory.sets.get(this.#prefix + name)?.exclude(members);
  }

  async members(name: string): Promise<readonly string[]> {
    return this.#memory.sets.get(this.#prefix + name)?.members() ?? [];
  }

  async allow(key: string, limits: BucketLimits) {
    const { buckets, now } = this.#memory;
    const { left, ...answer } = taken(buckets.get(this.#prefix + key), limits, now());
    buckets.set(this.#prefix + key, left, Math.ceil((limits.capacity / limits.perSecond) * 1000));
    return answer;
  }

  async hit(key: string, windowMs: number): Promise<number> {
    const { hits } = this.#memory;
    const count = (hits.get(this.#prefix + key) ?? 0) + 1;
    if (count === 1) hits.set(this.#prefix + key, count, windowMs);
    else hits.replace(this.#prefix + key, count);
    return count;
  }

  async publish(name: string, message: string, kept = keptMessages): Promise<string> {
    const channel = this.#memory.channel(this.#prefix + name);
    const id = channel.append(message, this.#memory.now(), kept);
    for (const listener of channel.listeners)
      queueMicrotask(() => {
        listener(id, message);
      });
    return id;
  }

  async listen(name: string, listener: ChannelListener): Promise<() => Promise<void>> {
    const { listeners } = this.#memory.channel(this.#prefix + name);
    let ended = false;
    const call = apart(listener, this.#log);
    const hear: ChannelListener = (id, message) => {
      if (!ended) call(id, message);
    };
    const end = (): void => {
      ended = true;
      listeners.delete(hear);
      this.#endings.delete(end);
    };
    listeners.add(hear);
    this.#endings.add(end);
    return async () => {
      end();
    };
  }

  async since(name: string, id: string, limit: number): Promise<readonly ChannelMessage[] | undefined> {
    return this.#memory.channels.get(this.#prefix + name)?.since(id, limit);
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {
    for (const end of this.#endings) end();
  }
}
