import * as operations from '@zhitong/catalogue/operations/reviews.ts';
import { levels, reviewGrounds, reviewOutcomes, type ReviewOutcome } from '@zhitong/catalogue';
import { allRows, portions } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import { answer, listed, momentOf, useCase, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { reviewItemId, reviewItemStream, reviewStream } from '../domain/review/review.stream.ts';
import { organizationHistory } from '../projections/organization-history.projection.ts';
import { itemAt, reviewItems, reviewKey, type ReviewItemRow } from '../projections/review-items.projection.ts';
import { reviewList } from '../projections/review-list.projection.ts';
import { actorOf } from './actor.ts';
import { idOf, nameIn, nodeOf, pageInMemory } from './organization-rows.ts';
import { chunk } from './tree-as-of.ts';

type Asked = Pick<z.output<typeof operations.reviewReport.input>, 'organizationId' | 'view' | 'reviewId'>;

const openReview = useCase(operations.openReview, async ({ organizationId, view, untilOn }, kit) => {
  await kit.allow({ organizationId });
  const { kind, state } = nodeOf(kit.treeNow, organizationId);
  const reviewId = kit.newId('rev');
  return kit.handle(reviewStream, reviewId, {
    type: 'OpenReview',
    reviewId,
    organization: { id: organizationId, kind, state },
    view,
    untilOn,
    treeVersion: kit.treeNow.version,
    at: kit.call.now,
    byId: actorOf(kit).id,
  });
});

const decideReview = useCase(operations.decideReview, async ({ reviewId, organizationId, outcome, reasonCode: reason }, kit) => {
  await kit.allow({ organizationId });
  const command = { type: 'DecideReview', reviewId, organizationId, outcome, reason, at: kit.call.now, byId: actorOf(kit).id } as const;
  return kit.handle(reviewItemStream, reviewItemId(reviewId, organizationId), command, { receiptId: reviewId });
});

const listReviews = answer(operations.listReviews, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const above = [...new Set([...kit.treeNow.path(organizationId, 'line'), ...kit.treeNow.path(organizationId, 'place')])];
  const where = [{ field: 'organizationId', in: above }];
  const { items, ...rest } = await listed(kit.rows(reviewList), { where, orderBy: { field: 'openedOn', direction: 'desc' }, limit, cursor });
  const counts = await kit.rows(reviewItems).tallies(items.map(({ reviewId }) => reviewKey(reviewId)));
  return {
    items: items.map(({ $key: _key, year: _year, ...row }) => ({ ...row, decided: counts.get(reviewKey(row.reviewId))?.['decided'] ?? 0 })),
    ...rest,
  };
});

/** Reviews of the year that can have listed something below an organization: its own, and those opened above or below it. */
async function reviewsAbout(kit: Kit, { organizationId, reviewId }: Asked, { asOf }: Moment): Promise<readonly string[]> {
  const where = [{ field: 'year', eq: asOf.slice(0, 4) }];
  const rows = await allRows((start) => kit.rows(reviewList).query({ where, limit: 500, ...start }));
  const { treeNow } = kit;
  const touches = (view: 'line' | 'place', other: string) => treeNow.within(organizationId, other, view) || treeNow.within(other, organizationId, view);
  return rows
    .filter((row) => (reviewId ?? row.reviewId) === row.reviewId && (touches('line', row.organizationId) || touches('place', row.organizationId)))
    .map((row) => row.reviewId);
}

const keyOf = ({ reviewId, organizationId }: ReviewItemRow): string => reviewItemId(reviewId, organizationId);

/** What had been listed below an organization by then, where each stood when it was listed. */
async function itemsThen(kit: Kit, asked: Asked, moment: Moment): Promise<readonly ReviewItemRow[]> {
  const found: ReviewItemRow[] = [];
  for (const ids of portions(await reviewsAbout(kit, asked, moment), chunk)) {
    const where = [{ field: 'reviewId', in: ids }];
    const rows = await allRows((start) => kit.rows(reviewItems).query({ where, limit: 1000, ...start }));
    found.push(...rows.filter(({ path }) => path[asked.view].includes(asked.organizationId)).flatMap((row) => itemAt(row, moment) ?? []));
  }
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const progressOf = (items: readonly ReviewItemRow[]) => ({ listed: items.length, decided: items.filter(({ open }) => !open).length });
const lag = (kit: Kit): number => Math.max(kit.rows(reviewItems).lagSeconds(), kit.rows(reviewList).lagSeconds());

const reviewReport = answer(operations.reviewReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const items = await itemsThen(kit, asked, moment);
  return {
    asOf: moment.asOf,
    ...progressOf(items),
    levels: levels.values.map((level) => ({ level, ...progressOf(items.filter((item) => item.level === level)) })),
    grounds: reviewGrounds.values.map((ground) => ({ ground, ...progressOf(items.filter(({ grounds }) => grounds.includes(ground))) })),
    outcomes: reviewOutcomes.values.map((outcome) => ({ outcome, count: items.filter(({ decided }) => decided?.outcome === outcome).length })),
    lagSeconds: lag(kit),
  };
});

/** By which event an outcome is carried out. */
const acts: Readonly<Record<Exclude<ReviewOutcome, 'keep'>, string>> = {
  merge: 'MergeApproved',
  split: 'SplitApproved',
  convert: 'OrganizationKindChanged',
  dissolve: 'OrganizationDissolved',
};

/** When what was decided about each of some organizations was done, by key; from their history. */
async function followedUp(kit: Kit, items: readonly ReviewItemRow[], { asOf, knownAt }: Moment): Promise<ReadonlyMap<string, string>> {
  const owed = items.filter(({ decided }) => decided !== null && decided.outcome !== 'keep');
  if (owed.length === 0) return new Map();
  const where = [{ field: 'organizationId', in: [...new Set(owed.map(idOf))] }];
  const query = { where, orderBy: { field: 'occurredAt', direction: 'asc' }, limit: 1000 } as const;
  const history = await allRows((start) => kit.rows(organizationHistory).query({ ...query, ...start }));
  const done = owed.flatMap((item) => {
    const { decided } = item;
    if (decided === null || decided.outcome === 'keep') return [];
    const act = acts[decided.outcome];
    const days = history
      .filter((row) => row.organizationId === item.organizationId && row.type === act && row.recordedAt >= decided.recordedAt && row.recordedAt <= knownAt)
      .map(({ occurredAt }) => shanghaiDate(occurredAt));
    const on = days.find((day) => day <= asOf);
    return on === undefined ? [] : [[keyOf(item), on] as const];
  });
  return new Map(done);
}

const reviewReportRows = answer(operations.reviewReportRows, async ({ limit, cursor, level, ground, outcome, state, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const wanted = (item: ReviewItemRow): boolean =>
    (level ?? item.level) === item.level &&
    (ground === undefined || item.grounds.includes(ground)) &&
    (outcome === undefined || item.decided?.outcome === outcome) &&
    (state === undefined || item.open === (state === 'open'));
  const { page, ...rest } = pageInMemory((await itemsThen(kit, asked, moment)).filter(wanted), keyOf, limit, cursor);
  const followed = await followedUp(kit, page, moment);
  const items = page.map((item) => ({
    reviewId: item.reviewId,
    organizationId: item.organizationId,
    name: nameIn(kit.treeNow, item.organizationId),
    level: item.level,
    reviewerId: item.reviewerId,
    grounds: [...item.grounds],
    listedOn: item.listedOn,
    untilOn: item.untilOn,
    outcome: item.decided?.outcome ?? null,
    reasonCode: item.decided?.reason ?? null,
    decidedOn: item.decided?.on ?? null,
    followedOn: followed.get(keyOf(item)) ?? null,
  }));
  return { items, ...rest, lagSeconds: lag(kit) };
});

export const reviewUseCases = [openReview, decideReview, listReviews, reviewReport, reviewReportRows];
