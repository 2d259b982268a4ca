/**
 * Versions at which a durable commit is known to end, the newest of each stream. Commits are never removed, so such a fact stays
 * true; a stale one only means that the next version is taken already.
 */
export class KnownEnds {
  readonly #ends = new Map<string, number>();
  readonly #limit: number;

  constructor(limit = 50_000) {
    this.#limit = limit;
  }

  has(stream: string, version: number): boolean {
    return version === 0 || this.#ends.get(stream) === version;
  }

  add(stream: string, version: number): void {
    const newest = Math.max(version, this.#ends.get(stream) ?? 0);
    this.#ends.delete(stream);
    this.#ends.set(stream, newest);
    if (this.#ends.size <= this.#limit) return;
    for (const [oldest] of this.#ends) {
      this.#ends.delete(oldest);
      return;
    }
  }
}
