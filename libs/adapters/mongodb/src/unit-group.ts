import pLimit from 'p-limit';
import { StoreFull, StoreUnavailable, type CommitOutcome, type Unit } from '@zhitong/eventing';
import { Gathering, type Round, type Waiting } from './gathering.ts';
import { checkpointKey, commitUnits, sizeOf, type UnitTarget } from './unit-commit.ts';

type Asked = Waiting<Unit, CommitOutcome>;

/** Documents of a unit that gains nothing from company: the server writes several of them side by side. */
const largeUnit = 200;
const largestGroup = 500;
/** A rebuild has a unit under way for each partition of each read model; connections are left for what people ask. */
const largeUnitsAtATime = 16;

/**
 * Stores the small units that come in while others are being stored in one transaction, which costs the server as much as one of them.
 * When the group does not go through, each goes alone and learns its own outcome.
 */
export class UnitGroup {
  readonly #target: UnitTarget;
  readonly #large = pLimit(largeUnitsAtATime);
  readonly #gathering = new Gathering<Unit, CommitOutcome>(withoutSharing, (group) => this.#store(group));

  constructor(target: UnitTarget) {
    this.#target = target;
  }

  commit(unit: Unit): Promise<CommitOutcome> {
    return sizeOf(unit) >= largeUnit ? this.#large(() => commitUnits(this.#target, [unit])) : this.#gathering.add(unit);
  }

  async #store(group: readonly Asked[]): Promise<void> {
    const [first] = group;
    if (first !== undefined && group.length === 1) return this.#alone(first);
    try {
      const units = group.map(({ item }) => item);
      if ((await commitUnits(this.#target, units)) === 'committed') for (const { resolve } of group) resolve('committed');
      else await this.#eachAlone(group);
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof StoreFull) for (const { reject } of group) reject(error);
      else await this.#eachAlone(group); // one of them cannot be written at all
    }
  }

  async #eachAlone(group: readonly Asked[]): Promise<void> {
    await Promise.all(group.map((waiting) => this.#alone(waiting)));
  }

  async #alone({ item: unit, resolve, reject }: Asked): Promise<void> {
    await commitUnits(this.#target, [unit]).then(resolve, reject);
  }
}

/** In the order of arrival; whoever writes what another of the group writes waits for the next one. */
function withoutSharing(waiting: readonly Asked[]): Round<Unit, CommitOutcome> {
  const [group, later]: [Asked[], Asked[]] = [[], []];
  const taken = new Set<string>();
  let size = 0;
  for (const asked of waiting) {
    const documents = documentsOf(asked.item);
    size += sizeOf(asked.item);
    if (size > largestGroup || documents.some((document) => taken.has(document))) later.push(asked);
    else group.push(asked);
    for (const document of documents) taken.add(document);
  }
  return { group, later };
}

/** What a unit puts its version on; amounts are added to whatever is there. */
const documentsOf = ({ checkpoint, writes }: Unit): readonly string[] => [
  ...(checkpoint === undefined ? [] : [checkpointKey(checkpoint)]),
  ...writes.map(({ collection, key }) => `${collection}/${key}`),
];
