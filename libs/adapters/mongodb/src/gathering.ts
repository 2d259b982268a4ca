export interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** Who is stored together now, and who waits for the next round. */
export interface Round<Item, Outcome> {
  readonly group: readonly Waiting<Item, Outcome>[];
  readonly later: readonly Waiting<Item, Outcome>[];
}

/** Stores what comes in while others are being stored together, one group at a time; `store` answers everybody in a group. */
export class Gathering<Item, Outcome> {
  #waiting: Waiting<Item, Outcome>[] = [];
  #busy = false;

  constructor(
    private readonly cut: (waiting: readonly Waiting<Item, Outcome>[]) => Round<Item, Outcome>,
    private readonly store: (group: readonly Waiting<Item, Outcome>[]) => Promise<void>,
  ) {}

  add(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#busy) this.#storeSoon();
    });
  }

  /** Not at once, so that those who were just answered can join the next group. */
  #storeSoon(): void {
    this.#busy = this.#waiting.length > 0;
    if (this.#busy) setImmediate(() => void this.#storeNext().finally(() => this.#storeSoon()));
  }

  #storeNext(): Promise<void> {
    const { group, later } = this.cut(this.#waiting);
    this.#waiting = [...later];
    return this.store(group);
  }
}
