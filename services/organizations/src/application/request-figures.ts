import * as operations from '@zhitong/catalogue/operations/requests.ts';
import { levels, type RequestFigure } from '@zhitong/catalogue';
import type { Condition } from '@zhitong/eventing';
import { addDays, addMonths, ensure, shanghaiDate } from '@zhitong/kernel';
import { answer, listed, type Kit } from '@zhitong/platform';
import { onTimeReport, type FigureSums } from '../domain/request/on-time-report.ts';
import { pathOf } from '../projections/inbox-row.ts';
import { figureFields, figuresKey, requestFigures } from '../projections/request-figures.projection.ts';
import { requestsOf } from './request-queries.ts';

/** The day a report is as of: today, or one that is past. */
function reportDay(kit: Kit, asOf: string | undefined): string {
  const today = shanghaiDate(kit.call.now);
  ensure(asOf === undefined || asOf <= today, 'FUTURE_DATED', 'Nothing has been recorded for that day yet.', { today });
  return asOf ?? today;
}

/** The months that were over, and the days of the month that was not, from the first request to a day. */
function* spansUntil(first: string, day: string): Generator<string> {
  for (let month = first.slice(0, 7); month < day.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) yield month;
  for (let each = `${day.slice(0, 7)}-01`; each <= day; each = addDays(each, 1)) yield each;
}

async function sumsUntil(kit: Kit, organizationId: string, day: string): Promise<FigureSums> {
  const figures = kit.rows(requestFigures);
  const { items } = await figures.query({ where: [], orderBy: { field: 'routedOn', direction: 'asc' }, limit: 1 });
  const keys = [...spansUntil(items[0]?.routedOn ?? day, day)].map((span) => figuresKey(organizationId, span));
  const sums = new Map<string, number>();
  for (const amounts of (await figures.tallies(keys)).values())
    for (const [amount, value] of Object.entries(amounts)) sums.set(amount, (sums.get(amount) ?? 0) + value);
  return sums;
}

const requestsOnTime = answer(operations.requestsOnTime, async ({ organizationId, asOf }, kit) => {
  await kit.allow({ organizationId });
  const day = reportDay(kit, asOf);
  const report = onTimeReport(await sumsUntil(kit, organizationId, day), levels.values);
  return { asOf: day, ...report, lagSeconds: kit.rows(requestFigures).lagSeconds() };
});

function behind(figure: RequestFigure, cell: string, path: string, day: string): readonly Condition[] {
  const [cellField, dayField] = figureFields[figure];
  const counted: readonly Condition[] = [
    { field: cellField, eq: cell },
    { field: 'path', prefix: path },
    { field: dayField, lte: day },
  ];
  return figure === 'unansweredLate' ? [...counted, { field: 'missedUntil', gt: day }] : counted;
}

const requestsBehind = answer(operations.requestsBehind, async ({ organizationId, figure, level, topicCode, asOf, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = behind(figure, `${level}|${topicCode}`, pathOf(kit.treeNow.path(organizationId, 'place')), reportDay(kit, asOf));
  const orderBy = { field: 'path', direction: 'asc' } as const;
  const { items, ...rest } = await listed(kit.rows(requestFigures), { where, orderBy, limit, cursor });
  return { items: await requestsOf(kit, items), ...rest };
});

export const requestReports = [requestsOnTime, requestsBehind];
