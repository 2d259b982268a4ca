import * as operations from '@zhitong/catalogue/operations/directives.ts';
import { levels, views, type Level } from '@zhitong/catalogue';
import { eachRow, type Condition } from '@zhitong/eventing';
import { addMonths, shanghaiDate } from '@zhitong/kernel';
import { answer, type Kit } from '@zhitong/platform';
import { attenuation, median, middlePlaces } from '../domain/directive/attenuation.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { tallyKeys } from '../projections/inbox-tallies.ts';
import { drilledInto, seenDirective } from './directive-view.ts';
import { nodeOf } from './organization-rows.ts';

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

export const directiveProgress = answer(operations.directiveProgress, async ({ directiveId, organizationId, under: asked }, kit) => {
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

export const attenuationMonthly = answer(operations.attenuationMonthly, async ({ organizationId, fromMonth, months: count }, kit) => {
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
