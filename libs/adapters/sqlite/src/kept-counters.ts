import type { Addition } from '@zhitong/eventing';

type Amounts = Readonly<Record<string, number>>;

/**
 * The counters of collections that were asked for at large, so that a whole city is added up without reading a file. Exact because one
 * process works on a file and its writer answers in order: what was committed before the counters were read is in them, what was
 * committed afterwards is {@link added} to them.
 */
export class KeptCounters {
  readonly #kept = new Map<string, Kept>();
  readonly #underWay = new Map<string, Promise<void>>();

  /** `read` asks the writer for all counters of a collection. */
  constructor(private readonly read: (collection: string) => Promise<readonly (readonly [key: string, amounts: string])[]>) {}

  /** Undefined where they are not kept. */
  of(collection: string, keys: readonly string[]): ReadonlyMap<string, Amounts> | undefined {
    const kept = this.#kept.get(collection);
    if (kept === undefined) return undefined;
    const found = kept.found.get(keys) ?? foundIn(kept.counters, keys);
    kept.found.set(keys, found);
    return found;
  }

  /** Keeps all of a collection from now on. */
  async keep(collection: string): Promise<void> {
    const underWay = this.#underWay.get(collection) ?? this.#load(collection).finally(() => this.#underWay.delete(collection));
    this.#underWay.set(collection, underWay);
    await underWay;
  }

  added(additions: readonly Addition[]): void {
    for (const { collection, key, amounts } of additions) {
      const kept = this.#kept.get(collection);
      if (kept === undefined) continue;
      kept.counters.set(key, sumOf(kept.counters.get(key) ?? {}, amounts));
      kept.found = new WeakMap();
    }
  }

  /** One collection, or all of them when it is not known what became of a commit. */
  forget(collection?: string): void {
    if (collection === undefined) this.#kept.clear();
    else this.#kept.delete(collection);
  }

  async #load(collection: string): Promise<void> {
    const rows = await this.read(collection);
    this.#kept.set(collection, { counters: new Map(rows.map(([key, amounts]) => [key, JSON.parse(amounts) as Amounts])), found: new WeakMap() });
  }
}

interface Kept {
  readonly counters: Map<string, Amounts>;
  /** What was found for lists that are asked for again, until something is added. */
  found: WeakMap<readonly string[], ReadonlyMap<string, Amounts>>;
}

function foundIn(counters: ReadonlyMap<string, Amounts>, keys: readonly string[]): ReadonlyMap<string, Amounts> {
  const found = new Map<string, Amounts>();
  for (const key of keys) {
    const amounts = counters.get(key);
    if (amounts !== undefined) found.set(key, amounts);
  }
  return found;
}

/** Each amount of either. */
export function sumOf(one: Amounts, other: Amounts): Amounts {
  const sums = new Map(Object.entries(one));
  for (const [name, amount] of Object.entries(other)) sums.set(name, (sums.get(name) ?? 0) + amount);
  return Object.fromEntries(sums);
}
