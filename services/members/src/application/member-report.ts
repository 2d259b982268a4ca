import { memberReport, memberReportRows } from '@zhitong/catalogue/operations/members.ts';
import { allRows, portions, type Condition } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { answer, endOfTime, momentOf, type Kit, type Moment, type UseCase } from '@zhitong/platform';
import { everywhere, homeMoves, type HomeMoveRow } from '../projections/home-moves.projection.ts';
import { branchesBelow } from './scoped-members.ts';

const chunk = 500;
/** Branches whose members are worked out together for one page of the list. */
const groupSize = 50;
/** More than a city ever has. */
const countedUpTo = 10_000_000;

const movesOf = (kit: Kit, where: readonly Condition[], field: 'on' | 'recordedAt'): Promise<readonly HomeMoveRow[]> =>
  allRows((start) => kit.rows(homeMoves).query({ where, orderBy: { field, direction: 'asc' }, limit: 1000, ...start }));

const signed = ({ move }: HomeMoveRow): number => (move === 'in' ? 1 : -1);

/** Comings less leavings up to the day, counted on the index; what was recorded after `knownAt` is taken out again. */
async function membersOf(kit: Kit, organizationIds: readonly string[], { asOf, knownAt }: Moment): Promise<number> {
  let members = 0;
  for (const ids of portions(organizationIds, chunk)) {
    const here = { field: 'organizationId', in: ids } as const;
    const counted = async (move: HomeMoveRow['move']) =>
      (await kit.rows(homeMoves).count([here, { field: 'move', eq: move }, { field: 'on', lte: asOf }], countedUpTo)).count;
    const [came, left] = await Promise.all([counted('in'), counted('out')]);
    const later = knownAt === endOfTime ? [] : await movesOf(kit, [here, { field: 'recordedAt', gt: knownAt }], 'recordedAt');
    members += came - left - later.filter(({ on }) => on <= asOf).reduce((sum, row) => sum + signed(row), 0);
  }
  return members;
}

/** Who was at home in some branches then, by person. */
export async function residents(kit: Kit, branchIds: readonly string[], { asOf, knownAt }: Moment) {
  const rows = await movesOf(
    kit,
    [
      { field: 'organizationId', in: branchIds },
      { field: 'on', lte: asOf },
    ],
    'on',
  );
  const known = rows.filter(({ recordedAt }) => recordedAt <= knownAt);
  const homes = Map.groupBy(known, ({ organizationId, personId }) => `${personId}@${organizationId}`);
  return [...homes]
    .filter(([, moves]) => moves.reduce((sum, row) => sum + signed(row), 0) > 0)
    .flatMap(([, moves]) => moves.filter(({ move }) => move === 'in').slice(-1))
    .map(({ personId, organizationId: branchId, on: since }) => ({ personId, branchId, since }))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

interface Place {
  readonly group: number;
  readonly offset: number;
}
function placeOf(cursor: string | undefined): Place {
  const [group = 0, offset = 0] = (cursor ?? '0.0').split('.').map(Number);
  if (!Number.isSafeInteger(group) || !Number.isSafeInteger(offset)) throw new Rejected('VALIDATION_FAILED', 'This cursor is of another list.');
  return { group, offset };
}

/** Group by group until the page is full. */
async function pageOfResidents(kit: Kit, branches: readonly string[], moment: Moment, limit: number, cursor: string | undefined) {
  const groups = [...portions(branches, groupSize)];
  const items: Awaited<ReturnType<typeof residents>> = [];
  let { group, offset } = placeOf(cursor);
  for (let ids = groups[group]; ids !== undefined && items.length < limit; ids = groups[group]) {
    const here = await residents(kit, ids, moment);
    const taken = here.slice(offset, offset + limit - items.length);
    items.push(...taken);
    [group, offset] = offset + taken.length < here.length ? [group, offset + taken.length] : [group + 1, 0];
  }
  return groups[group] === undefined ? { items } : { items, next: `${group}.${offset}` };
}

export const memberReports: readonly UseCase[] = [
  answer(memberReport, async ({ organizationId, ...asked }, kit) => {
    await kit.allow({ organizationId });
    const moment = momentOf(kit, asked);
    const withHome = await membersOf(kit, branchesBelow(kit, organizationId), moment);
    const isTop = kit.treeNow.path(organizationId, 'line').length === 1;
    // Only the whole city has members of whom no branch is known; everywhere else a member is one of its branches.
    const members = isTop ? await membersOf(kit, [everywhere], moment) : withHome;
    return { asOf: moment.asOf, members, withHome, lagSeconds: kit.rows(homeMoves).lagSeconds() };
  }),
  answer(memberReportRows, async ({ organizationId, limit, cursor, ...asked }, kit) => {
    await kit.allow({ organizationId });
    const moment = momentOf(kit, asked);
    const branches = branchesBelow(kit, organizationId);
    const [page, total] = await Promise.all([pageOfResidents(kit, branches, moment, limit, cursor), membersOf(kit, branches, moment)]);
    return { ...page, total, totalMore: false, lagSeconds: kit.rows(homeMoves).lagSeconds() };
  }),
];
