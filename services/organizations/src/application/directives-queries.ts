import * as operations from '@zhitong/catalogue/operations/directives.ts';
import { levels, views, type Level } from '@zhitong/catalogue';
import { eachRow, portions, type Condition } from '@zhitong/eventing';
import { addMonths, ensure, shanghaiDate } from '@zhitong/kernel';
import { answer, listed, type Kit, type TreeView } from '@zhitong/platform';
import { drillPath, informedOrganizations } from '../domain/directive/addressees.ts';
import { attenuation, median, middlePlaces } from '../domain/directive/attenuation.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { currentReceipt, pathOf, type InboxRow } from '../projections/inbox-row.ts';
import { tallyKeys } from '../projections/inbox-tallies.ts';
import { burdensome } from '../domain/directive/issue-directive.ts';
import { askedBefore, burdenOf, burdenWindowDays, reachOf, scopeAsked, scopeOf, standsOver } from './directives-scope.ts';
import { directiveView, drilledInto, seenDirective, type Seen } from './directives-view.ts';
import { nameIn, nodeOf } from './organization-rows.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Open duties at each of these, counted from the tallies of their inboxes. */
async function openDuties(kit: Kit, addressees: readonly string[]): Promise<readonly number[]> {
  const inbox = kit.rows(directiveInbox);
  const counts: number[] = [];
  for (const some of portions(addressees, 1000)) {
    const tallies = await inbox.tallies(some.map(tallyKeys.inbox));
    for (const { toAcknowledge = 0, toReport = 0 } of tallies.values()) counts.push(toAcknowledge + toReport);
  }
  return counts;
}

const previewDirective = answer(operations.previewDirective, async ({ issuerId, scope: asked, kind, topicCode }, kit) => {
  await kit.allow({ organizationId: issuerId });
  const scope = operations.scopeIn(asked);
  ensure(scope !== undefined, 'VALIDATION_FAILED', 'The scope is no DirectiveScope.', { field: 'scope' });
  const tree = kit.treeNow;
  const { addressees, offenderId } = reachOf(tree, scopeOf(scope), issuerId);
  const { most, mostAt } = await burdenOf(kit, issuerId, kind, addressees);
  const cap = kit.settings.number('directive.burdenCap', kit.call.now, issuerId);
  const duties = await openDuties(kit, addressees);
  const counted = levels.values.map((level) => ({ level, addressees: addressees.filter((id) => tree.node(id)?.level === level).length }));
  return {
    addressees: addressees.length,
    byLevel: counted.filter((each) => each.addressees > 0),
    informed: informedOrganizations(tree, issuerId, addressees).length,
    firstOffenderId: offenderId,
    burden: {
      most,
      mostAt,
      cap,
      windowDays: burdenWindowDays,
      secondPersonRequired: burdensome(kind) && most > cap,
      openDuties: sum(duties),
      mostOpenDuties: duties.reduce((a, b) => Math.max(a, b), 0),
    },
    reportAskedBefore: await askedBefore(kit, issuerId, topicCode, addressees),
  };
});

const listDirectives = answer(operations.listDirectives, async ({ organizationId, state, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'issuerId', eq: organizationId }, ...(state === undefined ? [] : [{ field: 'state', eq: state }])];
  const { items, ...rest } = await listed(kit.rows(directiveList), { where, orderBy: { field: 'sortAt', direction: 'desc' }, limit, cursor });
  const titles = await kit.content.openMany(items.map(({ titleRef }) => titleRef));
  return { items: items.map((row) => directiveView(row, titles)), ...rest };
});

/** Notes of those who forwarded it, for everyone who stands below them, and for the issuer. */
async function supplements(kit: Kit, rootDirectiveId: string, organizationId: string) {
  const copies = await kit.rows(directiveList).query({
    where: [{ field: 'rootDirectiveId', eq: rootDirectiveId }],
    orderBy: { field: 'sortAt', direction: 'asc' },
    limit: 1000,
  });
  const tree = kit.treeNow;
  const concerns = (issuerId: string) => standsOver(tree, issuerId, organizationId) || standsOver(tree, organizationId, issuerId);
  const shown = copies.items.filter(({ hops, issuerId }) => hops > 0 && concerns(issuerId));
  const notes = await kit.content.openMany(shown.flatMap(({ noteRef }) => noteRef ?? []));
  return shown.map(({ directiveId, issuerId, issuerLevel, noteRef, sortAt, addressees }) => ({
    directiveId,
    organizationId: issuerId,
    level: levels.parse(issuerLevel ?? 'base'),
    note: notes.get(noteRef ?? '') ?? null,
    forwardedAt: sortAt,
    addressees,
  }));
}

async function receiptView(kit: Kit, own: InboxRow | undefined) {
  if (own === undefined || own.role === null) return null;
  const { reportRef, returnReasonRef, remindedAt } = currentReceipt(own);
  const texts = await kit.content.openMany([reportRef, returnReasonRef].flatMap((ref) => ref ?? []));
  return {
    state: own.state ?? ('delivered' as const),
    informedOnly: own.role === 'informed',
    report: texts.get(reportRef ?? '') ?? null,
    returnReason: texts.get(returnReasonRef ?? '') ?? null,
    remindedAt,
  };
}

const getDirective = answer(operations.getDirective, async ({ directiveId, organizationId }, kit) => {
  const { directive, own } = await seenDirective(kit, directiveId, organizationId);
  const { titleRef, textRef, recallReasonRef, earlier } = directive;
  const texts = await kit.content.openMany([titleRef, textRef, ...(recallReasonRef === null ? [] : [recallReasonRef]), ...earlier.map((each) => each.textRef)]);
  return {
    ...directiveView(directive, texts),
    text: texts.get(textRef) ?? null,
    textHash: directive.textHash,
    version: directive.version,
    forwardingAllowed: directive.forwardingAllowed,
    recallReason: texts.get(recallReasonRef ?? '') ?? null,
    earlier: earlier.map(({ textRef: ref, ...version }) => ({ ...version, text: texts.get(ref) ?? null })),
    supplements: await supplements(kit, directive.rootDirectiveId, organizationId),
    receipt: await receiptView(kit, own),
    scope: directive.draftScope === null ? null : scopeAsked(directive.draftScope),
    guide: directive.guide === null ? null : { quarter: directive.guide.quarter, topicCodes: [...directive.guide.topicCodes] },
  };
});

const counters = (amounts: Readonly<Record<string, number>> = {}) => ({
  addressees: amounts['addressees'] ?? 0,
  delivered: amounts['delivered'] ?? 0,
  opened: amounts['opened'] ?? 0,
  acknowledgedOnTime: amounts['acknowledgedOnTime'] ?? 0,
  acknowledgedLate: amounts['acknowledgedLate'] ?? 0,
  notAcknowledged: amounts['notAcknowledged'] ?? 0,
  reported: amounts['reported'] ?? 0,
  reportedOnTime: amounts['reportedOnTime'] ?? 0,
  overdue: amounts['overdue'] ?? 0,
  left: amounts['left'] ?? 0,
});

/** T(L), read at its place on the index. */
async function medianSeconds(kit: Kit, directiveId: string, level: Level): Promise<number | null> {
  const inbox = kit.rows(directiveInbox);
  const where: readonly Condition[] = [
    { field: 'directiveId', eq: directiveId },
    { field: 'level', eq: level },
    { field: 'acknowledgeSeconds', gte: 0 },
  ];
  const { count } = await inbox.count(where, 1_000_000);
  const orderBy = { field: 'acknowledgeSeconds', direction: 'asc' } as const;
  const middle = await Promise.all(middlePlaces(count).map((place) => inbox.nth({ where, orderBy }, place)));
  return median(middle.flatMap((row) => row?.acknowledgeSeconds ?? []));
}

async function childrenOf(kit: Kit, directiveId: string, under: string, view: 'line' | 'place') {
  const children = kit.treeNow.children(under, view);
  const tallies = await kit.rows(directiveInbox).tallies(children.map((id) => tallyKeys.under(directiveId, id)));
  return children.flatMap((organizationId) => {
    const amounts = tallies.get(tallyKeys.under(directiveId, organizationId));
    if (amounts === undefined) return [];
    const { name, level } = nodeOf(kit.treeNow, organizationId);
    return [{ organizationId, name, level, ...counters(amounts), hasChildren: kit.treeNow.children(organizationId, view).length > 0 }];
  });
}

const directiveProgress = answer(operations.directiveProgress, async ({ directiveId, organizationId, under: asked }, kit) => {
  const seen = await seenDirective(kit, directiveId, organizationId);
  const { directive, seesAll } = seen;
  const under = drilledInto(kit, seen, organizationId, asked);
  const tallies = await kit.rows(directiveInbox).tallies(levels.values.map((level) => tallyKeys.level(directiveId, level)));
  const byLevel = levels.values.map((level) => ({ level, ...counters(tallies.get(tallyKeys.level(directiveId, level))) }));
  const shares = attenuation(byLevel);
  const shown = await Promise.all(
    byLevel.map(async (row, at) => ({
      ...row,
      onTimeShare: shares[at]?.onTimeShare ?? null,
      loss: shares[at]?.loss ?? null,
      medianSeconds: await medianSeconds(kit, directiveId, row.level),
    })),
  );
  return {
    soFar: kit.call.now <= (directive.terms?.acknowledgeDueAt ?? kit.call.now),
    levels: seesAll ? shown.filter(({ addressees, left }) => addressees + left > 0) : [],
    under,
    children: await childrenOf(kit, directiveId, under, views.parse(directive.terms?.view ?? 'line')),
    lagSeconds: kit.rows(directiveInbox).lagSeconds(),
  };
});

interface ReceiptFilter {
  readonly level?: Level | undefined;
  readonly state?: string | undefined;
  readonly overdue?: 'true' | 'false' | undefined;
}

const receiptRow = (kit: Kit) => (row: InboxRow) => {
  const { receipt, acknowledgedLate, reportedLate, remindedAt } = currentReceipt(row);
  return {
    directiveId: row.directiveId,
    organizationId: row.organizationId,
    name: nameIn(kit.treeNow, row.organizationId),
    level: row.level ?? ('base' as const),
    state: row.state ?? ('delivered' as const),
    openedAt: receipt.openedAt,
    acknowledgedAt: receipt.acknowledgedAt,
    acknowledgedLate,
    reportedAt: receipt.reportedAt,
    reportedLate,
    duty: row.duty,
    dueAt: row.dueAt,
    overdue: row.dueAt !== null && row.dueAt < kit.call.now,
    remindedAt,
  };
};

/** Rows of a selection that still stand where the index says: a subtree that moved away is invisible at once. */
function receiptSelection(kit: Kit, { directive, seesAll }: Seen, under: string, tree: TreeView, filter: ReceiptFilter): readonly Condition[] {
  const of: readonly Condition[] = [
    { field: 'directiveId', eq: directive.directiveId },
    { field: 'role', eq: 'addressee' },
  ];
  if (filter.overdue === 'true') {
    const only = seesAll && filter.level === undefined && filter.state === undefined && under === directive.issuerId;
    ensure(only, 'VALIDATION_FAILED', 'Overdue receipts are listed for the whole directive, by its issuer.');
    return [...of, { field: 'open', eq: true }, { field: 'dueAt', lt: kit.call.now }];
  }
  const { level, state } = filter;
  const view = views.parse(directive.terms?.view ?? 'line');
  const prefix = under === directive.issuerId ? '/' : pathOf(drillPath(tree, directive.issuerId, under, view));
  const exact = [...(level === undefined ? [] : [{ field: 'level', eq: level }]), ...(state === undefined ? [] : [{ field: 'state', eq: state }])];
  return [...of, ...exact, { field: 'path', prefix }];
}

const listReceipts = answer(operations.listReceipts, async ({ directiveId, organizationId, under: asked, limit, cursor, ...filter }, kit) => {
  const seen = await seenDirective(kit, directiveId, organizationId);
  const under = drilledInto(kit, seen, organizationId, asked);
  const where = receiptSelection(kit, seen, under, await kit.tree.at(seen.directive.rule?.treeVersion ?? kit.treeNow.version), filter);
  const orderBy = { field: filter.overdue === 'true' ? 'dueAt' : 'path', direction: 'asc' } as const;
  const { items, ...rest } = await listed(kit.rows(directiveInbox), { where, orderBy, limit, cursor });
  const shown = items.filter((row) => seen.seesAll || standsOver(kit.treeNow, organizationId, row.organizationId));
  return { items: shown.map(receiptRow(kit)), ...rest };
});

const monthOf = (at: string): string => shanghaiDate(at).slice(0, 7);

/** T(L) of a month: the medians of the issuer's directives whose deadline fell in it, weighted by addressees, whole seconds half up. */
async function monthlyMedians(kit: Kit, issuerId: string, months: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, { weighted: number; weight: number }>();
  const rows = kit.rows(directiveList);
  const where = [{ field: 'issuerId', eq: issuerId }];
  for await (const { directiveId, terms, state } of eachRow((start) =>
    rows.query({ where, orderBy: { field: 'sortAt', direction: 'desc' }, limit: 500, ...start }),
  )) {
    if (terms === null || state === 'recalled' || !months.includes(monthOf(terms.acknowledgeDueAt))) continue;
    const tallies = await kit.rows(directiveInbox).tallies(levels.values.map((level) => tallyKeys.level(directiveId, level)));
    for (const level of levels.values) {
      const seconds = await medianSeconds(kit, directiveId, level);
      if (seconds === null) continue;
      const key = `${monthOf(terms.acknowledgeDueAt)}|${level}`;
      const { weighted, weight } = sums.get(key) ?? { weighted: 0, weight: 0 };
      const { addressees = 0 } = tallies.get(tallyKeys.level(directiveId, level)) ?? {};
      sums.set(key, { weighted: weighted + seconds * addressees, weight: weight + addressees });
    }
  }
  return new Map(
    [...sums].flatMap(([key, { weighted, weight }]) => (weight === 0 ? [] : [[key, Math.floor((2 * weighted + weight) / (2 * weight))] as const])),
  );
}

const attenuationMonthly = answer(operations.attenuationMonthly, async ({ organizationId, fromMonth, months: count }, kit) => {
  await kit.allow({ organizationId });
  const months = Array.from({ length: count }, (_, n) => addMonths(`${fromMonth}-01`, n).slice(0, 7));
  const keys = months.flatMap((month) => levels.values.map((level) => tallyKeys.month(organizationId, month, level)));
  const tallies = await kit.rows(directiveInbox).tallies(keys);
  const medians = await monthlyMedians(kit, organizationId, months);
  return {
    months: months.map((month) => {
      const shares = levels.values.map((level) => {
        const { addressees = 0, acknowledgedOnTime = 0 } = tallies.get(tallyKeys.month(organizationId, month, level)) ?? {};
        return { level, addressees, acknowledgedOnTime };
      });
      return { month, levels: attenuation(shares).map((row) => ({ ...row, medianSeconds: medians.get(`${month}|${row.level}`) ?? null })) };
    }),
    lagSeconds: kit.rows(directiveInbox).lagSeconds(),
  };
});

export const directiveQueries = [previewDirective, listDirectives, getDirective, directiveProgress, listReceipts, attenuationMonthly];
