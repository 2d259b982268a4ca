import { isCommitteeKind } from '@zhitong/catalogue';
import type { OrganizationKind, Sector } from '@zhitong/catalogue';
import { upwards, stands, type Organization, type TreeState } from './tree-state.ts';

/** What the sector suggests as managing line (ORG-09; A40 N25). */
export type UsualLine = 'agenciesWorkCommittee' | 'soeCommittee' | 'territory' | 'regionalCommittee' | 'industryOrTerritory';

const bySector: Partial<Record<Sector, UsualLine>> = {
  agency: 'agenciesWorkCommittee',
  institution: 'agenciesWorkCommittee',
  soe: 'soeCommittee',
  privateFirm: 'territory',
  internetFirm: 'territory',
  community: 'territory',
  park: 'regionalCommittee',
  market: 'regionalCommittee',
  building: 'regionalCommittee',
  socialOrg: 'industryOrTerritory',
};

/** These make a line of their own. */
const lineKinds: ReadonlySet<OrganizationKind> = new Set<OrganizationKind>(['workCommittee', 'regionalCommittee', 'industryCommittee', 'jointCommittee']);

interface Placing {
  readonly kind: OrganizationKind;
  readonly sector: Sector;
  readonly placeCode?: string | undefined;
  readonly lineParentId: string;
  readonly placeParentId: string;
}

/** The nearest leading organization up the line leads the place it stands in, the city excepted: everything stands in the city. */
function territorial(tree: TreeState, { lineParentId, placeParentId }: Placing): boolean {
  for (const above of upwards(tree, lineParentId, 'lineParentId')) {
    if (above.placeCode !== null) return above.level !== 'city' && stands(tree, placeParentId, above.organizationId, 'placeParentId');
  }
  return false;
}

const anyAbove = (tree: TreeState, { lineParentId }: Placing, matches: (above: Organization) => boolean): boolean =>
  [...upwards(tree, lineParentId, 'lineParentId')].some(matches);

function follows(tree: TreeState, placing: Placing, usual: UsualLine): boolean {
  switch (usual) {
    case 'agenciesWorkCommittee':
      return anyAbove(tree, placing, ({ kind, sector }) => kind === 'workCommittee' && sector === 'agency');
    case 'soeCommittee':
      return anyAbove(tree, placing, ({ kind, sector, placeCode }) => placeCode === null && isCommitteeKind(kind) && sector === 'soe');
    case 'regionalCommittee':
      return anyAbove(tree, placing, ({ kind }) => kind === 'regionalCommittee');
    case 'industryOrTerritory':
      return (
        territorial(tree, placing) ||
        anyAbove(tree, placing, ({ kind, sector }) => kind === 'industryCommittee' || (isCommitteeKind(kind) && sector === 'socialOrg'))
      );
    case 'territory':
      return territorial(tree, placing);
  }
}

/** The line the sector suggests when the chosen parent is not on it; undefined when it is usual or the sector suggests none. */
export function unusualLine(tree: TreeState, placing: Placing): UsualLine | undefined {
  const usual = bySector[placing.sector];
  if (usual === undefined || placing.placeCode !== undefined || lineKinds.has(placing.kind)) return undefined;
  return follows(tree, placing, usual) ? undefined : usual;
}
