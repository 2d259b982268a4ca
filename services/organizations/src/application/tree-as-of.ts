import { isLive, type View } from '@zhitong/catalogue';
import { allRows, portions, type Condition } from '@zhitong/eventing';
import type { Kit, Moment } from '@zhitong/platform';
import { organizationValidity, type OrganizationValidityRow as Interval } from '../projections/organization-validity.projection.ts';

/** Ids a question names at once. */
export const chunk = 500;

type Rows = Pick<Kit, 'rows'>;

const holds = (row: Interval, { asOf, knownAt }: Moment): boolean =>
  row.fromOn <= asOf && row.recordedAt <= knownAt && (asOf < row.toOn || (row.closedAt !== null && row.closedAt > knownAt));

function intervals(kit: Rows, of: Condition, { asOf }: Moment): Promise<readonly Interval[]> {
  const query = { where: [of, { field: 'fromOn', lte: asOf }], orderBy: { field: 'fromOn', direction: 'asc' }, limit: 1000 } as const;
  return allRows((start) => kit.rows(organizationValidity).query({ ...query, ...start }));
}

/** The interval each was in then: of those that hold, the one begun last. An organization that was not there has none. */
async function validOn(kit: Rows, ids: readonly string[], moment: Moment): Promise<ReadonlyMap<string, Interval>> {
  const found = new Map<string, Interval>();
  for (const some of portions(ids, chunk))
    for (const row of await intervals(kit, { field: 'organizationId', in: some }, moment))
      if (holds(row, moment) && row.version > (found.get(row.organizationId)?.version ?? 0)) found.set(row.organizationId, row);
  return found;
}

const parentField = { line: 'lineParentId', place: 'placeParentId' } as const satisfies Readonly<Record<View, keyof Interval>>;
const byId = (a: Interval, b: Interval): number => (a.organizationId < b.organizationId ? -1 : 1);

/** From the top down to the organization itself; empty when it was not there. */
export async function pathAsOf(kit: Rows, organizationId: string, view: View, moment: Moment): Promise<readonly Interval[]> {
  const path: Interval[] = [];
  for (let id: string | null = organizationId; id !== null;) {
    const row: Interval | undefined = (await validOn(kit, [id], moment)).get(id);
    if (row === undefined) return path;
    path.unshift(row);
    id = row[parentField[view]];
  }
  return path;
}

/** Live organizations directly below some, by id. Asked for once more each: one whose dates overlap stands only where the later word put it. */
export async function childrenAsOf(kit: Rows, parentIds: readonly string[], view: View, moment: Moment): Promise<readonly Interval[]> {
  const field = parentField[view];
  const parents = new Set(parentIds);
  const once = new Set<string>();
  for (const some of portions(parentIds, chunk)) for (const row of await intervals(kit, { field, in: some }, moment)) once.add(row.organizationId);
  const there = [...(await validOn(kit, [...once], moment)).values()];
  return there.filter((row) => isLive(row.state) && parents.has(row[field] ?? '')).sort(byId);
}

/** An organization and the live ones below it then, level by level. */
export async function subtreeAsOf(kit: Rows, organizationId: string, view: View, moment: Moment): Promise<readonly Interval[]> {
  const top = (await validOn(kit, [organizationId], moment)).get(organizationId);
  const found: Interval[] = [];
  let below: readonly Interval[] = top !== undefined && isLive(top.state) ? [top] : [];
  while (below.length > 0) {
    found.push(...below);
    const ids = below.map((row) => row.organizationId);
    below = await childrenAsOf(kit, ids, view, moment);
  }
  return found;
}

/** Of the organizations named those that were live then. */
export async function liveAmong(kit: Rows, ids: readonly string[], moment: Moment): Promise<ReadonlySet<string>> {
  const rows = [...(await validOn(kit, ids, moment)).values()];
  return new Set(rows.filter(({ state }) => isLive(state)).map(({ organizationId }) => organizationId));
}
