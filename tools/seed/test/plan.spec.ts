import { describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import { countsFor, planLife, planLogins, planMembers, planOrganizations, planPlaces, planUnits, shenzhen } from '@zhitong/seed';

const seed = 7;
const baseDate = '2026-01-01';
const checksum = (value: unknown) => hash('sha256', JSON.stringify(value));

describe('the administrative tree', () => {
  const districts = shenzhen();
  it('has ten district-level units, 79 streets and 788 communities', () => {
    const streets = districts.flatMap((district) => district.streets);
    expect([districts.length, streets.length, streets.flatMap((street) => street.communities).length]).toEqual([10, 79, 788]);
  });
  it('counts the three streets of Dapeng under it and not under Longgang', () => {
    const of = (code: string) => districts.find((district) => district.code === code)?.streets.map((street) => street.code) ?? [];
    expect(of('440307-DP')).toEqual(['440307009', '440307010', '440307011']);
    expect(of('440307')).toHaveLength(11);
  });
});

describe('the formula of organizations', () => {
  it('gives the numbers of the catalogue', () => {
    expect(countsFor(600_000)).toEqual({ branches: 26_939, generalBranches: 1_959, committees: 1_714 });
    expect(countsFor(12_000)).toEqual({ branches: 539, generalBranches: 39, committees: 34 });
  });
});

describe('the plan', () => {
  it('is the same for the same seed, profile and base date, and another for another seed', () => {
    const plan = (of: number) =>
      checksum([planOrganizations('small', of), [...planMembers(planPlaces('small', of, planOrganizations('small', of)), of, baseDate)]]);
    expect(plan(seed)).toBe(plan(seed));
    expect(plan(seed)).not.toBe(plan(seed + 1));
  });
  it('spreads exactly 12,000 members over 539 branches and the branches of the lines', () => {
    const organizations = planOrganizations('small', seed);
    const members = [...planMembers(planPlaces('small', seed, organizations), seed, baseDate)];
    expect(members).toHaveLength(12_000);
    expect(organizations.filter(({ kind }) => kind === 'branch')).toHaveLength(539 + 8);
    expect(new Set(members.map(({ citizenNumber }) => citizenNumber)).size).toBe(12_000);
  });
  it('ORG-31 gives each community one to three units of different names, and only to those that are due a branch of that community', () => {
    const organizations = planOrganizations('city', seed);
    const units = planUnits(organizations, seed, baseDate);
    expect(checksum(units)).toBe(checksum(planUnits(organizations, seed, baseDate)));
    const keepers = new Set(units.map(({ keeper }) => keeper));
    expect([keepers.size, new Set(units.map(({ keeper, name }) => `${keeper}/${name}`)).size]).toEqual([788, units.length]);
    const parents = new Map(organizations.map(({ key, lineParent }) => [key, lineParent]));
    const covered = units.filter(({ coveredBy }) => coveredBy !== undefined);
    expect(covered.every(({ keeper, fullMembers, coveredBy = '' }) => fullMembers >= 3 && parents.get(coveredBy) === keeper)).toBe(true);
    expect(covered.length).toBeGreaterThan(100);
  });
  it('ORG-24 ORG-35 has a few communities of each district whose first branch has met and whose reserves are full members of it', () => {
    const organizations = planOrganizations('city', seed);
    const { holdings, reserves } = planLife(organizations, seed, baseDate);
    expect(checksum({ holdings, reserves })).toBe(checksum(planLife(organizations, seed, baseDate)));
    expect([holdings.length, reserves.length, new Set(reserves.map(({ community }) => community)).size]).toEqual([20, 30, 20]);
    const parents = new Map(organizations.map(({ key, lineParent }) => [key, lineParent]));
    expect(reserves.every(({ community, member }) => /\/[123]$/.test(member) && parents.get(member.split('/')[0] ?? '') === community)).toBe(true);
    expect(planLife(planOrganizations('tiny', seed), seed, baseDate).holdings).toHaveLength(2);
  });
  it('puts parents before children and gives every organization but the city both parents', () => {
    const known = new Set<string>();
    for (const { key, lineParent, placeParent } of planOrganizations('city', seed)) {
      expect([lineParent, placeParent].every((parent) => (key === 'city' ? parent === undefined : parent !== undefined && known.has(parent)))).toBe(true);
      known.add(key);
    }
  });
  it('invents only citizen numbers with an impossible area and a wrong check digit', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
    const remainder = (number: string) => weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11;
    for (const { citizenNumber } of planMembers(planPlaces('tiny', seed, planOrganizations('tiny', seed)), seed, baseDate)) {
      expect(citizenNumber).toMatch(/^000000\d{12}$/);
      expect(remainder(citizenNumber)).not.toBe(1);
    }
  });
  it('gives each of the 788 communities and every level above an officer who is one of the first three of a branch', () => {
    const organizations = planOrganizations('city', seed);
    const logins = planLogins(organizations, planPlaces('city', seed, organizations));
    expect(logins.filter(({ group }) => group === 'community')).toHaveLength(788);
    expect(logins.filter(({ group }) => ['city', 'district', 'street'].includes(group))).toHaveLength(1 + 10 + 79);
    expect(logins.filter(({ post }) => post !== undefined).every(({ member }) => /\/[123]$/.test(member))).toBe(true);
    const administrators = logins.filter(({ role }) => role !== undefined).map(({ member }) => member);
    expect(new Set(administrators).size).toBe(administrators.length);
    expect(logins.filter(({ shown }) => shown).length).toBeLessThanOrEqual(20);
  });
});
