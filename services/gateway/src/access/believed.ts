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

  read(key: string, ask: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(key);
    const now = this.elapsed();
    if (known && now - known.readAt < this.believeMs) return known.value;
    const value = ask().catch((error: unknown) => this.#instead(key, fresh, known, error));
    const fresh: Known<Value> = { value, readAt: now };
    this.#keep(key, fresh);
    return value;
  }

  /** The answer before, for everybody who waited for this one. @throws what the source said, unless it is away and that answer still good. */
  #instead(key: string, failed: Known<Value>, before: Known<Value> | undefined, error: unknown): Promise<Value> {
    const stillGood = before !== undefined && isOutage(error) && this.elapsed() - before.readAt < this.failClosedMs;
    if (this.#known.get(key) === failed) {
      if (stillGood) this.#known.set(key, before);
      else this.#known.delete(key);
    }
    if (!stillGood) throw error;
    return before.value;
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
