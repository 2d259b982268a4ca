import type { Level, OrganizationKind, Sector } from '@zhitong/catalogue';
import { hash } from 'node:crypto';
import { cityCode } from './places.ts';
import { countsFor, extentOf, type Profile } from './profile.ts';
import { randomOf, type Random } from './random.ts';

/** An organization to take over; `key` is stable and readable, the id derives from it. */
export interface PlannedOrganization {
  readonly key: string;
  readonly organizationId: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly level: Level;
  readonly sector: Sector;
  readonly lineParent?: string;
  readonly placeParent?: string;
  readonly placeCode?: string;
  readonly approvesMembers: boolean;
}

/** The same seed and key give the same id in every installation. */
export const organizationIdOf = (seed: number, key: string): string => `org_${hash('sha256', `${seed}:organization:${key}`).slice(0, 20)}`;

/** The lines of requirements ORG-09, by key. */
export const lineCommittees = [
  { key: 'line-agencies', name: '市直机关工委', kind: 'workCommittee', sector: 'agency', branches: ['agency', 'institution'] },
  { key: 'line-sasac', name: '市国资委党委', kind: 'committee', sector: 'soe', branches: ['soe', 'soe'] },
  { key: 'line-twonew', name: '市两新组织工委', kind: 'workCommittee', sector: 'privateFirm', branches: ['privateFirm'] },
  { key: 'line-social', name: '市社会组织党委', kind: 'committee', sector: 'socialOrg', branches: ['socialOrg', 'socialOrg'] },
  { key: 'line-internet', name: '市互联网行业联合会党委', kind: 'jointCommittee', sector: 'internetFirm', branches: ['internetFirm'] },
] as const;

const syllables = ['安', '宁', '和', '明', '远', '文', '成', '立', '新', '华', '清', '正', '平', '海', '山', '云', '江', '林', '石', '泉'] as const;
const baseSectors = ['community', 'privateFirm', 'socialOrg', 'school', 'park', 'building', 'other'] as const;
const syntheticName = (random: Random) => `${random.pick(syllables)}${random.pick(syllables)}${random.pick(syllables)}`;

type Draft = Omit<PlannedOrganization, 'organizationId' | 'approvesMembers'> & { readonly approvesMembers?: boolean };

/** Every organization of a profile, parents before children. */
export function planOrganizations(profile: Profile, seed: number): readonly PlannedOrganization[] {
  const { districts, members, lines } = extentOf(profile);
  const drafts = [...skeleton(districts)];
  const places = drafts.filter(({ level }) => level === 'community');
  const communities = places.map(({ key }) => key);
  if (lines) drafts.push(...lineOrganizations(communities, seed));
  drafts.push(...(members === undefined ? places.map(smallBranch) : byFormula(members, communities, seed)));
  return drafts.map((draft) => ({ approvesMembers: false, ...draft, organizationId: organizationIdOf(seed, draft.key) }));
}

function* skeleton(districts: ReturnType<typeof extentOf>['districts']): Generator<Draft> {
  const leading = (level: Level, code: string, name: string, kind: OrganizationKind, parent?: string): Draft => ({
    key: level === 'city' ? 'city' : `${level}-${code}`,
    name,
    kind,
    level,
    sector: level === 'community' ? 'community' : 'agency',
    placeCode: code,
    approvesMembers: true,
    ...(parent === undefined ? {} : { lineParent: parent, placeParent: parent }),
  });
  yield leading('city', cityCode, '中共深圳市委员会', 'committee');
  for (const { code, name, functional, streets } of districts) {
    yield leading('district', code, functional ? `中共${name}工作委员会` : `中共${name}委员会`, functional ? 'workCommittee' : 'committee', 'city');
    for (const street of streets) {
      yield leading('street', street.code, `${street.name}党工委`, 'workCommittee', `district-${code}`);
      for (const community of street.communities) {
        yield leading('community', community.code, `${community.name}党委`, 'committee', `street-${street.code}`);
      }
    }
  }
}

function* lineOrganizations(communities: readonly string[], seed: number): Generator<Draft> {
  for (const { key, name, kind, sector, branches } of lineCommittees) {
    yield { key, name, kind, level: 'base', sector, lineParent: 'city', placeParent: 'city', approvesMembers: true };
    for (const [index, branchSector] of branches.entries()) {
      const random = randomOf(seed, `name:${key}:${index}`);
      const label = `${syntheticName(random)}党支部`;
      yield {
        key: `branch-${key}-${index + 1}`,
        name: label,
        kind: 'branch',
        level: 'base',
        sector: branchSector,
        lineParent: key,
        placeParent: random.pick(communities),
      };
    }
  }
}

/** One branch per community, called after its place. */
const smallBranch = ({ key, name }: Draft): Draft => ({
  key: key.replace('community', 'branch'),
  name: name.replace(/党委$/, '第一党支部'),
  kind: 'branch',
  level: 'base',
  sector: 'community',
  lineParent: key,
  placeParent: key,
});

/** Committees, general branches and branches below the communities in the numbers of requirements 11.4. */
function* byFormula(members: number, communities: readonly string[], seed: number): Generator<Draft> {
  const counts = countsFor(members);
  const random = randomOf(seed, 'organizations');
  const place = (index: number) => communities[index % communities.length] ?? '';
  const draft = (key: string, suffix: string, kind: OrganizationKind, parent: string, at: string): Draft => ({
    key,
    name: `${syntheticName(random)}${key.replace(/\D+/g, '')}${suffix}`,
    kind,
    level: 'base',
    sector: random.pick(baseSectors),
    lineParent: parent,
    placeParent: at,
    approvesMembers: kind === 'committee',
  });
  const parents = communities.map((key) => ({ key, at: key }));
  for (let index = 0; index < counts.committees - communities.length; index++) {
    parents.push({ key: `committee-${index + 1}`, at: place(index) });
    yield draft(`committee-${index + 1}`, '党委', 'committee', place(index), place(index));
  }
  for (let index = 0; index < counts.generalBranches; index++) {
    parents.push({ key: `general-${index + 1}`, at: place(index * 7) });
    yield draft(`general-${index + 1}`, '党总支', 'generalBranch', place(index * 7), place(index * 7));
  }
  for (let index = 0; index < counts.branches; index++) {
    const parent = parents[index] ?? random.pick(parents);
    yield draft(`branch-${index + 1}`, '党支部', 'branch', parent.key, parent.at);
  }
}
