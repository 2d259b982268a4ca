import { eventually } from '@zhitong/testing/eventually.ts';
import { setTimeout as wait } from 'node:timers/promises';

type Reader = ReadableStreamDefaultReader<Uint8Array>;

const againMs = 500;

/** One live stream as a browser tab holds it, with all it was told. */
export class Watch {
  readonly #heard = new Set<string>();
  #id = '';
  #rest = '';
  #left = false;
  #closed = false;

  private constructor(
    private readonly address: string,
    private readonly headers: Readonly<Record<string, string>>,
    private reader: Reader,
  ) {}

  /** Ends when it is let go. */
  static async open(url: string, topics: readonly string[], headers: Readonly<Record<string, string>>): Promise<Watch> {
    const watch = await Watch.#opened(url, topics, headers);
    void watch.#read().then(() => (watch.#closed = true));
    return watch;
  }

  /** Comes back with its last id whenever it is let go, until it leaves. */
  static async keep(url: string, topics: readonly string[], headers: Readonly<Record<string, string>>): Promise<Watch> {
    const watch = await Watch.#opened(url, topics, headers);
    void watch.#comeBack();
    return watch;
  }

  static async #opened(url: string, topics: readonly string[], headers: Readonly<Record<string, string>>): Promise<Watch> {
    const address = `${url}/api/v1/stream?topics=${topics.join(',')}`;
    return new Watch(address, headers, await readerAt(address, headers));
  }

  leave(): Promise<void> {
    this.#left = true;
    return this.reader.cancel();
  }

  async #comeBack(): Promise<void> {
    for (;;) {
      await this.#read();
      if (this.#left) return;
      this.#rest = '';
      await eventually(async () => (await wait(againMs), (this.reader = await readerAt(this.address, { ...this.headers, 'last-event-id': this.#id }))));
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether all up to a message was looked at; heartbeats tell it. */
  passed(id: string): boolean {
    const [[at, sequence], [lastAt, lastSequence]] = [numbered(id), numbered(this.#id)];
    return this.#closed || lastAt > at || (lastAt === at && lastSequence >= sequence);
  }

  heard(id: string): boolean {
    return this.#heard.has(id);
  }

  async #read(): Promise<void> {
    for (;;) {
      const { done, value } = await this.reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) break;
      const lines = (this.#rest + Buffer.from(value).toString()).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#take(line);
    }
  }

  #take(line: string): void {
    if (line.startsWith('id: ')) this.#id = line.slice('id: '.length);
    if (line === 'event: hint') this.#heard.add(this.#id);
  }
}

async function readerAt(address: string, headers: Readonly<Record<string, string>>): Promise<Reader> {
  const response = await fetch(address, { headers });
  if (!response.ok || response.body === null) throw new Error(`No stream: ${String(response.status)} ${await response.text()}`);
  return response.body.getReader();
}

/** Ids are `<ms>-<sequence>`. */
const numbered = (id: string): readonly [number, number] => {
  const [at = '0', sequence = '0'] = id.split('-');
  return [Number(at), Number(sequence)];
};
