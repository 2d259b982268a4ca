import * as operations from '@zhitong/catalogue/operations/tree.ts';
import { isWorking, type View } from '@zhitong/catalogue';
import { endOfDay, Rejected } from '@zhitong/kernel';
import { answer, knownBy, listed, readableBelow, type Kit, type OrganizationNode } from '@zhitong/platform';
import { headOf } from '../domain/tree/lines-and-places.ts';
import { organizationHistory } from '../projections/organization-history.projection.ts';
import { organizationList } from '../projections/organization-list.projection.ts';
import { forever, organizationValidity, type OrganizationValidityRow } from '../projections/organization-validity.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { sizeBandList } from '../projections/size-bands.projection.ts';
import { idOf, nodeOf, organizationRows, pageInMemory } from './organization-rows.ts';
import { childrenAsOf, pathAsOf } from './tree-as-of.ts';
import { actingOrganization } from './actor.ts';

const lag = (kit: Kit) => kit.rows(organizationList).lagSeconds();

/** Ids by pinyin initials, from the index; more than a thousand hits are no search. */
async function byInitials(kit: Kit, initials: string | undefined): Promise<ReadonlySet<string> | undefined> {
  if (initials === undefined) return undefined;
  const found = await kit.rows(organizationList).query({ where: [{ field: 'initials', prefix: initials }], limit: 1000 });
  return new Set(found.items.map(idOf));
}

type Filters = { readonly [Field in 'kind' | 'level' | 'sector' | 'state' | 'lineParentId' | 'placeParentId']?: OrganizationNode[Field] | undefined };
const asked = <Value>(wanted: Value | undefined, value: Value): boolean => wanted === undefined || wanted === value;
const matches = (node: OrganizationNode, wanted: Filters): boolean =>
  asked(wanted.kind, node.kind) &&
  asked(wanted.level, node.level) &&
  asked(wanted.sector, node.sector) &&
  asked(wanted.state, node.state) &&
  asked(wanted.lineParentId, node.lineParentId) &&
  asked(wanted.placeParentId, node.placeParentId);

const isUnder = ({ treeNow }: Kit, scopeId: string, id: string, view: View, head: string | undefined): boolean =>
  head === undefined || headOf(treeNow, scopeId, id, view) === head;

/**
 * Filters are answered from the tree in memory, in its own order (parents before children): it is never behind a move,
 * and any combination of filters needs no index.
 */
const listOrganizations = answer(operations.listOrganizations, async (query, kit) => {
  const { limit, cursor, scope, view, name, initials, counted, underLine, inPlace, ...filters } = query;
  const scopeId = scope ?? actingOrganization(kit);
  await kit.allow({ organizationId: scopeId });
  const hits = await byInitials(kit, initials);
  const found: OrganizationNode[] = [];
  for (const id of readableBelow(kit, scopeId, view)) {
    const node = kit.treeNow.node(id);
    const hit = node !== undefined && (hits?.has(id) ?? true) && (name === undefined || node.name.startsWith(name));
    const inCell = () => isUnder(kit, scopeId, id, 'line', underLine) && isUnder(kit, scopeId, id, 'place', inPlace);
    if (hit && matches(node, filters) && (counted !== 'true' || isWorking(node.state)) && inCell()) found.push(node);
  }
  const { page, ...rest } = pageInMemory(found, idOf, limit, cursor);
  return { items: await organizationRows(kit, page), ...rest, lagSeconds: lag(kit) };
});

const steps = (kit: Kit, organizationId: string, view: View) =>
  kit.treeNow.path(organizationId, view).flatMap((id) => {
    const node = kit.treeNow.node(id);
    return node === undefined ? [] : [{ organizationId: id, name: node.name, kind: node.kind, level: node.level }];
  });

const getOrganization = answer(operations.getOrganization, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const node = nodeOf(kit.treeNow, organizationId);
  const [[row], listed, sizes, held] = await Promise.all([
    organizationRows(kit, [node]),
    kit.rows(organizationList).get(organizationId),
    kit.rows(sizeBandList).get(organizationId),
    kit.rows(postList).query({
      where: [
        { field: 'organizationId', eq: organizationId },
        { field: 'held', eq: true },
      ],
      orderBy: { field: 'fromOn', direction: 'desc' },
      limit: 200,
    }),
  ]);
  if (row === undefined) throw new Rejected('NOT_FOUND', 'There is no such organization.');
  return {
    ...row,
    linePath: steps(kit, organizationId, 'line'),
    placePath: steps(kit, organizationId, 'place'),
    posts: held.items.map(({ $key: _key, held: _held, ...post }) => post),
    lineChildren: kit.treeNow.children(organizationId, 'line').length,
    placeChildren: kit.treeNow.children(organizationId, 'place').length,
    pendingMove: listed?.pendingMove ?? null,
    approvingOrgId: listed?.approvingOrgId ?? null,
    decideByAt: listed?.decideByAt ?? null,
    endsOn: listed?.endsOn ?? null,
    sizeBands: [...(sizes?.outside ?? [])],
    sizeExceptions: [...(sizes?.exceptions ?? [])],
    treeVersion: kit.treeNow.version,
  };
});

const listChildren = answer(operations.listChildren, async ({ organizationId, view, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const readable = kit.treeNow.children(organizationId, view).filter((id) => kit.mayRead(id));
  const { page, ...rest } = pageInMemory(readable, (id) => id, limit, cursor);
  const items = page.flatMap((id) => {
    const node = kit.treeNow.node(id);
    if (node === undefined) return [];
    const { name, kind, level, sector, state } = node;
    return [{ organizationId: id, name, kind, level, sector, state, children: kit.treeNow.children(id, view).length }];
  });
  return { items, ...rest, lagSeconds: lag(kit) };
});

const getOrganizationHistory = answer(operations.getOrganizationHistory, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items, ...rest } = await listed(kit.rows(organizationHistory), { where, orderBy: { field: 'occurredAt', direction: 'desc' }, limit, cursor });
  return { items: items.map(({ $key: _key, organizationId: _own, details, ...row }) => ({ ...row, details: { ...details } })), ...rest };
});

const asOfRow = ({ organizationId, name, kind, level, state, fromOn, toOn }: OrganizationValidityRow) => ({
  organizationId,
  name,
  kind,
  level,
  state,
  fromOn,
  toOn: toOn === forever ? null : toOn,
});

/** ORG-13. The right is asked on today's tree: what moved away is no longer readable, whatever the date asked for. */
const organizationTreeAsOf = answer(operations.organizationTreeAsOf, async ({ organizationId, view, asOf, knownAt, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const moment = { asOf, knownAt: knownBy(knownAt) };
  const path = await pathAsOf(kit, organizationId, view, moment);
  if (path.length === 0) throw new Rejected('NOT_FOUND', 'It did not exist on that date.', { asOf: endOfDay(asOf) });
  const children = (await childrenAsOf(kit, [organizationId], view, moment)).filter((row) => kit.mayRead(row.organizationId));
  const { page, ...rest } = pageInMemory(children, idOf, limit, cursor);
  return { path: path.map(asOfRow), items: page.map(asOfRow), ...rest, lagSeconds: kit.rows(organizationValidity).lagSeconds() };
});

export const treeQueries = [listOrganizations, getOrganization, listChildren, getOrganizationHistory, organizationTreeAsOf];
