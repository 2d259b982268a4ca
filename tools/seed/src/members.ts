import { addDays, addMonths } from '@zhitong/kernel';
import type { PlannedOrganization } from './organizations.ts';
import { extentOf, type Profile } from './profile.ts';
import { randomOf } from './random.ts';

/** A synthetic person: marked by an area code, a check digit and a phone prefix that no real person has. */
export interface PlannedMember {
  readonly key: string;
  readonly branch: string;
  readonly name: string;
  readonly citizenNumber: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly kind: 'full' | 'provisional';
  readonly joinedOn: string;
  readonly fullFrom?: string;
}

const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '蒋', '沈', '韩', '杨', '朱', '许'] as const;
const given = ['安', '宁', '和', '明', '远', '文', '成', '立', '新', '清', '正', '平', '海', '云', '林', '泉', '乐', '雅', '思', '若'] as const;
const provisionalShare = 250;
const birthDays = 16_000;

/** How many members each branch has: 3-12 where there is no formula, else around the mean, 1 % above 50, the rest given where there is room. */
function branchSizes(profile: Profile, seed: number, branches: readonly PlannedOrganization[]): readonly number[] {
  const { members } = extentOf(profile);
  const random = randomOf(seed, 'sizes');
  if (members === undefined) return branches.map(() => random.between(3, 12));
  const sizes = branches.map(() => (random.chance(100) ? random.between(51, 58) : random.between(3, 41)));
  let rest = members - sizes.reduce((sum, size) => sum + size, 0);
  for (let at = 0; rest !== 0; at = (at + 1) % sizes.length) {
    const size = sizes[at] ?? 0;
    if (rest > 0 && size < 50) [sizes[at], rest] = [size + 1, rest - 1];
    else if (rest < 0 && size > 3 && size <= 50) [sizes[at], rest] = [size - 1, rest + 1];
  }
  return sizes;
}

/** Where a member belongs: the n-th of a branch, counted from 0. */
export interface Place {
  readonly key: string;
  readonly branch: string;
  readonly member: number;
}

/** The places of all members, branch after branch. */
export function planPlaces(profile: Profile, seed: number, organizations: readonly PlannedOrganization[]): readonly Place[] {
  const branches = organizations.filter(({ kind }) => kind === 'branch');
  const sizes = branchSizes(profile, seed, branches);
  return branches.flatMap(({ key: branch }, index) =>
    Array.from({ length: sizes[index] ?? 0 }, (_, member) => ({ key: `${branch}/${String(member + 1)}`, branch, member })),
  );
}

/** One member after another, made when asked for; the first three of a branch are full members. */
export function* planMembers(places: readonly Place[], seed: number, baseDate: string): Generator<PlannedMember> {
  for (const [serial, place] of places.entries()) yield planMember(seed, place, serial, baseDate);
}

function planMember(seed: number, { key, branch, member }: Place, serial: number, baseDate: string): PlannedMember {
  const random = randomOf(seed, `member:${branch}:${member}`);
  const birthDate = addDays('1950-01-01', serial % birthDays);
  const digits = `000000${birthDate.replaceAll('-', '')}${String(Math.floor(serial / birthDays)).padStart(3, '0')}`;
  const provisional = member >= 3 && random.chance(provisionalShare);
  const ofAge = addDays(addMonths(birthDate, 216), random.between(0, 900));
  const longAgo = addDays(addMonths(baseDate, -24), -random.between(0, 9_000));
  const joinedOn = provisional ? addDays(baseDate, -random.between(30, 300)) : longAgo < ofAge ? ofAge : longAgo;
  return {
    key,
    branch,
    name: `${random.pick(surnames)}${random.pick(given)}${random.pick(given)}`,
    citizenNumber: `${digits}${wrongCheckDigit(digits)}`,
    birthDate,
    phone: `100${String(serial).padStart(8, '0')}`,
    kind: provisional ? 'provisional' : 'full',
    joinedOn,
    ...(provisional ? {} : { fullFrom: addMonths(joinedOn, 12) }),
  };
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** One more than the check digit of GB 11643, so that no number is anybody's. */
function wrongCheckDigit(digits: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const right = (12 - (sum % 11)) % 11;
  return String((right + 1) % 10);
}
