import type { ServerResponse } from 'node:http';
import type { Caller } from '../access/caller.ts';
import type { ChannelAccess } from './channel-access.ts';
import type { LiveHub, LiveMessage } from './live-hub.ts';

/** A reader this far behind is let go: it comes back with its last id and catches up. */
const mostWaiting = 1_000;
const mostBuffered = 64 * 1024;

export interface LiveStreamOptions {
  readonly hub: LiveHub;
  readonly access: ChannelAccess;
  readonly topics: ReadonlySet<string>;
  readonly lastEventId: string | undefined;
  /** The caller as of now; undefined once the session has ended. */
  readonly caller: () => Promise<Caller | undefined>;
  readonly heartbeatMs: number;
  readonly recheckMs: number;
  readonly ended: (error?: unknown) => void;
}

/** Hints to one browser tab, in order, each only if its caller may read what it is about. */
export class LiveStream {
  readonly #timers: NodeJS.Timeout[] = [];
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #lastId: string | undefined;
  #unlisten: (() => void) | undefined;
  #closed = false;

  constructor(
    private readonly out: ServerResponse,
    private readonly options: LiveStreamOptions,
  ) {
    this.#lastId = options.lastEventId ?? options.hub.newest;
  }

  start(): void {
    // Who went away before they were let in is told of no more.
    if (this.out.destroyed) return this.close();
    const { hub, heartbeatMs, recheckMs, lastEventId } = this.options;
    this.out.on('close', () => this.close());
    this.#enqueue(() => this.#replay(lastEventId));
    this.#unlisten = hub.listen((message) => this.#enqueue(() => this.#hint(message)));
    this.#timers.push(setInterval(() => this.#tellPlace('heartbeat'), heartbeatMs));
    this.#timers.push(setInterval(() => this.#enqueue(() => this.#recheck()), recheckMs));
    this.#tellPlace('open');
  }

  close(error?: unknown): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#unlisten?.();
    this.out.end();
    this.options.ended(error);
  }

  /** One after the other: a hint never overtakes the replay. */
  #enqueue(work: () => Promise<void>): void {
    if (this.#closed) return;
    if (this.#waiting >= mostWaiting) return this.close();
    this.#waiting += 1;
    this.#tail = this.#tail
      .then(() => (this.#closed ? undefined : work()))
      .catch((error: unknown) => this.close(error))
      .finally(() => (this.#waiting -= 1));
  }

  #replayed: ReadonlySet<string> = new Set();

  async #replay(lastEventId: string | undefined): Promise<void> {
    if (lastEventId === undefined) return;
    const missed = await this.options.hub.since(lastEventId);
    if (missed === undefined) return this.#write('event: reload\ndata: {}\n\n');
    for (const message of missed) await this.#hint(message);
    this.#replayed = new Set(missed.map(({ id }) => id));
  }

  async #hint({ id, channels }: LiveMessage): Promise<void> {
    if (this.#replayed.has(id)) return;
    const names = await this.#heard(channels.filter(({ name }) => this.options.topics.has(name)));
    // Only now: while nobody can tell what may be heard, a heartbeat must not tell a place behind it.
    this.#lastId = id;
    if (names.length > 0) this.#write(`id: ${id}\nevent: hint\ndata: ${JSON.stringify({ channels: names })}\n\n`);
  }

  /** The names of those channels that the caller may hear now. */
  async #heard(asked: LiveMessage['channels']): Promise<readonly string[]> {
    if (asked.length === 0) return [];
    const { access, caller } = this.options;
    const now = await caller();
    if (!now) return (this.close(), []);
    const allowed = await Promise.all(asked.map(async (channel) => ((await access.allows(channel, now)) ? [channel.name] : [])));
    return [...new Set(allowed.flat())];
  }

  async #recheck(): Promise<void> {
    if (!(await this.options.caller())) this.close();
  }

  /** Where this reader is, though nothing was meant for it: it comes back from here, and misses nothing meanwhile. */
  #tellPlace(why: 'open' | 'heartbeat'): void {
    this.#write(`: ${why}\n${this.#lastId === undefined ? '' : `id: ${this.#lastId}\n`}\n`);
  }

  #write(text: string): void {
    if (this.#closed) return;
    if (this.out.writableLength > mostBuffered) return this.close();
    this.out.write(text);
  }
}
