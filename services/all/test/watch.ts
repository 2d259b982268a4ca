/** One live stream as a browser tab holds it, with all it was told. */
export class Watch {
  readonly #heard = new Set<string>();
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #id = '';
  #rest = '';
  #closed = false;

  private constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
    void this.#read();
  }

  static async open(url: string, topics: readonly string[], headers: Readonly<Record<string, string>>): Promise<Watch> {
    const response = await fetch(`${url}/api/v1/stream?topics=${topics.join(',')}`, { headers });
    if (!response.ok || response.body === null) throw new Error(`No stream: ${String(response.status)} ${await response.text()}`);
    return new Watch(response.body);
  }

  leave(): Promise<void> {
    return this.#reader.cancel();
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
      const { done, value } = await this.#reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || value === undefined) break;
      const lines = (this.#rest + Buffer.from(value).toString()).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#take(line);
    }
    this.#closed = true;
  }

  #take(line: string): void {
    if (line.startsWith('id: ')) this.#id = line.slice('id: '.length);
    if (line === 'event: hint') this.#heard.add(this.#id);
  }
}

/** Ids are `<ms>-<sequence>`. */
const numbered = (id: string): readonly [number, number] => {
  const [at = '0', sequence = '0'] = id.split('-');
  return [Number(at), Number(sequence)];
};
