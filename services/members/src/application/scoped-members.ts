import { isBranchKind, type View } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Condition } from '@zhitong/eventing';
import { readableBelow, type Kit, type TreeView } from '@zhitong/platform';
import { memberList, type MemberListRow } from '../projections/member-list.projection.ts';

/** Branches looked at together, and how many such groups one request may walk. */
const groupSize = 100;
const groupsPerPage = 10;

export interface ScopedPage {
  readonly items: readonly MemberListRow[];
  readonly next?: string;
}

/** All branches the caller may read, by id; from the tree in memory, so a moved one is gone at once. */
export const branchesInScope = (kit: Scope): readonly string[] =>
  ordered(kit, '', () => kit.readScope().flatMap(({ organizationId, view }) => kit.treeNow.subtree(organizationId, view)));

/** The branches of one subtree, by id, as the figures of members count it. */
export const branchesUnder = (kit: Scope, organizationId: string, view: View): readonly string[] =>
  ordered(kit, `${view}/${organizationId}`, () => readableBelow(kit, organizationId, view));

const orderedBranches = new WeakMap<TreeView, Map<string, readonly string[]>>();
const keptPerTree = 64;

/** Those of a city are put in order once for a version of the tree and all who read the same of it. */
function ordered(kit: Scope, part: string, ids: () => readonly string[]): readonly string[] {
  const scope = kit.readScope().map(({ organizationId, view }) => `${view}/${organizationId}`);
  const key = [...scope, part].join(' ');
  const kept = orderedBranches.get(kit.treeNow) ?? new Map<string, readonly string[]>();
  orderedBranches.set(kit.treeNow, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const branches = branchesOf(kit, [...new Set(ids())]).toSorted();
  if (scope.length > 0 && branches.length > groupSize && kept.size < keptPerTree) kept.set(key, branches);
  return branches;
}

type Scope = Pick<Kit, 'treeNow' | 'readScope' | 'mayRead'>;

/** An organization and what stands below it along every view of the caller, as far as the caller may read it. */
export function organizationsBelow(kit: Scope, organizationId: string): readonly string[] {
  const views = new Set(kit.readScope().map(({ view }) => view));
  return [...new Set([...(views.size > 0 ? views : ['line' as const])].flatMap((view) => readableBelow(kit, organizationId, view)))];
}

const branchesOf = ({ treeNow }: Scope, ids: readonly string[]): readonly string[] => ids.filter((id) => isBranchKind(treeNow.node(id)?.kind ?? 'committee'));

/** Their branches, by id. */
export const branchesBelow = (kit: Scope, organizationId: string): readonly string[] =>
  ordered(kit, organizationId, () => organizationsBelow(kit, organizationId));

interface Place {
  /** The first branch of the group. */
  readonly from: string;
  readonly inner?: string | undefined;
}

function placeOf(cursor: string | undefined): Place {
  if (cursor === undefined) return { from: '' };
  const [, from, inner] = /^(\w+)\.(.*)$/.exec(cursor) ?? [];
  if (from === undefined) throw new Rejected('VALIDATION_FAILED', 'This cursor is of another list.', { field: 'cursor' });
  return { from, inner: inner === '' ? undefined : inner };
}

/** Walks branches ordered by id, group by group until the page is full; a page may be short while more follows. */
export async function walkBranches(
  kit: Kit,
  branches: readonly string[],
  where: readonly Condition[],
  limit: number,
  cursor: string | undefined,
  keep: (rows: readonly MemberListRow[]) => Promise<readonly MemberListRow[]>,
): Promise<ScopedPage> {
  const items: MemberListRow[] = [];
  const place = placeOf(cursor);
  let inner = place.inner;
  let at = branches.findIndex((id) => id >= place.from);
  for (let walked = 0; walked < groupsPerPage && items.length < limit && at in branches; walked += 1) {
    const ids = branches.slice(at, at + groupSize);
    const page = await kit.rows(memberList).query({
      where: [{ field: 'branchId', in: ids }, ...where],
      limit: limit - items.length,
      cursor: inner,
    });
    items.push(...(await keep(page.items)));
    inner = page.next;
    if (inner === undefined) at += groupSize;
  }
  const next = branches[at];
  return next === undefined ? { items } : { items, next: `${next}.${inner ?? ''}` };
}

/** Most a filtered list is counted to, and in how many branches. */
const countedTo = 10_000;
const countedBranches = 10_000;

export async function countWhere(
  kit: Kit,
  branches: readonly string[],
  where: readonly Condition[],
): Promise<{ readonly total: number; readonly totalMore: boolean }> {
  const counted = branches.slice(0, countedBranches);
  const { count, more } = await kit.rows(memberList).count([{ field: 'branchId', in: counted }, ...where], countedTo);
  return { total: count, totalMore: more || counted.length < branches.length };
}

/** Sums of the branches' counters. */
export async function countsOf(kit: Kit, branches: readonly string[]): Promise<Readonly<Record<'full' | 'provisional' | 'suspended' | 'total', number>>> {
  const sums = { full: 0, provisional: 0, suspended: 0, total: 0 };
  for (const amounts of (await kit.rows(memberList).tallies(branches)).values()) {
    for (const name of ['full', 'provisional', 'suspended', 'total'] as const) sums[name] += amounts[name] ?? 0;
  }
  return sums;
}
