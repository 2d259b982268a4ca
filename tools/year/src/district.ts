import type { OrganizationKind } from '@zhitong/catalogue';
import { inParallel } from '@zhitong/eventing/lanes.ts';
import type { Persona } from '@zhitong/seed';
import { pagesOf, Person } from '@zhitong/tour/api.ts';

/** An organization of the district as it was on the first day. */
export interface Organization {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly level: string;
  /** Itself and those above it, up to the district; empty where the district only leads its place. */
  readonly path: readonly string[];
  /** Itself and those that lead its place, up to the district; empty where another line leads it. */
  readonly placePath: readonly string[];
}

export interface Branch extends Organization {
  readonly secretary: Person;
  readonly secretaryId: string;
  /** Officer of the nearest organization above for which somebody logs in. */
  readonly above: Person;
  /** The organization above; undefined when nobody logs in for it. */
  readonly committeeId: string | undefined;
  readonly fullIds: readonly string[];
  /** Full members who act for nobody: with a second post they would have to say each time under which they act. */
  readonly freeIds: readonly string[];
  readonly memberIds: readonly string[];
}

export interface Guest extends Organization {
  readonly members: number;
}

export interface District {
  readonly organizationId: string;
  readonly officer: Person;
  /** The city above it. */
  readonly city: { readonly organizationId: string; readonly officer: Person };
  readonly organizations: readonly Organization[];
  readonly branches: readonly Branch[];
  /** Branches of other lines in the place of the district, which its reports of members count; nothing happens in them. */
  readonly guests: readonly Guest[];
  /** Who acts for an organization; undefined when nobody logs in for it. */
  officerOf(organizationId: string): Person | undefined;
}

export interface Doors {
  readonly url: string;
  readonly personas: readonly Persona[];
  readonly tokenOf: (login: string) => Promise<string>;
}

interface Row {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly level: string;
  readonly lineParentId: string | null;
  readonly placeParentId: string | null;
}
interface Member {
  readonly personId: string;
  readonly kind: string;
}

const acting = new Set(['secretary', 'organizer']);

/** Reads a district as its officers see it. @throws when nobody logs in for it, or for the city. */
export async function readDistrict(doors: Doors, code: string): Promise<District> {
  const officers = await logIn(doors);
  const own = doors.personas.find(({ login }) => login === `district-${code}`);
  const officer = own && officers.get(own.organizationId)?.person;
  if (!officer) throw new Error(`Nobody logs in for a district ${code}`);
  const { organizationId } = own;
  const above = doors.personas.find(({ login }) => login === 'city');
  const ofCity = above && officers.get(above.organizationId)?.person;
  if (!ofCity) throw new Error('Nobody logs in for the city');
  const inLine = await pagesOf<Row>(officer, `/organizations?scope=${organizationId}&state=active`);
  const inPlace = await pagesOf<Row>(officer, `/organizations?scope=${organizationId}&state=active&view=place`);
  const known = organizationsIn(organizationId, [...inLine, ...inPlace]);
  const organizations = known.filter(({ path }) => path.length > 0);
  const posted = new Set(doors.personas.map(({ personId }) => personId));
  const branches: Branch[] = [];
  await inParallel(
    organizations.filter(({ kind }) => kind === 'branch'),
    8,
    async (branch) => {
      const secretary = officers.get(branch.organizationId);
      if (!secretary) return;
      const above = branch.path.slice(1).find((id) => officers.has(id));
      const members = await pagesOf<Member>(secretary.person, `/members?branchId=${branch.organizationId}`);
      const committeeId = branch.path[1] === above ? above : undefined;
      const fullIds = members.flatMap(({ kind, personId }) => (kind === 'full' ? [personId] : [])).sort();
      branches.push({
        ...branch,
        secretary: secretary.person,
        secretaryId: secretary.personId,
        above: officers.get(above ?? organizationId)?.person ?? officer,
        committeeId,
        fullIds,
        freeIds: fullIds.filter((id) => !posted.has(id)),
        memberIds: members.map(({ personId }) => personId).sort(),
      });
    },
  );
  branches.sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
  const guests = await guestsAmong(known, officer);
  const city = { organizationId: above.organizationId, officer: ofCity };
  return { organizationId, officer, city, organizations, branches, guests, officerOf: (id) => officers.get(id)?.person };
}

/** What was read, each once, with the ways up to the district. */
function organizationsIn(districtId: string, rows: readonly Row[]): readonly Organization[] {
  const known = new Map(rows.map((row) => [row.organizationId, row]));
  const wayUp = (id: string | null, above: (row: Row) => string | null): readonly string[] => {
    if (id === null || id === districtId) return id === null ? [] : [id];
    const row = known.get(id);
    const rest = row === undefined ? [] : wayUp(above(row), above);
    return rest.length === 0 ? [] : [id, ...rest];
  };
  return [...known.values()].map(({ organizationId, kind, level }) => {
    const path = wayUp(organizationId, (row) => row.lineParentId);
    return { organizationId, kind, level, path, placePath: wayUp(organizationId, (row) => row.placeParentId) };
  });
}

async function guestsAmong(known: readonly Organization[], officer: Person): Promise<readonly Guest[]> {
  const guests: Guest[] = [];
  const branches = known.filter(({ kind, path }) => kind === 'branch' && path.length === 0);
  await inParallel(branches, 8, async (branch) => {
    const members = await pagesOf<Member>(officer, `/members?branchId=${branch.organizationId}`);
    guests.push({ ...branch, members: members.length });
  });
  return guests;
}

interface Officer {
  readonly personId: string;
  readonly person: Person;
}

/** Everybody who acts for an organization, by its id. */
async function logIn({ url, personas, tokenOf }: Doors): Promise<ReadonlyMap<string, Officer>> {
  const officers = new Map<string, Officer>();
  await inParallel(
    personas.filter(({ title }) => acting.has(title)),
    8,
    async ({ login, organizationId, personId }) => {
      const person = new Person(url, await tokenOf(login), login);
      await person.until<{ readonly grants: readonly unknown[] }>('/session', ({ grants }) => grants.length > 0);
      officers.set(organizationId, { personId, person });
    },
  );
  return officers;
}

export type Figures = Readonly<Record<string, number>>;

const byLine = ({ path }: Organization): readonly string[] => path;
export const byPlace = ({ placePath }: Organization): readonly string[] => placePath;
/** Along either tree, each once. */
export const byReach = ({ path, placePath }: Organization): readonly string[] => [...new Set([...path, ...placePath])];

/** What is said of some organizations added up for each of them and every one above it, by id. */
export function sumsOver<Item extends Organization>(
  organizations: readonly Item[],
  figuresOf: (organization: Item) => Figures,
  above: (organization: Organization) => readonly string[] = byLine,
): ReadonlyMap<string, Figures> {
  const sums = new Map<string, Figures>();
  for (const organization of organizations) {
    const own = figuresOf(organization);
    for (const id of above(organization)) sums.set(id, plus(sums.get(id) ?? {}, own));
  }
  return sums;
}

const plus = (sum: Figures, own: Figures): Figures =>
  Object.fromEntries([...new Set([...Object.keys(sum), ...Object.keys(own)])].map((name) => [name, (sum[name] ?? 0) + (own[name] ?? 0)]));
