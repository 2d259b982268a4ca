import { randomOf } from '@zhitong/seed';
import { pagesOf, type Person } from '@zhitong/tour/api.ts';
import { checkDays } from '../calendar.ts';
import { sumsOver, type District, type Figures, type Organization } from '../district.ts';
import type { Act, Part } from '../part.ts';

/** A unit of a ledger, and what becomes of it: each line stands from its day on. */
export interface UnitYear {
  readonly keeper: Organization;
  readonly acts: readonly Act[];
  readonly lines: readonly { readonly from: string; readonly figures: Figures }[];
}

interface UnitRow {
  readonly organizationId: string;
  readonly state: 'found' | 'dueForOrganization' | 'covered' | 'exempt';
  readonly workCovered: boolean;
  readonly unitId: string;
}
type Standing = Pick<UnitRow, 'state' | 'workCovered'>;

/** of one unit. */
const figuresOf = ({ state, workCovered }: Standing): Figures => ({
  covered: Number(state === 'covered'),
  due: Number(state === 'covered' || state === 'dueForOrganization'),
  worked: Number(state !== 'exempt' && workCovered),
  live: Number(state !== 'exempt'),
});

export const line = (from: string, standing: Standing) => ({ from, figures: figuresOf(standing) });

export interface Ledger {
  readonly keeper: Organization;
  readonly officer: Person;
  /** Who may exempt: the street. */
  readonly street: Person;
  /** A branch of the community, which covers. */
  readonly covering: { readonly organizationId: string; readonly secretaryId: string };
}

/** Communities with a branch for whose street somebody acts. */
export function ledgersOf({ organizations, branches, officerOf }: District): readonly Ledger[] {
  return organizations.flatMap((keeper) => {
    const officer = officerOf(keeper.organizationId);
    const street = officerOf(keeper.path[1] ?? '');
    const covering = branches.find(({ path }) => path[1] === keeper.organizationId);
    return keeper.level === 'community' && officer && street && covering ? [{ keeper, officer, street, covering }] : [];
  });
}

/** What is in the ledgers on the first day, followed by what the year makes of it. */
export async function planUnits(district: District, year: number, seed: number): Promise<readonly UnitYear[]> {
  const rows = await pagesOf<UnitRow>(district.officer, `/units?organizationId=${district.organizationId}&view=line`);
  const byId = new Map(district.organizations.map((organization) => [organization.organizationId, organization]));
  const ledgers = ledgersOf(district);
  const stay = rows.flatMap(({ unitId, organizationId, ...standing }): UnitYear[] => {
    const keeper = byId.get(organizationId);
    const ledger = ledgers.find((one) => one.keeper === keeper);
    return keeper ? [ledger ? followed(ledger, unitId, standing, year, seed) : { keeper, acts: [], lines: [line(`${year}-01-01`, standing)] }] : [];
  });
  return [...stay, ...ledgers.map((ledger) => founded(ledger, year, seed))];
}

/** What is due is covered, exempt or left; what is found gets a liaison; what is covered is lost here and there. */
function followed({ keeper, officer, street, covering }: Ledger, unitId: string, standing: Standing, year: number, seed: number): UnitYear {
  const random = randomOf(seed, `unit/${unitId}`);
  const on = `${year}-${random.pick(['02', '05', '08', '11'])}-${random.between(10, 28)}`;
  const act = (what: string, person: Person, path: string, body: object): Act => ({
    on,
    what,
    run: () => person.command(`/units/${unitId}/${path}`, body, `year/${unitId}/${path}`),
  });
  const first = line(`${year}-01-01`, standing);
  const { state, workCovered } = standing;
  if (!random.chance(6000)) return { keeper, acts: [], lines: [first] };
  if (state === 'found')
    return {
      keeper,
      acts: [act('a liaison is named', officer, 'liaison', { liaisonId: covering.secretaryId })],
      lines: [first, line(on, { state, workCovered: true })],
    };
  if (state === 'covered')
    return {
      keeper,
      acts: [act('coverage is lost', officer, 'lose-coverage', { cause: 'organizationMoved' })],
      lines: [first, line(on, { state: 'dueForOrganization', workCovered: false })],
    };
  if (state !== 'dueForOrganization') return { keeper, acts: [], lines: [first] };
  return random.chance(5000)
    ? {
        keeper,
        acts: [act('a unit is covered', officer, 'cover', { coveringOrgId: covering.organizationId })],
        lines: [first, line(on, { state: 'covered', workCovered: true })],
      }
    : {
        keeper,
        acts: [act('a unit is exempt', street, 'exempt', { reasonCode: 'other' })],
        lines: [first, line(on, { state: 'exempt', workCovered })],
      };
}

/** From so many full members on an organization is due (coverage.minFull). */
export const dueFrom = 3;

/** A unit that is found in the course of the year, just below, at or above the number that makes an organization due. */
function founded({ keeper, officer }: Ledger, year: number, seed: number): UnitYear {
  const random = randomOf(seed, `founded/${keeper.organizationId}`);
  const on = `${year}-${random.pick(['03', '06', '09'])}-${random.between(10, 28)}`;
  const fullMembers = random.between(dueFrom - 1, dueFrom + 1);
  const unit = { name: '年度示例单位', ledger: 'building', staff: 40, fullMembers, figuresOn: on };
  const state = fullMembers >= dueFrom ? 'dueForOrganization' : 'found';
  return {
    keeper,
    acts: [{ on, what: 'a unit is registered', run: () => officer.command(`/organizations/${keeper.organizationId}/units`, unit, `year/${on}`) }],
    lines: [line(on, { state, workCovered: false })],
  };
}

/** ORG-31 to ORG-33, R-01, R-02. */
export function coveragePart({ organizations, officer: who }: District, units: readonly UnitYear[], year: number): Part {
  const nothing: Figures = { covered: 0, due: 0, worked: 0, live: 0 };
  const on = (date: string) => {
    const sums = sumsOver(
      units.map(({ keeper, lines }) => ({ ...keeper, now: lines.findLast(({ from }) => from <= date)?.figures ?? nothing })),
      ({ now }) => now,
    );
    return organizations.map(({ organizationId }) => ({
      on: date,
      who,
      path: `/organizations/${organizationId}/coverage-report?view=line`,
      expected: { asOf: date, ...(sums.get(organizationId) ?? nothing) },
    }));
  };
  return { acts: units.flatMap(({ acts }) => acts), checks: checkDays(year).flatMap(on) };
}
