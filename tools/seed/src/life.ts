import { addHours, startOfDay } from '@zhitong/kernel';
import type { PlannedOrganization } from './organizations.ts';
import { randomOf } from './random.ts';

/** A theme day that was held on the day of the introduction. */
export interface PlannedHolding {
  /** The branch, by key. */
  readonly key: string;
  readonly startsAt: string;
  readonly heldOn: string;
  /** Who came, by key. */
  readonly present: readonly string[];
}
/** Somebody in reserve for the secretary of a community. */
export interface PlannedReserve {
  readonly community: string;
  /** By key. */
  readonly member: string;
  readonly age: number;
  readonly woman: boolean;
  readonly backbone: boolean;
  readonly trained: boolean;
}
export interface PlannedLife {
  readonly holdings: readonly PlannedHolding[];
  readonly reserves: readonly PlannedReserve[];
}

/** So many communities of each district have it. */
const perDistrict = 2;
const hour = 9;

/** A few communities of each district whose first branch has met, with one or two of its members in reserve; the first three of a branch are full members. */
export function planLife(organizations: readonly PlannedOrganization[], seed: number, baseDate: string): PlannedLife {
  const branches = firstBranches(organizations);
  const lively = firstCommunities(organizations).flatMap((community, nth) => {
    const branch = branches.get(community);
    return branch === undefined ? [] : [{ community, branch, short: nth % perDistrict === perDistrict - 1 }];
  });
  return {
    holdings: lively.map(({ branch }) => ({
      key: branch,
      startsAt: addHours(startOfDay(baseDate), hour),
      heldOn: baseDate,
      present: [1, 2, 3].map((nth) => `${branch}/${nth}`),
    })),
    reserves: lively.flatMap(({ community, branch, short }) =>
      (short ? [2] : [2, 3]).map((nth) => {
        const random = randomOf(seed, `reserve/${branch}/${nth}`);
        return {
          ...{ community, member: `${branch}/${nth}`, age: random.between(26, 50) },
          ...{ woman: random.between(1, 2) === 1, backbone: random.between(1, 3) === 1, trained: nth === 2 },
        };
      }),
    ),
  };
}

const firstBranches = (organizations: readonly PlannedOrganization[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { key, kind, lineParent = '' } of organizations) if (kind === 'branch' && !found.has(lineParent)) found.set(lineParent, key);
  return found;
};

/** District after district. */
function firstCommunities(organizations: readonly PlannedOrganization[]): readonly string[] {
  const parents = new Map(organizations.map(({ key, lineParent }) => [key, lineParent]));
  const communities = organizations.filter(({ level, placeCode }) => level === 'community' && placeCode !== undefined);
  const byDistrict = Map.groupBy(communities, ({ lineParent = '' }) => parents.get(lineParent) ?? '');
  return [...byDistrict.values()].flatMap((some) => some.slice(0, perDistrict).map(({ key }) => key));
}
