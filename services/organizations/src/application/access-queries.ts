import * as operations from '@zhitong/catalogue/operations/access.ts';
import type { GrantRow } from '@zhitong/catalogue/operations/access.ts';
import { listPosts as listPostsOperation } from '@zhitong/catalogue/operations/posts.ts';
import { listSettings as listSettingsOperation } from '@zhitong/catalogue/operations/settings.ts';
import { rightsOf, settingsCatalogue } from '@zhitong/catalogue';
import { allRows, type Condition } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { answer, listed, type Kit } from '@zhitong/platform';
import { settingsProjection } from '@zhitong/platform/access/access.projections.ts';
import { reachOf } from '@zhitong/platform/access/settings.ts';
import { accountIdOf, accountStream } from '../domain/account/account.stream.ts';
import { liveOn } from '../domain/grants/grants.decider.ts';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import { accountList } from '../projections/account-list.projection.ts';
import { grantList } from '../projections/grant-list.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { actingOrganization, today } from './actor.ts';
import { pageInMemory } from './organization-rows.ts';

/** Conditions for what was asked; undefined asks for nothing. */
const equal = (asked: Readonly<Record<string, string | boolean | undefined>>): Condition[] =>
  Object.entries(asked).flatMap(([field, eq]) => (eq === undefined ? [] : [{ field, eq }]));

const newest = (field: string) => ({ orderBy: { field, direction: 'desc' } }) as const;

const listPosts = answer(listPostsOperation, async ({ organizationId, type, held, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = equal({ organizationId, type, held: held === undefined ? undefined : held === 'yes' });
  const { items, ...rest } = await listed(kit.rows(postList), { where, ...newest('fromOn'), limit, cursor });
  return { items: items.map(({ $key: _key, held: _held, recordedAt: _recorded, vacatedAt: _vacated, ...row }) => row), ...rest };
});

type GrantFilters = { readonly [Field in 'personId' | 'organizationId' | 'role' | 'state']?: GrantRow[Field] | undefined };

const isAsked =
  (kit: Kit, { organizationId, role, state }: GrantFilters) =>
  (row: GrantRow): boolean =>
    (role === undefined || row.role === role) &&
    (state === undefined || row.state === state) &&
    (organizationId === undefined || row.organizationId === organizationId) &&
    kit.mayRead(row.organizationId);

/** All grants of one person, or for one organization, that were asked for: few enough to filter before they are paged. */
async function narrowGrants(kit: Kit, filters: GrantFilters): Promise<readonly GrantRow[]> {
  const { personId, organizationId } = filters;
  const rows = kit.rows(grantList);
  const where = equal(personId === undefined ? { organizationId } : { personId });
  const found = await allRows((start) => rows.query({ where, ...newest('fromOn'), limit: 1000, ...start }));
  return found.map(({ $key: _key, ...row }) => row).filter(isAsked(kit, filters));
}

/** Organizations whose grants are read together, and how many such groups one request may walk. */
const groupSize = 100;
const groupsPerPage = 20;

/**
 * Grants for the organizations a caller reads who does not read the whole city, a group of them after the other: a cursor, or a total, tells
 * nothing of those of others. A page may be short while more follows.
 */
async function grantsInScope(kit: Kit, filters: GrantFilters, limit: number, cursor: string | undefined) {
  const [, at, within] = /^(\d{1,6})\.(.*)$/.exec(cursor ?? '0.') ?? [];
  if (at === undefined) throw new Rejected('VALIDATION_FAILED', 'This cursor is of another list.', { field: 'cursor' });
  const ids = [...new Set(kit.readScope().flatMap(({ organizationId, view }) => kit.treeNow.subtree(organizationId, view)))].sort();
  const items: GrantRow[] = [];
  let [group, inner] = [Number(at), within === '' ? undefined : within];
  for (let walked = 0; walked < groupsPerPage && items.length < limit && group * groupSize < ids.length; walked += 1) {
    const where = [{ field: 'organizationId', in: ids.slice(group * groupSize, (group + 1) * groupSize) }];
    const page = await kit.rows(grantList).query({ where, ...newest('fromOn'), limit: limit - items.length, cursor: inner });
    items.push(...page.items.map(({ $key: _key, ...row }) => row).filter(isAsked(kit, filters)));
    inner = page.next;
    if (inner === undefined) group += 1;
  }
  const next = group * groupSize < ids.length ? `${group}.${inner ?? ''}` : undefined;
  return { items, next, total: items.length, totalMore: next !== undefined };
}

const listGrants = answer(operations.listGrants, async ({ limit, cursor, ...filters }, kit) => {
  const { personId, organizationId, role, state } = filters;
  await kit.allow({ organizationId: organizationId ?? actingOrganization(kit) });
  const rows = kit.rows(grantList);
  if (personId !== undefined || organizationId !== undefined) {
    const { page, ...rest } = pageInMemory(await narrowGrants(kit, filters), ({ grantId }) => grantId, limit, cursor);
    return { items: page, ...rest, lagSeconds: rows.lagSeconds() };
  }
  const [city] = kit.treeNow.path(actingOrganization(kit), 'line');
  if (city === undefined || !kit.mayRead(city)) return { ...(await grantsInScope(kit, filters, limit, cursor)), lagSeconds: rows.lagSeconds() };
  const { items, ...rest } = await listed(rows, { where: equal({ role, state }), ...newest('fromOn'), limit, cursor });
  return { items: items.map(({ $key: _key, ...row }) => row), ...rest };
});

const previewGrant = answer(operations.previewGrant, async ({ role, organizationId, view }, kit) => {
  await kit.allow({ organizationId });
  const { treeNow } = kit;
  const leads = view === 'place' || (treeNow.node(organizationId)?.placeCode ?? null) !== null;
  const visible = new Set([
    ...treeNow.subtree(organizationId, 'line'),
    ...(leads ? treeNow.subtree(organizationId, 'place') : []),
    ...treeNow.guided(organizationId).flatMap((id) => treeNow.subtree(id, 'line')),
  ]);
  return { organizations: rightsOf[role].includes('organization.read') ? visible.size : 0, rights: [...rightsOf[role]] };
});

const listAccounts = answer(operations.listAccounts, async ({ personId, state, limit, cursor }, kit) => {
  await kit.allow({ personId: personId ?? '' });
  const { items, ...rest } = await listed(kit.rows(accountList), { where: equal({ personId, state }), ...newest('changedAt'), limit, cursor });
  return { items: items.map(({ $key: _key, ...row }) => row), ...rest };
});

/** The gateway alone asks which person a log-in is, and hears what the log says; a log-in without an open account has no role. */
const resolveAccount = answer(operations.resolveAccount, async ({ issuer, subject }, kit) => {
  if (kit.call.subject.kind !== 'system') throw new Rejected('FORBIDDEN_ROLE', 'Log-ins are resolved by the gateway.');
  const accountId = accountIdOf(issuer, subject);
  const { state: account } = await kit.peek(accountStream, accountId);
  if (account.state !== 'open') throw new Rejected('FORBIDDEN_ROLE', 'This log-in has no account here.');
  return { personId: account.personId, accountId };
});

/** The post is held no more; the policy that ends its grant may not have come to it yet. */
async function isVacated(kit: Kit, organizationId: string, postId: string | undefined): Promise<boolean> {
  return postId !== undefined && (await kit.peek(postsStream, organizationId)).state.vacated.includes(postId);
}

/** From the log: a projection that stands still must not let anybody go on (SEC-11). */
const mySubject = answer(operations.mySubject, async ({ personId: asked }, kit) => {
  const { subject } = kit.call;
  const personId = subject.kind === 'person' ? subject.personId : asked;
  if (personId === undefined) throw new Rejected('VALIDATION_FAILED', 'The person is missing.');
  const { state, version } = await kit.peek(grantsStream, personId);
  const grants = liveOn(state, today(kit)).map(async ({ grantId, role, view, organizationId, fromOn, untilOn = null, postId }) => {
    const node = kit.treeNow.node(organizationId);
    if (node === undefined || (await isVacated(kit, organizationId, postId))) return [];
    return [{ grantId, role, view, organizationId, fromOn, untilOn, organizationName: node.name, level: node.level }];
  });
  return { personId, grants: (await Promise.all(grants)).flat(), grantVersion: version, treeVersion: kit.treeNow.version };
});

const listSettings = answer(listSettingsOperation, async ({ organizationId: asked, on, limit, cursor }, kit) => {
  const organizationId = asked ?? actingOrganization(kit);
  await kit.allow({ organizationId });
  const rows = kit.rows(settingsProjection);
  const { page, ...rest } = pageInMemory([...settingsCatalogue.values()], ({ key }) => key, limit, cursor);
  const changed = await rows.getMany(page.map(({ key }) => key));
  const reasons = await kit.content.openMany([...changed.values()].flatMap(({ changes }) => changes.map(({ reasonRef }) => reasonRef)));
  const day = on ?? today(kit);
  const items = page.map(({ key, who, defaultValue, min, max, usedBy }) => ({
    key,
    who,
    min,
    max,
    usedBy,
    defaultValue: JSON.stringify(defaultValue),
    value: JSON.stringify(kit.settings.json(key, day, organizationId)),
    reach: reachOf(changed.get(key)?.changes ?? [], day, organizationId, kit.treeNow),
    changes: (changed.get(key)?.changes ?? [])
      .filter((change) => kit.mayRead(change.organizationId) || kit.treeNow.node(change.organizationId)?.level === 'city')
      .map(({ valueJson: value, reasonRef, ...change }) => ({ ...change, value, reason: reasons.get(reasonRef) ?? null })),
    version: changed.get(key)?.version ?? 0,
  }));
  return { items, ...rest, lagSeconds: rows.lagSeconds() };
});

export const accessQueries = [listPosts, listGrants, previewGrant, listAccounts, resolveAccount, mySubject, listSettings];
