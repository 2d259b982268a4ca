import type { Addition } from '@zhitong/eventing';

type Amounts = Readonly<Record<string, number>>;

/**
 * The counters of collections that were asked for at large, so that a whole city is added up without reading a file. Exact because one
 * process works on a file and its writer answers in order: what was committed before the counters were read is in them, what was
 * committed afterwards is {@link added} to them.
 */
export class KeptCounters {
  readonly #kept = new Map<string, Map<string, Amounts>>();
  readonly #underWay = new Map<string, Promise<ReadonlyMap<string, Amounts>>>();

  /** `read` asks the writer for all counters of a collection. */
  constructor(private readonly read: (collection: string) => Promise<readonly (readonly [key: string, amounts: string])[]>) {}

  of(collection: string): ReadonlyMap<string, Amounts> | undefined {
    return this.#kept.get(collection);
  }

  all(collection: string): Promise<ReadonlyMap<string, Amounts>> {
    const underWay = this.#underWay.get(collection) ?? this.#load(collection).finally(() => this.#underWay.delete(collection));
    this.#underWay.set(collection, underWay);
    return underWay;
  }

  added(additions: readonly Addition[]): void {
    for (const { collection, key, amounts } of additions) {
      const counters = this.#kept.get(collection);
      if (counters !== undefined) counters.set(key, sumOf(counters.get(key) ?? {}, amounts));
    }
  }

  /** One collection, or all of them when it is not known what became of a commit. */
  forget(collection?: string): void {
    if (collection === undefined) this.#kept.clear();
    else this.#kept.delete(collection);
  }

  async #load(collection: string): Promise<ReadonlyMap<string, Amounts>> {
    const rows = await this.read(collection);
    const counters = new Map(rows.map(([key, amounts]) => [key, JSON.parse(amounts) as Amounts]));
    this.#kept.set(collection, counters);
    return counters;
  }
}

/** Each amount of either. */
export function sumOf(one: Amounts, other: Amounts): Amounts {
  const sums = new Map(Object.entries(one));
  for (const [name, amount] of Object.entries(other)) sums.set(name, (sums.get(name) ?? 0) + amount);
  return Object.fromEntries(sums);
}
