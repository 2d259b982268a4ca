import { transferReport, transferReportRows } from '@zhitong/catalogue/operations/transfers.ts';
import { allRows, portions } from '@zhitong/eventing';
import { transferSteps, type TransferMeasure, type TransferStep } from '@zhitong/catalogue';
import { daysBetween, shanghaiDate, startOfDay } from '@zhitong/kernel';
import { answer, momentOf, type Kit, type Moment, type UseCase } from '@zhitong/platform';
import { transferPath, type PathStep, type TransferPathRow } from '../projections/transfer-path.projection.ts';
import { organizationsBelow } from './scoped-members.ts';

export interface ReportLine {
  readonly transferId: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly step: TransferStep;
  readonly requestedOn: string;
  readonly on: string;
  readonly dueOn?: string | undefined;
  /** Days from the request to the arrival. */
  readonly days?: number;
}

type Dated = Pick<PathStep, 'on' | 'recordedAt'>;
const known =
  ({ asOf, knownAt }: Moment) =>
  ({ on, recordedAt }: Dated): boolean =>
    on <= asOf && recordedAt <= knownAt;
const yearOf = (date: string): string => `${date.slice(0, 4)}-01-01`;
const closed: ReadonlySet<TransferStep> = new Set<TransferStep>(['assigned', 'refused', 'withdrawn', 'lapsed', 'ended']);

/** What one transfer adds to a measure: a line or none, of letters one each. */
export function linesOf(row: TransferPathRow, measure: TransferMeasure, moment: Moment): readonly ReportLine[] {
  const { transferId, personId, organizationId, requestedOn } = row;
  const stood = row.steps.findLast(known(moment));
  if (stood === undefined) return [];
  const { step, on, dueOn } = stood;
  const line: ReportLine = { transferId, personId, organizationId, step, requestedOn, on, dueOn };
  switch (measure) {
    case 'open':
      return closed.has(step) ? [] : [line];
    case 'overdue':
      return closed.has(step) || dueOn === undefined || moment.asOf <= dueOn ? [] : [line];
    case 'assigned':
      return step === 'assigned' && on >= yearOf(moment.asOf) ? [{ ...line, days: daysBetween(requestedOn, on) }] : [];
    case 'issued':
    case 'expired':
      return row.letters
        .filter((letter) => letter.mark === measure && known(moment)(letter) && letter.on >= yearOf(moment.asOf))
        .map((letter) => ({ ...line, on: letter.on }));
  }
}

/** The middle of the days, between two the half way; undefined of nothing. */
export function median(days: readonly number[]): number | undefined {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

const chunk = 500;

/** Transfers below an organization that had not ended before the year of the day, read by index. */
async function rowsBelow(kit: Kit, organizationId: string, { asOf, knownAt }: Moment): Promise<readonly TransferPathRow[]> {
  const since = startOfDay(yearOf([asOf, shanghaiDate(knownAt)].sort()[0] ?? asOf));
  const rows: TransferPathRow[] = [];
  for (const some of portions(organizationsBelow(kit, organizationId), chunk)) {
    const where = [
      { field: 'organizationId', in: some },
      { field: 'closedAt', gte: since },
    ];
    const query = { where, orderBy: { field: 'closedAt', direction: 'asc' }, limit: 1000 } as const;
    rows.push(...(await allRows((start) => kit.rows(transferPath).query({ ...query, ...start }))));
  }
  return rows;
}

const linesIn = (rows: readonly TransferPathRow[], measure: TransferMeasure, moment: Moment) => rows.flatMap((row) => linesOf(row, measure, moment));

export const transferReports: readonly UseCase[] = [
  answer(transferReport, async ({ organizationId, ...asked }, kit) => {
    await kit.allow({ organizationId });
    const moment = momentOf(kit, asked);
    const rows = await rowsBelow(kit, organizationId, moment);
    const count = (measure: TransferMeasure) => linesIn(rows, measure, moment).length;
    const bySteps = Map.groupBy(linesIn(rows, 'open', moment), ({ step }) => step);
    const medianDays = median(linesIn(rows, 'assigned', moment).map(({ days = 0 }) => days));
    return {
      asOf: moment.asOf,
      steps: transferSteps.values.flatMap((step) => (bySteps.has(step) ? [{ step, count: bySteps.get(step)?.length ?? 0 }] : [])),
      open: count('open'),
      overdue: count('overdue'),
      assigned: count('assigned'),
      medianDays,
      issued: count('issued'),
      expired: count('expired'),
      lagSeconds: kit.rows(transferPath).lagSeconds(),
    };
  }),
  answer(transferReportRows, async ({ organizationId, measure, step, limit, cursor, ...asked }, kit) => {
    await kit.allow({ organizationId });
    const moment = momentOf(kit, asked);
    const lines = linesIn(await rowsBelow(kit, organizationId, moment), measure, moment)
      .filter((line) => step === undefined || line.step === step)
      .map((line, place) => ({ line, key: `${line.transferId}|${line.on}|${place}` }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const from = cursor === undefined ? 0 : lines.findIndex(({ key }) => key > cursor);
    const page = from < 0 ? [] : lines.slice(from, from + limit);
    const next = from >= 0 && from + limit < lines.length ? page.at(-1)?.key : undefined;
    const items = page.map(({ line }) => line);
    return { items, next, total: lines.length, totalMore: false, lagSeconds: kit.rows(transferPath).lagSeconds() };
  }),
];
