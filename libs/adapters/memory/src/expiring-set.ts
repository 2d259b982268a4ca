/** A small set whose members end by themselves. */
export class ExpiringSet {
  readonly #until = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** Answers for how many ms the set still has a member. */
  include(member: string, ttlMs: number): number {
    const now = this.now();
    for (const [other, until] of this.#until) if (until <= now) this.#until.delete(other);
    this.#until.set(member, now + ttlMs);
    return Math.max(...this.#until.values()) - now;
  }

  exclude(members: readonly string[]): void {
    for (const member of members) this.#until.delete(member);
  }

  members(): readonly string[] {
    const now = this.now();
    return [...this.#until].flatMap(([member, until]) => (until > now ? [member] : []));
  }
}
