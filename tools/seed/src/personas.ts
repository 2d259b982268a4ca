import type { Level, PostType, Role } from '@zhitong/catalogue';
import type { Place } from './members.ts';
import { lineCommittees, type PlannedOrganization } from './organizations.ts';

/** Somebody the development issuer lets in, by the post that decides what the log-in may do. */
export interface PlannedLogin {
  readonly login: string;
  readonly group: 'city' | 'district' | 'street' | 'community' | 'line' | 'branch' | 'member' | 'administrator' | 'operations';
  readonly organization: string;
  /** Member who logs in: the n-th of a branch. */
  readonly member: string;
  readonly post?: PostType;
  readonly role?: Role;
  /** Offered by name in the picker; every other officer can be named by login. */
  readonly shown: boolean;
}

const groups = { city: 'city', district: 'district', street: 'street', community: 'community' } as const;

/** One officer for every leading organization and line committee, a secretary for every branch, and the administrators. */
export function planLogins(organizations: readonly PlannedOrganization[], members: readonly Pick<Place, 'key'>[]): readonly PlannedLogin[] {
  const branchBelow = firstBranches(organizations);
  const communities = communitiesBelow(organizations);
  const branchFor = (key: string, level: Level) => {
    const below = communities.get(key) ?? [];
    return branchBelow.get(below[Math.min(placeOf[level] ?? 0, below.length - 1)] ?? key) ?? '';
  };
  const taken = new Map<string, number>();
  const nextMember = (branch: string) => {
    const member = Math.min(3, (taken.get(branch) ?? 0) + 1);
    taken.set(branch, member);
    return `${branch}/${member}`;
  };
  const shown = firstOfEach();
  const logins: PlannedLogin[] = [];
  for (const { key, kind, level } of organizations) {
    const branch = branchBelow.get(key);
    if (branch === undefined) continue;
    if (kind === 'branch')
      logins.push({ login: key, group: 'branch', organization: key, member: nextMember(key), post: 'secretary', shown: shown('branch', 2) });
    else if (level !== 'base')
      logins.push({
        login: key,
        group: groups[level],
        organization: key,
        member: nextMember(branchFor(key, level)),
        post: 'organizer',
        shown: shown(level, 2),
      });
    else if (lineCommittees.some((line) => line.key === key))
      logins.push({ login: key, group: 'line', organization: key, member: nextMember(branch), post: 'organizer', shown: shown('line', 2) });
  }
  const posted = new Set(logins.map(({ member }) => member));
  return [...logins, ...administrators(members.filter(({ key }) => !posted.has(key)))];
}

/** A member without a post and the administrators, each another person, none of them an officer. */
function administrators(free: readonly Pick<Place, 'key'>[]): readonly PlannedLogin[] {
  const roles: readonly (readonly [string, PlannedLogin['group'], Role])[] = [
    ['member', 'member', 'member'],
    ['system', 'administrator', 'systemAdministrator'],
    ['security', 'administrator', 'securityAdministrator'],
    ['security-2', 'administrator', 'securityAdministrator'],
    ['audit', 'administrator', 'auditAdministrator'],
    ['discipline', 'administrator', 'authorisedBody'],
    ['operator', 'operations', 'operator'],
  ];
  return roles.map(([login, group, role], index) => {
    const member = free[Math.floor((index * free.length) / roles.length)]?.key ?? '';
    return { login, group, organization: login === 'member' ? (member.split('/')[0] ?? '') : 'city', member, role, shown: true };
  });
}

/** The first branch somewhere below each organization. */
function firstBranches(organizations: readonly PlannedOrganization[]): ReadonlyMap<string, string> {
  const parents = new Map(organizations.map(({ key, lineParent }) => [key, lineParent]));
  const found = new Map<string, string>();
  for (const { key, kind } of organizations) {
    if (kind !== 'branch') continue;
    for (let at: string | undefined = key; at !== undefined && !found.has(at); at = parents.get(at)) found.set(at, key);
  }
  return found;
}

/** Officers of the upper levels come from different communities, so that no small branch has to give them all. */
const placeOf: Readonly<Partial<Record<Level, number>>> = { city: 3, district: 2, street: 1 };

function communitiesBelow(organizations: readonly PlannedOrganization[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(organizations.map(({ key, lineParent }) => [key, lineParent]));
  const below = new Map<string, string[]>();
  for (const { key, level } of organizations) {
    if (level !== 'community') continue;
    for (let at: string | undefined = key; at !== undefined; at = parents.get(at)) {
      const keys = below.get(at) ?? [];
      keys.push(key);
      below.set(at, keys);
    }
  }
  return below;
}

/** True for the first n of each group. */
function firstOfEach(): (group: string, most: number) => boolean {
  const seen = new Map<string, number>();
  return (group, most) => {
    const count = (seen.get(group) ?? 0) + 1;
    seen.set(group, count);
    return count <= most;
  };
}
