import * as operations from '@zhitong/catalogue/operations/quotas.ts';
import type { MeetingKind, View } from '@zhitong/catalogue';
import { allRows } from '@zhitong/eventing';
import { addMonths, endOfDay, shanghaiDate, startOfDay } from '@zhitong/kernel';
import { answer, momentOf, readableBelow, rowsBehind, type Kit } from '@zhitong/platform';
import type { z } from 'zod';
import { closesOn, isQuotaKind, periodOf, quotas, type Period, type QuotaKind } from '../domain/quota/period.ts';
import { quotaId } from '../domain/quota/quota.stream.ts';
import { firstItemKey, meetingList, type MeetingListRow } from '../projections/meeting-list.projection.ts';
import { quotaAmount, quotaKey, quotaList, type QuotaListRow } from '../projections/quota-list.projection.ts';
import { today } from './actor.ts';
import { hasCommitteeOn } from './committee.ts';
import { groupsOf } from './groups.ts';
import { quotaKindsOf } from './owed-meetings.ts';

type Board = z.output<typeof operations.meetingQuotas.output>;
type Cell = Board['cells'][number];
interface Share {
  readonly met: number;
  readonly owed: number;
}

const kinds = Object.keys(quotas).filter((kind): kind is QuotaKind => Object.hasOwn(quotas, kind));
/** 三会一课. */
const three: ReadonlySet<MeetingKind> = new Set<MeetingKind>(['memberMeeting', 'committeeMeeting', 'groupMeeting', 'lecture']);

const none: Share = { met: 0, owed: 0 };
const plus = (a: Share, b: Share): Share => ({ met: a.met + b.met, owed: a.owed + b.owed });

/** Amounts of one organization up to a day, by kind. */
function sharesOf(tally: Readonly<Record<string, number>>, asOf: string): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  for (const [name, amount] of Object.entries(tally)) {
    const [figure, kind = '', closedOn] = name.split('|');
    if (closedOn === undefined || closedOn > asOf) continue;
    shares.set(kind, plus(shares.get(kind) ?? none, figure === 'met' ? { met: amount, owed: 0 } : { met: 0, owed: amount }));
  }
  return shares;
}

const threeOf = (shares: ReadonlyMap<string, Share>): Share =>
  kinds.filter((kind) => three.has(kind)).reduce((sum, kind) => plus(sum, shares.get(kind) ?? none), none);

/** over a subtree. */
async function figuresOf(kit: Kit, ids: readonly string[], year: string, asOf: string): Promise<Pick<Board, 'kinds' | 'threeMeetings' | 'organizations'>> {
  const sums = new Map<string, Share>();
  let [complete, counted] = [0, 0];
  for (const tally of (await kit.rows(quotaList).tallies(ids.map((id) => quotaKey(id, year)))).values()) {
    const shares = sharesOf(tally, asOf);
    for (const [kind, share] of shares) sums.set(kind, plus(sums.get(kind) ?? none, share));
    const { met, owed } = threeOf(shares);
    if (owed > 0) counted += 1;
    if (owed > 0 && met === owed) complete += 1;
  }
  return {
    kinds: kinds.map((kind) => ({ kind, ...(sums.get(kind) ?? none) })),
    threeMeetings: threeOf(sums),
    organizations: { complete, counted },
  };
}

/** R-07 over a subtree. */
async function firstItems(kit: Kit, ids: readonly string[], year: string, asOf: string): Promise<Board['firstItem']> {
  const sums = { held: 0, done: 0 };
  for (const tally of (await kit.rows(meetingList).tallies(ids.map((id) => firstItemKey(id, year)))).values())
    for (const [name, amount] of Object.entries(tally)) {
      const [figure, heldOn = ''] = name.split('|');
      if (heldOn <= asOf) sums[figure === 'done' ? 'done' : 'held'] += amount;
    }
  return sums;
}

/** The periods of a kind in a year, each once. */
const periodsOf = (kind: QuotaKind, year: string): readonly Period[] => [
  ...new Map(Array.from({ length: 12 }, (_, index) => periodOf(kind, addMonths(`${year}-01-01`, index))).map((period) => [period.code, period])).values(),
];

async function meetingsAhead(kit: Kit, organizationId: string, year: string): Promise<readonly MeetingListRow[]> {
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'startsAt', gte: startOfDay(`${year}-01-01`), lte: endOfDay(`${year}-12-31`) },
  ];
  const query = { where, orderBy: { field: 'startsAt', direction: 'desc' }, limit: 500 } as const;
  const rows = await allRows((start) => kit.rows(meetingList).query({ ...query, ...start }));
  return rows.filter(({ state }) => state === 'planned' || state === 'notified');
}

/** Lines of the board of one organization: its kinds, group meetings once a group, the committee only where there is one. */
async function linesOf(kit: Kit, organizationId: string): Promise<readonly (readonly [QuotaKind, string | null])[]> {
  const owes = quotaKindsOf(kit, organizationId);
  const [groups, hasCommittee] = await Promise.all([groupsOf(kit, organizationId), hasCommitteeOn(kit, organizationId, today(kit))]);
  return owes.flatMap((kind): (readonly [QuotaKind, string | null])[] => {
    if (kind === 'groupMeeting') return groups.map(({ groupId }) => [kind, groupId]);
    return kind === 'committeeMeeting' && !hasCommittee ? [] : [[kind, null]];
  });
}

async function cellsOf(kit: Kit, organizationId: string, year: string): Promise<Cell[]> {
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'year', eq: year },
  ];
  const [lines, found, ahead] = await Promise.all([
    linesOf(kit, organizationId),
    allRows((start) => kit.rows(quotaList).query({ where, limit: 500, ...start })),
    meetingsAhead(kit, organizationId, year),
  ]);
  const rows = new Map<string, QuotaListRow>(found.map((row) => [row.$key, row]));
  const planned = new Set(
    ahead.flatMap(({ startsAt, meeting: { kinds: of, groupId } }) =>
      of.filter(isQuotaKind).map((kind) => `${kind}|${kind === 'groupMeeting' ? groupId : null}|${periodOf(kind, shanghaiDate(startsAt)).code}`),
    ),
  );
  const stateOf = (row: QuotaListRow | undefined, { lastOn }: Period, key: string): Cell['state'] => {
    if (row?.met === true) return 'met';
    if (row !== undefined && row.closedOn !== '') return 'missed';
    const closeDay = kit.settings.number('meeting.closeDay', addMonths(lastOn, 1), organizationId);
    if (closesOn(lastOn, closeDay) <= today(kit)) return 'notOwed';
    return planned.has(key) ? 'planned' : 'open';
  };
  return lines.flatMap(([kind, groupId]) =>
    periodsOf(kind, year).map((period) => {
      const row = rows.get(quotaId({ organizationId, kind, period: period.code, groupId: groupId ?? undefined }));
      return { kind, groupId, period: period.code, held: row?.held ?? 0, state: stateOf(row, period, `${kind}|${groupId}|${period.code}`) };
    }),
  );
}

const meetingQuotas = answer(operations.meetingQuotas, async ({ organizationId, view, year: asked, asOf: day }, kit) => {
  await kit.allow({ organizationId });
  const { asOf } = momentOf(kit, { asOf: day });
  const year = asked ?? asOf.slice(0, 4);
  const ids = readableBelow(kit, organizationId, view);
  const [figures, firstItem, cells] = await Promise.all([
    figuresOf(kit, ids, year, asOf),
    firstItems(kit, ids, year, asOf),
    cellsOf(kit, organizationId, year),
  ]);
  return { year, asOf, ...figures, firstItem, cells, lagSeconds: kit.rows(quotaList).lagSeconds() };
});

interface Asked {
  readonly kind: MeetingKind;
  readonly year: string;
  readonly met: boolean;
}
const behind = ({ kind, year, met }: Asked) => ({
  projection: quotaList,
  keyOf: (organizationId: string) => quotaKey(organizationId, year),
  amount: quotaAmount(met ? 'met' : 'missed', kind),
  owner: 'organizationId',
  where: [
    { field: 'year', eq: year },
    { field: 'kind', eq: kind },
    { field: 'owed', eq: true },
    { field: 'met', eq: met },
  ],
});

const listQuotas = answer(operations.listQuotas, async ({ organizationId, view, kind, year, missed, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const place: { readonly organizationId: string; readonly view: View } = { organizationId, view };
  const { items, ...rest } = await rowsBehind(kit, behind({ kind, year, met: missed !== 'true' }), { ...place, limit, cursor });
  return {
    items: items.map(({ organizationId: id, kind: of, groupId, period, held, met, closedOn }) => ({
      organizationId: id,
      kind: of,
      groupId,
      period,
      held,
      met,
      closedOn,
    })),
    ...rest,
  };
});

export const quotaQueries = [meetingQuotas, listQuotas];
