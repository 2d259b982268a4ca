import { shenzhen, type District } from './places.ts';

export const profiles = ['tiny', 'small', 'city', 'full'] as const;
export type Profile = (typeof profiles)[number];

/** What a profile covers and how it is filled. */
export interface Extent {
  readonly districts: readonly District[];
  /** Members to spread by the formula of requirements 11.4; undefined = one small branch per community. */
  readonly members?: number;
  readonly lines: boolean;
}

const yantian = '440308';

export function extentOf(profile: Profile): Extent {
  const all = shenzhen();
  const only = all.filter(({ code }) => code === yantian);
  switch (profile) {
    case 'tiny':
      return { districts: only.map((district) => ({ ...district, streets: district.streets.slice(0, 1) })), lines: false };
    case 'small':
      return { districts: only, members: 12_000, lines: true };
    case 'city':
      return { districts: all, lines: true };
    case 'full':
      return { districts: all, members: 600_000, lines: true };
  }
}

export interface OrganizationCounts {
  readonly branches: number;
  readonly generalBranches: number;
  /** Basic committees, those of the communities among them. */
  readonly committees: number;
}

const shares = { branches: 880, generalBranches: 64, committees: 56 } as const;

/** round(N / 19.6) organizations, split by largest remainder. */
export function countsFor(members: number): OrganizationCounts {
  const total = Math.round(members / 19.6);
  const exact = Object.entries(shares).map(([kind, share]) => ({ kind, floor: Math.floor((total * share) / 1000), rest: (total * share) % 1000 }));
  let missing = total - exact.reduce((sum, { floor }) => sum + floor, 0);
  const counts = new Map(exact.map(({ kind, floor }) => [kind, floor]));
  for (const { kind, floor } of [...exact].sort((a, b) => b.rest - a.rest)) {
    if (missing-- <= 0) break;
    counts.set(kind, floor + 1);
  }
  const of = (kind: keyof typeof shares) => counts.get(kind) ?? 0;
  return { branches: of('branches'), generalBranches: of('generalBranches'), committees: of('committees') };
}
