import { isBranchKind, type View } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Condition } from '@zhitong/eventing';
import { readableBelow, type Kit } from '@zhitong/platform';
import { memberList, type MemberListRow } from '../projections/member-list.projection.ts';

/** Branches looked at together, and how many such groups one request may walk. */
const groupSize = 100;
const groupsPerPage = 10;

export interface ScopedPage {
  readonly items: readonly MemberListRow[];
  readonly next?: string;
}

/** All branches the caller may read, by id; from the tree in memory, so a moved one is gone at once. */
export function branchesInScope(kit: Scope): readonly string[] {
  const ids = kit.readScope().flatMap(({ organizationId, view }) => kit.treeNow.subtree(organizationId, view));
  return [...branchesOf(kit, [...new Set(ids)])].sort();
}

type Scope = Pick<Kit, 'treeNow' | 'readScope' | 'mayRead'>;

/** An organization and what stands below it along every view of the caller, as far as the caller may read it. */
export function organizationsBelow(kit: Scope, organizationId: string): readonly string[] {
  const views = kit.readScope().map(({ view }) => view);
  const below = new Set((views.length > 0 ? views : (['line'] as const)).flatMap((view) => kit.treeNow.subtree(organizationId, view)));
  return [...below].filter((id) => kit.mayRead(id));
}

const branchesOf = ({ treeNow }: Scope, ids: readonly string[]): readonly string[] => ids.filter((id) => isBranchKind(treeNow.node(id)?.kind ?? 'committee'));

export const branchesBelow = (kit: Scope, organizationId: string): readonly string[] => branchesOf(kit, organizationsBelow(kit, organizationId));

/** The branches of one subtree, as the figures of members count it. */
export const branchesUnder = (kit: Scope, organizationId: string, view: View): readonly string[] => branchesOf(kit, readableBelow(kit, organizationId, view));

interface Place {
  readonly group: number;
  readonly inner?: string | undefined;
}

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { group: 0 };
  const dot = cursor.indexOf('.');
  const group = Number(cursor.slice(0, dot));
  if (dot < 1 || !Number.isInteger(group) || group < 0) throw new Rejected('VALIDATION_FAILED', 'This cursor is of another list.');
  const inner = cursor.slice(dot + 1);
  return { group, inner: inner === '' ? undefined : inner };
}

/** Walks the branches group by group until the page is full; a page may be short while more follows. */
export async function walkBranches(
  kit: Kit,
  branches: readonly string[],
  where: readonly Condition[],
  limit: number,
  cursor: string | undefined,
  keep: (rows: readonly MemberListRow[]) => Promise<readonly MemberListRow[]>,
): Promise<ScopedPage> {
  const items: MemberListRow[] = [];
  let { group, inner } = placeOf(cursor);
  for (let walked = 0; walked < groupsPerPage && items.length < limit && group * groupSize < branches.length; walked += 1) {
    const ids = branches.slice(group * groupSize, (group + 1) * groupSize);
    const page = await kit.rows(memberList).query({
      where: [{ field: 'branchId', in: ids }, ...where],
      limit: limit - items.length,
      cursor: inner,
    });
    items.push(...(await keep(page.items)));
    inner = page.next;
    if (inner === undefined) group += 1;
  }
  return group * groupSize < branches.length ? { items, next: `${group}.${inner ?? ''}` } : { items };
}

/** Most a filtered list is counted to, how many branches are counted together and how many such groups one request may count. */
const countedTo = 10_000;
const countedTogether = 1000;
const groupsPerCount = 10;

export async function countWhere(
  kit: Kit,
  branches: readonly string[],
  where: readonly Condition[],
): Promise<{ readonly total: number; readonly totalMore: boolean }> {
  let total = 0;
  let group = 0;
  for (; group < groupsPerCount && total <= countedTo && group * countedTogether < branches.length; group += 1) {
    const ids = branches.slice(group * countedTogether, (group + 1) * countedTogether);
    total += (await kit.rows(memberList).count([{ field: 'branchId', in: ids }, ...where])).count;
  }
  return { total: Math.min(total, countedTo), totalMore: total > countedTo || group * countedTogether < branches.length };
}

/** Sums of the branches' counters. */
export async function countsOf(kit: Kit, branches: readonly string[]): Promise<Readonly<Record<'full' | 'provisional' | 'suspended' | 'total', number>>> {
  const sums = { full: 0, provisional: 0, suspended: 0, total: 0 };
  for (const amounts of (await kit.rows(memberList).tallies(branches)).values()) {
    for (const name of ['full', 'provisional', 'suspended', 'total'] as const) sums[name] += amounts[name] ?? 0;
  }
  return sums;
}
