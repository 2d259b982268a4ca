import type { z } from 'zod';
import { levels, organizationKinds, sectors, views, type Level } from '@zhitong/catalogue';
import type { scopeSchema } from '@zhitong/catalogue/operations/directives.ts';
import { addDays, shanghaiDate, startOfDay } from '@zhitong/kernel';
import { allRows, portions, type Condition } from '@zhitong/eventing';
import type { Kit, TreeView } from '@zhitong/platform';
import { addresseesOf, firstOffender, resolveAddressees, treesOf, type Scope } from '../domain/directive/addressees.ts';
import { directiveList, type DirectiveListRow } from '../projections/directive-list.projection.ts';
import { burdensome } from '../domain/directive/issue-directive.ts';

/** Days the burden cap of LINK-01 looks back. */
export const burdenWindowDays = 30;

/** The scope as the events write it. */
export const scopeOf = ({ clauses, exclude }: z.infer<typeof scopeSchema>): Scope => ({
  clauses: clauses.map(({ subtreeOf, view, levels = [], kinds = [], sectors = [], managedBy, organizationIds = [] }) => ({
    subtreeOfId: subtreeOf,
    view,
    levelCodes: levels,
    kindCodes: kinds,
    sectorCodes: sectors,
    managedById: managedBy,
    organizationIds,
  })),
  excludeIds: exclude,
});

/** The scope as it was asked for. */
export const scopeAsked = ({ clauses, excludeIds }: Scope): z.output<typeof scopeSchema> => ({
  clauses: clauses.map(({ subtreeOfId, view, levelCodes, kindCodes, sectorCodes, managedById, organizationIds }) => ({
    ...(subtreeOfId === undefined ? {} : { subtreeOf: subtreeOfId }),
    ...(view === undefined ? {} : { view: views.parse(view) }),
    ...(levelCodes.length === 0 ? {} : { levels: levelCodes.map((code) => levels.parse(code)) }),
    ...(kindCodes.length === 0 ? {} : { kinds: kindCodes.map((code) => organizationKinds.parse(code)) }),
    ...(sectorCodes.length === 0 ? {} : { sectors: sectorCodes.map((code) => sectors.parse(code)) }),
    ...(managedById === undefined ? {} : { managedBy: managedById }),
    ...(organizationIds.length === 0 ? {} : { organizationIds: [...organizationIds] }),
  })),
  exclude: [...excludeIds],
});

export interface Reach {
  readonly addressees: readonly string[];
  readonly offenderId: string | undefined;
}

export function reachOf(tree: TreeView, scope: Scope, issuerId: string): Reach {
  const addressees = resolveAddressees(tree, scope, issuerId);
  return { addressees, offenderId: firstOffender(tree, scope, issuerId, addressees) };
}

/** Every row of a selection of directives; bounded by what one level issues in a window. */
const directives = (kit: Kit, where: readonly Condition[]): Promise<readonly DirectiveListRow[]> =>
  allRows((start) => kit.rows(directiveList).query({ where, limit: 500, ...start }));

/** The organizations of one level that can address any of these: the issuer, and those above an addressee that share its level. */
function issuersOfLevel(tree: TreeView, issuerId: string, level: Level, addressees: readonly string[]): readonly string[] {
  const issuers = new Set([issuerId]);
  const seen = new Set<string>();
  const climb = (id: string | null): void => {
    if (id === null || seen.has(id)) return;
    seen.add(id);
    const node = tree.node(id);
    if (node === undefined) return;
    if (node.level === level) issuers.add(id);
    for (const parent of [node.lineParentId, node.placeParentId, node.guidingOrgId]) climb(parent);
  };
  for (const addressee of addressees) {
    const node = tree.node(addressee);
    for (const parent of [node?.lineParentId, node?.placeParentId, node?.guidingOrgId]) climb(parent ?? null);
  }
  return [...issuers].sort();
}

export interface Burden {
  readonly most: number;
  readonly mostAt: string | undefined;
}

/** Tasks and surveys that organizations of the issuing level sent in the window, at the addressee that has most; this one counts. */
export async function burdenOf(kit: Kit, issuerId: string, kind: string, addressees: readonly string[]): Promise<Burden> {
  const level = kit.treeNow.node(issuerId)?.level ?? 'base';
  const since = startOfDay(addDays(shanghaiDate(kit.call.now), -burdenWindowDays));
  const issuers = issuersOfLevel(kit.treeNow, issuerId, level, addressees);
  const counts = new Map<string, number>();
  for (const some of portions(issuers, 100)) {
    const where = [
      { field: 'issuerId', in: some },
      { field: 'burdens', eq: true },
      { field: 'issuedAt', gte: since },
    ];
    for (const { state, rule } of await directives(kit, where)) {
      if (rule === null || state === 'recalled') continue;
      for (const id of addresseesOf(await treesOf(kit.tree, rule), rule)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const own = burdensome(kind) ? 1 : 0;
  return addressees.reduce<Burden>(
    (most, id) => {
      const burden = (counts.get(id) ?? 0) + own;
      return burden > most.most ? { most: burden, mostAt: id } : most;
    },
    { most: own, mostAt: undefined },
  );
}

/** Whether the same topic was asked of any of the same addressees in the last {directive.repeatDays} (LINK-07). */
export async function askedBefore(kit: Kit, issuerId: string, topicCode: string | undefined, addressees: readonly string[]): Promise<boolean> {
  if (topicCode === undefined) return false;
  const days = kit.settings.number('directive.repeatDays', kit.call.now, issuerId);
  const since = startOfDay(addDays(shanghaiDate(kit.call.now), -days));
  const asked = new Set(addressees);
  for (const { rule, terms, state } of await directives(kit, [
    { field: 'topicCode', eq: topicCode },
    { field: 'issuedAt', gte: since },
  ])) {
    if (rule === null || terms?.reportDueAt === undefined || state === 'recalled') continue;
    if (addresseesOf(await treesOf(kit.tree, rule), rule).some((id) => asked.has(id))) return true;
  }
  return false;
}

/** The organization itself or one above it, along the line or over the place. */
export const standsOver = (tree: TreeView, organizationId: string, below: string): boolean =>
  views.values.some((view) => tree.within(organizationId, below, view));
