import { isOutage } from '@zhitong/eventing';

interface Known<Value> {
  readonly value: Promise<Value>;
  readonly readAt: number;
}

/** Answers that are believed for a moment, read once for all who ask meanwhile. While their source is away they serve a little longer, then not at all. */
export class Believed<Value> {
  readonly #known = new Map<string, Known<Value>>();

  constructor(
    private readonly believeMs: number,
    private readonly failClosedMs: number,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  async read(key: string, ask: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(key);
    const now = this.elapsed();
    if (known && now - known.readAt < this.believeMs) return known.value;
    const fresh: Known<Value> = { value: ask(), readAt: now };
    this.#keep(key, fresh);
    try {
      return await fresh.value;
    } catch (error) {
      if (this.#known.get(key) === fresh) this.#known.delete(key);
      const stillGood = known !== undefined && isOutage(error) && this.elapsed() - known.readAt < this.failClosedMs;
      if (!stillGood) throw error;
      if (!this.#known.has(key)) this.#known.set(key, known);
      return known.value;
    }
  }

  /** The oldest go first: the map stays as large as the moment needs. */
  #keep(key: string, fresh: Known<Value>): void {
    this.#known.delete(key);
    this.#known.set(key, fresh);
    for (const [old, { readAt }] of this.#known) {
      if (fresh.readAt - readAt < this.failClosedMs) break;
      this.#known.delete(old);
    }
  }
}
