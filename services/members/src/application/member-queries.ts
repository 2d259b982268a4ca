import {
  entitledMembers,
  getMember,
  listMembers,
  memberCounts,
  memberHistory as historyOperation,
  revealField,
} from '@zhitong/catalogue/operations/members.ts';
import type { MembershipState } from '@zhitong/catalogue';
import type { Condition } from '@zhitong/eventing';
import { ensure } from '@zhitong/kernel';
import { answer, listed, momentOf, type Kit, type Moment, type UseCase } from '@zhitong/platform';
import { partyAge } from '../domain/member/membership.ts';
import { memberFlags } from '../projections/member-flags.projection.ts';
import { memberHistory } from '../projections/member-history.projection.ts';
import { memberList, type MemberListRow } from '../projections/member-list.projection.ts';
import { memberStanding } from '../projections/member-standing.projection.ts';
import { erasedName } from '../vault/masking.ts';
import type { Vault } from '../vault/vault.ts';
import { entitledThen } from './entitled-then.ts';
import { allowedMember, caller, holds, isListed, todayOf, type Listed } from './persons.ts';
import { branchesBelow, branchesInScope, branchesUnder, countsOf, countWhere, walkBranches } from './scoped-members.ts';

/** Rows with their masked contact data; a page of it is one audit record. */
export async function withMasks(vault: Vault, kit: Kit, rows: readonly MemberListRow[]) {
  const listed = rows.filter(isListed);
  const personIds = listed.map(({ personId }) => personId);
  const masks = await vault.masked(personIds, todayOf(kit));
  if (personIds.length > 0) await kit.audit({ personIds, fields: ['phone', 'citizenNumber'], purpose: 'maskedList' });
  return listed.map(({ personId, branchId, kind, state, joinedOn, fullFromOn, flags, openTransferId, erased }) => {
    const { phoneMasked, citizenNumberMasked } = masks.get(personId) ?? {};
    return {
      personId,
      branchId,
      kind,
      state,
      joinedOn,
      erased,
      flagged: flags.length > 0,
      transferOpen: openTransferId !== null,
      fullFrom: fullFromOn,
      phoneMasked,
      citizenNumberMasked,
    };
  });
}

/** The row of a person at whose branch, by the log, the caller may use the right of the operation: who was moved away is gone at once (SEC-11). */
async function allowedRow(kit: Kit, personId: string): Promise<Listed> {
  await allowedMember(kit, personId);
  const row = await kit.rows(memberList).get(personId);
  ensure(row !== undefined && isListed(row), 'NOT_FOUND', 'There is no such member here.');
  return row;
}

/** Authority and date for authorised bodies and the own branch; everybody else knows only that a flag exists (MEM-05). */
async function flagsFor(kit: Kit, { personId, branchId, flags }: Listed) {
  if (flags.length === 0) return [];
  const mayKnow = caller(kit).organizationId === branchId || (await holds(kit, 'member.flag'));
  return mayKnow ? [...((await kit.rows(memberFlags).get(personId))?.flags ?? [])] : [];
}

interface Filters {
  readonly state?: MembershipState | undefined;
  readonly kind?: string | undefined;
  readonly joinedFrom?: string | undefined;
  readonly joinedUntil?: string | undefined;
}
const conditions = ({ state, kind, joinedFrom, joinedUntil }: Filters): readonly Condition[] => [
  ...(state === undefined ? [] : [{ field: 'state', eq: state }]),
  ...(kind === undefined ? [] : [{ field: 'kind', eq: kind }]),
  ...(joinedFrom === undefined && joinedUntil === undefined
    ? []
    : [{ field: 'joinedOn', ...(joinedFrom === undefined ? {} : { gte: joinedFrom }), ...(joinedUntil === undefined ? {} : { lte: joinedUntil }) }]),
];

/** Counters know the states; any other filter is counted row by row, as far as one request may. */
async function totalOf(kit: Kit, branches: readonly string[], { state, ...others }: Filters, where: readonly Condition[]) {
  const byState = Object.values(others).every((value) => value === undefined);
  if (!byState || state === 'ended') return countWhere(kit, branches, where);
  return { total: (await countsOf(kit, branches))[state === undefined ? 'total' : state], totalMore: false };
}

const named = (vault: Vault, name: string | undefined) => async (rows: readonly MemberListRow[]) => {
  if (name === undefined) return rows;
  const personIds = rows.map(({ personId }) => personId);
  const hits = new Set(await vault.search.among(personIds, name));
  return rows.filter(({ personId }) => hits.has(personId));
};

async function entitledPage(kit: Kit, organizationId: string, limit: number, cursor: string | undefined) {
  const where = [
    { field: 'branchId', eq: organizationId },
    { field: 'entitled', eq: true },
  ];
  const { items, ...rest } = await listed(kit.rows(memberList), { where, orderBy: { field: 'joinedOn', direction: 'asc' }, limit, cursor });
  return { items: items.map(({ personId }) => ({ personId })), ...rest };
}

async function entitledPageThen(kit: Kit, organizationId: string, moment: Moment, limit: number, cursor = '') {
  const entitled = await entitledThen(kit, organizationId, moment);
  const rest = entitled.filter((personId) => personId > cursor);
  const items = rest.slice(0, limit).map((personId) => ({ personId }));
  const next = rest.length > limit ? items.at(-1)?.personId : undefined;
  const lagSeconds = kit.rows(memberStanding).lagSeconds();
  return { items, next, total: entitled.length, totalMore: false, lagSeconds };
}

const lists = (vault: Vault): readonly UseCase[] => [
  answer(listMembers, async ({ branchId, scope, view, limit, cursor, name, ...filters }, kit) => {
    const { organizationId } = caller(kit);
    await kit.allow({ organizationId: branchId ?? scope ?? organizationId });
    const branches = branchId !== undefined ? [branchId] : scope === undefined ? branchesInScope(kit) : branchesUnder(kit, scope, view);
    const where = conditions(filters);
    const page = await walkBranches(kit, branches, where, limit, cursor, named(vault, name));
    const found = name === undefined ? await totalOf(kit, branches, filters, where) : { total: page.items.length, totalMore: page.next !== undefined };
    return { items: await withMasks(vault, kit, page.items), next: page.next, ...found, lagSeconds: kit.rows(memberList).lagSeconds() };
  }),
  answer(entitledMembers, async ({ organizationId, limit, cursor, ...asked }, kit) => {
    await kit.allow({ organizationId });
    const byDate = asked.asOf !== undefined || asked.knownAt !== undefined;
    return byDate ? entitledPageThen(kit, organizationId, momentOf(kit, asked), limit, cursor) : entitledPage(kit, organizationId, limit, cursor);
  }),
  answer(memberCounts, async ({ organizationId }, kit) => {
    await kit.allow({ organizationId });
    return { ...(await countsOf(kit, branchesBelow(kit, organizationId))), lagSeconds: kit.rows(memberList).lagSeconds() };
  }),
];

const profiles = (vault: Vault): readonly UseCase[] => [
  answer(getMember, async ({ personId }, kit) => {
    const row = await allowedRow(kit, personId);
    const today = todayOf(kit);
    const [[base], names, masks, lastLooks] = await Promise.all([
      withMasks(vault, kit, [row]),
      vault.names([personId]),
      vault.masked([personId], today),
      vault.looksAt(personId, 3),
    ]);
    ensure(base !== undefined, 'NOT_FOUND', 'There is no such member here.');
    const { ageBand, addressMasked } = masks.get(personId) ?? {};
    return {
      ...base,
      name: names.get(personId) ?? erasedName,
      entitled: row.entitled,
      temporaryBranches: [...row.member.attachments],
      flags: await flagsFor(kit, row),
      lastLooks: lastLooks.items.map(({ byPersonId, at, fields }) => ({ byPersonId, at, fields: [...fields] })),
      ageBand,
      addressMasked,
      partyAge: partyAge(row.fullFromOn, today),
    };
  }),
  answer(historyOperation, async ({ personId, limit, cursor }, kit) => {
    await allowedRow(kit, personId);
    const where = [{ field: 'personId', eq: personId }];
    const { items, ...rest } = await listed(kit.rows(memberHistory), { where, orderBy: { field: 'version', direction: 'desc' }, limit, cursor });
    return { items: [...items], ...rest };
  }),
  answer(revealField, async ({ personId, field, reason }, kit) => {
    await allowedRow(kit, personId);
    await kit.audit({ personIds: [personId], fields: [field], purpose: reason });
    const { personId: byPersonId, organizationId } = caller(kit);
    const perHour = kit.settings.number('reveal.perHour', kit.call.now);
    const { value, remaining } = await vault.reveal({
      personId,
      field,
      reason,
      by: { personId: byPersonId, organizationId },
      at: kit.call.now,
      perHour,
      lookId: kit.newId('lok'),
    });
    return { value, clearForSeconds: 60, remainingThisHour: remaining };
  }),
];

export const memberQueries = (vault: Vault): readonly UseCase[] => [...lists(vault), ...profiles(vault)];
