import { randomUUID } from 'node:crypto';
import { apart, describe, pause, type ChannelListener, type Log } from '@zhitong/eventing';
import { connecting, newClient, type Client, type Connection } from './connection.ts';

interface Heard {
  /** Id of the newest message passed on. */
  last: string;
  readonly ears: Set<Ear>;
}

interface Ear {
  /** Id of the newest message when it began to listen. */
  readonly since: string;
  readonly hear: ChannelListener;
}

/** As the client's compatible reply is, which its types leave open. */
interface ReadStream {
  readonly name: string;
  readonly messages: readonly { readonly id: string; readonly message: Readonly<Record<string, string>> }[];
}

const beginning = '0-0';

const blockMs = 2_000;
const retryMs = 200;

/** Reads the channels that are listened to, on a connection of its own because it waits there for messages. */
export class ChannelReader {
  readonly #url: string;
  readonly #log: Log;
  readonly #commands: Connection;
  readonly #channels = new Map<string, Heard>();
  /** Read beside the channels; an entry ends the wait, so that a new channel is read at once. */
  readonly #wakeKey: string;
  #client: Client | undefined;
  #wakeId = beginning;
  readonly #ending = new AbortController();

  constructor(url: string, prefix: string, commands: Connection, log: Log) {
    this.#url = url;
    this.#log = log;
    this.#commands = commands;
    this.#wakeKey = `${prefix}wake:${randomUUID()}`;
  }

  /** Passes on what comes after the newest message that is there now. */
  async listen(key: string, listener: ChannelListener): Promise<() => Promise<void>> {
    const newest = await this.#commands.ask((client) => client.xRevRange(key, '+', '-', { COUNT: 1 }));
    const ear = { since: newest?.[0]?.id ?? beginning, hear: apart(listener, this.#log) };
    const channel = this.#channels.get(key) ?? { last: ear.since, ears: new Set() };
    channel.ears.add(ear);
    this.#channels.set(key, channel);
    const end = async (): Promise<void> => {
      channel.ears.delete(ear);
      if (channel.ears.size === 0) this.#channels.delete(key);
    };
    try {
      await this.#wake();
    } catch (error) {
      await end();
      throw error;
    }
    return end;
  }

  async #wake(): Promise<void> {
    if (this.#client === undefined) {
      const client = newClient(this.#url, this.#log, 3 * blockMs);
      this.#client = client;
      void connecting(client, this.#log).then(() => this.#read(client));
      return;
    }
    await this.#commands.ask((client) =>
      client
        .multi()
        .xAdd(this.#wakeKey, '*', { w: '' })
        .pExpire(this.#wakeKey, 10 * blockMs)
        .exec(),
    );
  }

  async #read(client: Client): Promise<void> {
    while (!this.#ending.signal.aborted) {
      try {
        await this.#readOnce(client);
      } catch (error) {
        await this.#recover(error);
      }
    }
  }

  async #readOnce(client: Client): Promise<void> {
    const keys = [{ key: this.#wakeKey, id: this.#wakeId }, ...[...this.#channels].map(([key, { last }]) => ({ key, id: last }))];
    const streams = (await client.xRead(keys, { BLOCK: blockMs, COUNT: 1_000 })) as readonly ReadStream[] | null;
    for (const { name, messages } of streams ?? []) for (const { id, message } of messages) this.#pass(name, id, message['m']);
  }

  /** The connection comes back by itself, and reading goes on behind the last message that was passed on. */
  async #recover(error: unknown): Promise<void> {
    if (this.#ending.signal.aborted) return;
    this.#log.warn({ reason: describe(error) }, 'The channels cannot be read, trying again');
    await pause(retryMs, this.#ending.signal);
  }

  #pass(key: string, id: string, message: string | undefined): void {
    if (key === this.#wakeKey) this.#wakeId = id;
    const channel = this.#channels.get(key);
    if (channel === undefined || message === undefined) return;
    if (isAfter(id, channel.last)) channel.last = id;
    for (const { since, hear } of channel.ears) if (isAfter(id, since)) hear(id, message);
  }

  close(): void {
    this.#ending.abort();
    this.#client?.destroy();
  }
}

/** Of two ids `<ms>-<sequence>`. */
function isAfter(id: string, other: string): boolean {
  const [ms = 0, sequence = 0] = id.split('-').map(Number);
  const [otherMs = 0, otherSequence = 0] = other.split('-').map(Number);
  return ms === otherMs ? sequence > otherSequence : ms > otherMs;
}
