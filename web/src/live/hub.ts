import { SseParser } from './sse.ts';

/** What changed, never what it is: whoever shows it asks again. */
export interface Hint {
  readonly channels: readonly string[];
}
/** `polling`: no stream gets through, pages ask every 15 seconds and say so. */
export type LiveMode = 'connecting' | 'live' | 'polling';
type Message =
  | { readonly kind: 'topics'; readonly tab: string; readonly topics: readonly string[] }
  | { readonly kind: 'hint'; readonly hint: Hint }
  | { readonly kind: 'mode'; readonly mode: LiveMode }
  | { readonly kind: 'who' };

const silence = 40_000;
const backoff = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
const streamAddress = '/api/v1/stream';
const isHint = (value: unknown): value is Hint => typeof value === 'object' && value !== null && 'channels' in value && Array.isArray(value.channels);

/** One stream per browser: the tab that holds the lock reads it and passes hints on to the others. */
export class LiveHub {
  readonly #tab = crypto.randomUUID();
  readonly #channel = new BroadcastChannel('zhitong-live');
  readonly #wanted = new Map<string, readonly string[]>();
  readonly #listeners = new Map<(hint: Hint) => void, readonly string[]>();
  readonly #modeListeners = new Set<() => void>();
  #mode: LiveMode = 'connecting';
  #leading = false;
  #started = false;
  #open = new AbortController();
  #lastEventId: string | null = null;

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => this.#take(data));
    addEventListener('pagehide', () => this.#tell({ kind: 'topics', tab: this.#tab, topics: [] }));
    this.#tell({ kind: 'who' });
    void navigator.locks.request('zhitong-live', async () => {
      this.#leading = true;
      this.#tell({ kind: 'who' });
      for (let failures = 0; ;) failures = (await this.#read()) ? 0 : await this.#failed(failures);
    });
  }

  get mode(): LiveMode {
    return this.#mode;
  }
  onMode(listener: () => void): () => void {
    this.#modeListeners.add(listener);
    return () => this.#modeListeners.delete(listener);
  }

  listen(topics: readonly string[], listener: (hint: Hint) => void): () => void {
    this.#listeners.set(listener, topics);
    this.#want();
    return () => {
      this.#listeners.delete(listener);
      this.#want();
    };
  }

  #want(): void {
    const topics = [...new Set([...this.#listeners.values()].flat())].sort();
    this.#take({ kind: 'topics', tab: this.#tab, topics });
    this.#tell({ kind: 'topics', tab: this.#tab, topics });
  }

  #take(message: Message): void {
    switch (message.kind) {
      case 'topics': {
        const before = this.#topics();
        this.#wanted.set(message.tab, message.topics);
        if (this.#leading && before !== this.#topics()) this.#open.abort();
        return;
      }
      case 'hint':
        for (const [listener, topics] of this.#listeners) if (topics.some((topic) => message.hint.channels.includes(topic))) listener(message.hint);
        return;
      case 'mode':
        return this.#show(message.mode);
      case 'who':
        this.#tell({ kind: 'topics', tab: this.#tab, topics: this.#wanted.get(this.#tab) ?? [] });
        if (this.#leading) this.#tell({ kind: 'mode', mode: this.#mode });
    }
  }

  #topics(): string {
    return [...new Set([...this.#wanted.values()].flat())].sort().join(',');
  }

  /** Reads until the stream ends. True when it ended for another set of topics. */
  async #read(): Promise<boolean> {
    const topics = this.#topics();
    this.#open = new AbortController();
    if (topics === '') return this.#idle();
    const watchdog = new Watchdog(silence, () => this.#open.abort(quiet));
    try {
      const headers = this.#lastEventId === null ? {} : { 'Last-Event-ID': this.#lastEventId };
      const response = await fetch(`${streamAddress}?${new URLSearchParams({ topics })}`, {
        headers: { Accept: 'text/event-stream', ...headers },
        credentials: 'same-origin',
        signal: this.#open.signal,
      });
      if (!response.ok || response.body === null) return false;
      await this.#consume(response.body, watchdog);
      return false;
    } catch {
      // Whatever ended the stream, the way on is the same: open it again, or poll.
      return this.#open.signal.aborted && this.#open.signal.reason !== quiet;
    } finally {
      watchdog.stop();
    }
  }

  #idle(): Promise<boolean> {
    return new Promise((resolve) => this.#open.signal.addEventListener('abort', () => resolve(true), { once: true }));
  }

  async #consume(body: ReadableStream<Uint8Array>, watchdog: Watchdog): Promise<void> {
    const reader = body.getReader();
    const text = new TextDecoder();
    const parser = new SseParser();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      watchdog.feed();
      this.#show('live');
      for (const { id, event, data } of parser.push(text.decode(part.value, { stream: true }))) {
        if (id !== null) this.#lastEventId = id;
        const hint = hintIn(event, data, this.#topics());
        if (hint === null) continue;
        this.#take({ kind: 'hint', hint });
        this.#tell({ kind: 'hint', hint });
      }
    }
  }

  async #failed(failures: number): Promise<number> {
    this.#show('polling');
    await new Promise((resolve) => setTimeout(resolve, backoff[Math.min(failures, backoff.length - 1)]));
    return failures + 1;
  }

  #show(mode: LiveMode): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    if (this.#leading) this.#tell({ kind: 'mode', mode });
    for (const listener of this.#modeListeners) listener();
  }

  #tell(message: Message): void {
    this.#channel.postMessage(message);
  }
}

/** After too long an absence nobody knows what was missed: everything listened to is asked for again. */
function hintIn(event: string, data: string, topics: string): Hint | null {
  if (event === 'reload') return { channels: topics.split(',') };
  const hint: unknown = event === 'hint' ? JSON.parse(data) : null;
  return isHint(hint) ? hint : null;
}

const quiet = new DOMException('No heartbeat', 'TimeoutError');

class Watchdog {
  #timer: ReturnType<typeof setTimeout>;
  constructor(
    private readonly milliseconds: number,
    private readonly onSilence: () => void,
  ) {
    this.#timer = setTimeout(onSilence, milliseconds);
  }
  feed(): void {
    this.stop();
    this.#timer = setTimeout(this.onSilence, this.milliseconds);
  }
  stop(): void {
    clearTimeout(this.#timer);
  }
}
