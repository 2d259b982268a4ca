import {
  keptMessages,
  keptMs,
  silentLog,
  type BucketLimits,
  type ChannelListener,
  type ChannelMessage,
  type EphemeralStore,
  type Log,
} from '@zhitong/eventing';
import { ChannelReader } from './channel-reader.ts';
import { Connection } from './connection.ts';
import { allowScript, hitScript, includeScript, membersScript, publishScript } from './scripts.ts';

export interface RedisEphemeralStoreOptions {
  readonly url: string;
  /** Keeps the keys of a service apart from those of others. */
  readonly prefix: string;
  readonly log?: Log;
}

/** Opens also while Redis is away: each call then fails, and succeeds once it is back. */
export async function openRedisEphemeralStore({ url, prefix, log = silentLog }: RedisEphemeralStoreOptions): Promise<EphemeralStore> {
  const connection = new Connection(url, log);
  await connection.open();
  return new RedisEphemeralStore(connection, new ChannelReader(url, prefix, connection, log), prefix);
}

class RedisEphemeralStore implements EphemeralStore {
  readonly #connection: Connection;
  readonly #reader: ChannelReader;
  readonly #prefix: string;

  constructor(connection: Connection, reader: ChannelReader, prefix: string) {
    this.#connection = connection;
    this.#reader = reader;
    this.#prefix = prefix;
  }

  #key(kind: 'value' | 'bucket' | 'hits' | 'set' | 'channel', name: string): string {
    return `${this.#prefix}${kind}:${name}`;
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#connection.ask((client) => client.get(this.#key('value', key)))) ?? undefined;
  }

  async set(key: string, value: string, ttlMs: number, options: { readonly onlyIfAbsent?: boolean } = {}): Promise<boolean> {
    const expiration = { type: 'PX', value: ttlMs } as const;
    const condition = options.onlyIfAbsent === true ? ({ condition: 'NX' } as const) : {};
    const answer = await this.#connection.ask((client) => client.set(this.#key('value', key), value, { expiration, ...condition }));
    return answer !== null;
  }

  async delete(...keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const all = keys.flatMap((key) => [this.#key('value', key), this.#key('bucket', key), this.#key('hits', key), this.#key('set', key)]);
    await this.#connection.ask((client) => client.del(all));
  }

  async take(key: string): Promise<string | undefined> {
    return (await this.#connection.ask((client) => client.getDel(this.#key('value', key)))) ?? undefined;
  }

  async include(set: string, member: string, ttlMs: number): Promise<void> {
    await this.#run(includeScript, this.#key('set', set), member, String(ttlMs));
  }

  async exclude(set: string, ...members: readonly string[]): Promise<void> {
    if (members.length > 0) await this.#connection.ask((client) => client.zRem(this.#key('set', set), [...members]));
  }

  members(set: string): Promise<readonly string[]> {
    return this.#run<readonly string[]>(membersScript, this.#key('set', set));
  }

  async allow(key: string, { capacity, perSecond }: BucketLimits) {
    const [allowed, retryAfterMs] = await this.#run<[number, number]>(allowScript, this.#key('bucket', key), String(capacity), String(perSecond));
    return { allowed: allowed === 1, retryAfterMs };
  }

  hit(key: string, windowMs: number): Promise<number> {
    return this.#run<number>(hitScript, this.#key('hits', key), String(windowMs));
  }

  publish(channel: string, message: string, kept = keptMessages): Promise<string> {
    return this.#run<string>(publishScript, this.#key('channel', channel), message, String(kept), String(keptMs));
  }

  #run<Answer>(script: string, key: string, ...args: readonly string[]): Promise<Answer> {
    return this.#connection.ask((client) => client.eval(script, { keys: [key], arguments: [...args] })) as Promise<Answer>;
  }

  listen(channel: string, listener: ChannelListener): Promise<() => Promise<void>> {
    return this.#reader.listen(this.#key('channel', channel), listener);
  }

  /** Looks for the message itself after what follows it: as long as it stands, nothing behind it was removed. */
  async since(channel: string, id: string, limit: number): Promise<readonly ChannelMessage[] | undefined> {
    if (!/^\d{1,15}-\d{1,15}$/.test(id)) return undefined;
    const key = this.#key('channel', channel);
    const [following, itself] = await this.#connection.ask((client) =>
      Promise.all([client.xRange(key, `(${id}`, '+', { COUNT: limit }), client.xRange(key, id, id)]),
    );
    if (itself === null || itself.length === 0) return undefined;
    return (following ?? []).map((entry) => ({ id: entry.id, message: entry.message['m'] ?? '' }));
  }

  async ping(): Promise<void> {
    await this.#connection.ask((client) => client.ping());
  }

  async close(): Promise<void> {
    this.#reader.close();
    this.#connection.close();
  }
}
