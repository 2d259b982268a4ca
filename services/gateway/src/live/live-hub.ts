import type { EphemeralStore, Log } from '@zhitong/eventing';
import { z } from 'zod';

export interface LiveChannel {
  readonly name: string;
  /** The organization it belongs to, where whoever published it knew. */
  readonly organizationId: string | undefined;
}
export interface LiveMessage {
  readonly id: string;
  readonly channels: readonly LiveChannel[];
}

const topic = 'live';
const longestReplay = 10_000;

const channel = z.union([
  z.string().transform((name): LiveChannel => ({ name, organizationId: undefined })),
  z.object({ name: z.string(), organizationId: z.string() }).transform((given): LiveChannel => given),
]);
const published = z.object({ channels: z.array(channel) });

/** Hears once for all streams of this gateway. */
export class LiveHub {
  readonly #listeners = new Set<(message: LiveMessage) => void>();
  #unlisten: (() => Promise<void>) | undefined;
  #newest: string | undefined;

  constructor(
    private readonly store: EphemeralStore,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    this.#unlisten = await this.store.listen(topic, (id, text) => {
      this.#newest = id;
      const message = this.#parse(id, text);
      if (message) for (const listener of this.#listeners) listener(message);
    });
  }

  async stop(): Promise<void> {
    await this.#unlisten?.();
  }

  listen(listener: (message: LiveMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Where somebody begins who listens from now on; undefined before the first message. */
  get newest(): string | undefined {
    return this.#newest;
  }

  /** What came after an id; undefined when that cannot be told any more. */
  async since(id: string): Promise<readonly LiveMessage[] | undefined> {
    const kept = await this.store.since(topic, id, longestReplay + 1);
    if (kept === undefined || kept.length > longestReplay) return undefined;
    return kept.flatMap(({ id: own, message }) => this.#parse(own, message) ?? []);
  }

  #parse(id: string, text: string): LiveMessage | undefined {
    const read = published.safeParse(parsed(text));
    if (read.success) return { id, channels: read.data.channels };
    this.log.warn({ topic }, 'A live message is none');
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
