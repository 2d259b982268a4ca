import { StoreFull, StoreUnavailable, type CommitOutcome, type Unit } from '@zhitong/eventing';
import { checkpointKey, commitUnits, sizeOf, type UnitTarget } from './unit-commit.ts';

interface Waiting {
  readonly unit: Unit;
  readonly resolve: (outcome: CommitOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** Documents of a unit that gains nothing from company: the server writes several of them side by side. */
const largeUnit = 200;
const largestGroup = 500;

/**
 * Stores the small units that come in while others are being stored in one transaction, which costs the server as much as one of them.
 * When the group does not go through, each goes alone and learns its own outcome.
 */
export class UnitGroup {
  readonly #target: UnitTarget;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(target: UnitTarget) {
    this.#target = target;
  }

  commit(unit: Unit): Promise<CommitOutcome> {
    if (sizeOf(unit) >= largeUnit) return commitUnits(this.#target, [unit]);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ unit, resolve, reject });
      if (!this.#busy) this.#flushSoon();
    });
  }

  /** Not at once, so that those who were just answered can join the next group. */
  #flushSoon(): void {
    this.#busy = this.#waiting.length > 0;
    if (this.#busy) setImmediate(() => void this.#flush().finally(() => this.#flushSoon()));
  }

  async #flush(): Promise<void> {
    const group = this.#nextGroup();
    const [first] = group;
    if (first !== undefined && group.length === 1) return this.#alone(first);
    try {
      const units = group.map(({ unit }) => unit);
      if ((await commitUnits(this.#target, units)) === 'committed') for (const { resolve } of group) resolve('committed');
      else await this.#eachAlone(group);
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof StoreFull) for (const { reject } of group) reject(error);
      else await this.#eachAlone(group); // one of them cannot be written at all
    }
  }

  /** In the order of arrival; whoever writes what another of the group writes waits for the next one. */
  #nextGroup(): readonly Waiting[] {
    const [group, later]: [Waiting[], Waiting[]] = [[], []];
    const taken = new Set<string>();
    let size = 0;
    for (const waiting of this.#waiting) {
      const documents = documentsOf(waiting.unit);
      size += documents.length;
      if (size > largestGroup || documents.some((document) => taken.has(document))) later.push(waiting);
      else group.push(waiting);
      for (const document of documents) taken.add(document);
    }
    this.#waiting = later;
    return group;
  }

  async #eachAlone(group: readonly Waiting[]): Promise<void> {
    await Promise.all(group.map((waiting) => this.#alone(waiting)));
  }

  async #alone({ unit, resolve, reject }: Waiting): Promise<void> {
    await commitUnits(this.#target, [unit]).then(resolve, reject);
  }
}

/** What a unit puts its version on; amounts are added to whatever is there. */
const documentsOf = ({ checkpoint, writes }: Unit): readonly string[] => [
  ...(checkpoint === undefined ? [] : [checkpointKey(checkpoint)]),
  ...writes.map(({ collection, key }) => `${collection}/${key}`),
];
