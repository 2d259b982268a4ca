/**
 * Versions at which a durable commit is known to end, the newest of each stream. Commits are never removed, so such a fact stays
 * true; a stale one only means that the next version is taken already.
 */
export class KnownEnds {
  readonly #halfLimit: number;
  /** Two generations: when the recent one is full it becomes the former one, and whoever was not used since is forgotten. */
  #recent = new Map<string, number>();
  #former = new Map<string, number>();

  constructor(limit = 100_000) {
    this.#halfLimit = limit / 2;
  }

  has(stream: string, version: number): boolean {
    return version === 0 || this.#newest(stream) === version;
  }

  add(stream: string, version: number): void {
    this.#recent.set(stream, Math.max(version, this.#newest(stream)));
    if (this.#recent.size < this.#halfLimit) return;
    this.#former = this.#recent;
    this.#recent = new Map();
  }

  #newest(stream: string): number {
    return this.#recent.get(stream) ?? this.#former.get(stream) ?? 0;
  }
}
