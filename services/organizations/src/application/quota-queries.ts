import * as operations from '@zhitong/catalogue/operations/quotas.ts';
import type { MeetingKind, View } from '@zhitong/catalogue';
import { answer, momentOf, readableBelow, rowsBehind, type Kit } from '@zhitong/platform';
import type { z } from 'zod';
import { quotas, type QuotaKind } from '../domain/quota/period.ts';
import { firstItemKey, meetingList } from '../projections/meeting-list.projection.ts';
import { quotaAmount, quotaKey, quotaList } from '../projections/quota-list.projection.ts';
import { today } from './actor.ts';
import { nameIn } from './organization-rows.ts';
import { quotaKindsOf } from './owed-meetings.ts';
import { cellsOf } from './quota-cells.ts';
import { quotasDue } from './quota-due.ts';
import type { QuotaLine } from './quota-lines.ts';

type Board = z.output<typeof operations.meetingQuotas.output>;
interface Subtree {
  readonly organizationId: string;
  readonly view: View;
}
interface Share {
  readonly met: number;
  readonly owed: number;
}

const kinds = Object.keys(quotas).filter((kind): kind is QuotaKind => Object.hasOwn(quotas, kind));
/** 三会一课. */
const three: ReadonlySet<MeetingKind> = new Set<MeetingKind>(['memberMeeting', 'committeeMeeting', 'groupMeeting', 'lecture']);

const none: Share = { met: 0, owed: 0 };
const plus = (a: Share, b: Share): Share => ({ met: a.met + b.met, owed: a.owed + b.owed });

type Shares = ReadonlyMap<string, Share>;

/** Amounts of one organization up to a day, by kind. */
function sharesOf(tally: Readonly<Record<string, number>>, asOf: string): Shares {
  const shares = new Map<string, Share>();
  for (const [name, amount] of Object.entries(tally)) {
    const [figure, kind = '', closedOn] = name.split('|');
    if (closedOn === undefined || closedOn > asOf) continue;
    shares.set(kind, plus(shares.get(kind) ?? none, figure === 'met' ? { met: amount, owed: 0 } : { met: 0, owed: amount }));
  }
  return shares;
}

/** Of each organization that owed something. */
async function sharesIn(kit: Kit, ids: readonly string[], year: string, asOf: string): Promise<ReadonlyMap<string, Shares>> {
  const tallies = await kit.rows(quotaList).tallies(ids.map((id) => quotaKey(id, year)));
  return new Map(
    ids.flatMap((id): [string, Shares][] => {
      const tally = tallies.get(quotaKey(id, year));
      return tally === undefined ? [] : [[id, sharesOf(tally, asOf)]];
    }),
  );
}

const sumOf = (all: readonly Shares[], kind: QuotaKind): Share => all.reduce((sum, shares) => plus(sum, shares.get(kind) ?? none), none);
const threeOf = (shares: Shares): Share => kinds.filter((kind) => three.has(kind)).reduce((sum, kind) => plus(sum, shares.get(kind) ?? none), none);

/** over a subtree. */
function figuresOf(all: readonly Shares[]): Pick<Board, 'kinds' | 'threeMeetings' | 'organizations'> {
  const each = all.map(threeOf).filter(({ owed }) => owed > 0);
  return {
    kinds: kinds.map((kind) => ({ kind, ...sumOf(all, kind) })),
    threeMeetings: each.reduce(plus, none),
    organizations: { complete: each.filter(({ met, owed }) => met === owed).length, counted: each.length },
  };
}

/** A line of the matrix for each organization directly below, with what is below it; without those that owe nothing. */
function linesBelow(kit: Kit, { organizationId, view }: Subtree, shares: ReadonlyMap<string, Shares>, due: readonly QuotaLine[] | null): Board['below'] {
  const children = kit.treeNow.children(organizationId, view).map((id) => ({ id, ids: readableBelow(kit, id, view) }));
  return children.flatMap(({ id, ids }) => {
    const found = ids.flatMap((one) => shares.get(one) ?? []);
    const own = new Set(ids);
    const waiting = due?.filter((line) => own.has(line.organizationId));
    if (!ids.some((one) => quotaKindsOf(kit, one).length > 0) && found.length === 0) return [];
    const dueOf = (kind: QuotaKind) => waiting?.filter((line) => line.kind === kind).length ?? null;
    return [{ organizationId: id, name: nameIn(kit.treeNow, id), kinds: kinds.map((kind) => ({ kind, ...sumOf(found, kind), due: dueOf(kind) })) }];
  });
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

const meetingQuotas = answer(operations.meetingQuotas, async ({ organizationId, view, year: asked, asOf: day }, kit) => {
  await kit.allow({ organizationId });
  const { asOf } = momentOf(kit, { asOf: day });
  const year = asked ?? asOf.slice(0, 4);
  const ids = readableBelow(kit, organizationId, view);
  const [shares, due, firstItem, cells] = await Promise.all([
    sharesIn(kit, ids, year, asOf),
    asOf === today(kit) ? quotasDue(kit, ids, year) : null,
    firstItems(kit, ids, year, asOf),
    cellsOf(kit, organizationId, year),
  ]);
  const below = linesBelow(kit, { organizationId, view }, shares, due);
  return { year, asOf, ...figuresOf([...shares.values()]), firstItem, below, cells, lagSeconds: kit.rows(quotaList).lagSeconds() };
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
  const place: Subtree = { organizationId, view };
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
