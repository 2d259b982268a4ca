import type { meetingQuotas } from '@zhitong/catalogue/operations/quotas.ts';
import { allRows } from '@zhitong/eventing';
import { endOfDay, shanghaiDate, startOfDay } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import type { z } from 'zod';
import { isQuotaKind, periodOf, type Period } from '../domain/quota/period.ts';
import { quotaId } from '../domain/quota/quota.stream.ts';
import { meetingList, type MeetingListRow } from '../projections/meeting-list.projection.ts';
import { quotaList, type QuotaListRow } from '../projections/quota-list.projection.ts';
import { neededIn } from './owed-meetings.ts';
import { isClosed, periodsOf, quotaLines, type QuotaLine } from './quota-lines.ts';

type Cell = z.output<typeof meetingQuotas.output>['cells'][number];

async function meetingsAhead(kit: Kit, organizationId: string, year: string): Promise<readonly MeetingListRow[]> {
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'startsAt', gte: startOfDay(`${year}-01-01`), lte: endOfDay(`${year}-12-31`) },
  ];
  const query = { where, orderBy: { field: 'startsAt', direction: 'desc' }, limit: 500 } as const;
  const rows = await allRows((start) => kit.rows(meetingList).query({ ...query, ...start }));
  return rows.filter(({ state }) => state === 'planned' || state === 'notified');
}

/** What one organization owes in a year, period by period. */
export async function cellsOf(kit: Kit, organizationId: string, year: string): Promise<Cell[]> {
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'year', eq: year },
  ];
  const [lines, found, ahead] = await Promise.all([
    quotaLines(kit, [organizationId]),
    allRows((start) => kit.rows(quotaList).query({ where, limit: 500, ...start })),
    meetingsAhead(kit, organizationId, year),
  ]);
  const rows = new Map<string, QuotaListRow>(found.map((row) => [row.$key, row]));
  const planned = new Set(
    ahead.flatMap(({ startsAt, meeting: { kinds: of, groupId } }) =>
      of.filter(isQuotaKind).map((kind) => `${kind}|${kind === 'groupMeeting' ? groupId : null}|${periodOf(kind, shanghaiDate(startsAt)).code}`),
    ),
  );
  const stateOf = (row: QuotaListRow | undefined, { kind, groupId }: QuotaLine, period: Period): Cell['state'] => {
    if (row?.met === true) return 'met';
    if (row !== undefined && row.closedOn !== '') return 'missed';
    if (neededIn(kit, kind, period, organizationId) === 0 || isClosed(kit, period, organizationId)) return 'notOwed';
    return planned.has(`${kind}|${groupId}|${period.code}`) ? 'planned' : 'open';
  };
  return lines.flatMap((line) =>
    periodsOf(line.kind, year).map((period) => {
      const row = rows.get(quotaId({ organizationId, kind: line.kind, period: period.code, groupId: line.groupId ?? undefined }));
      const { kind, groupId, groupName } = line;
      return { kind, groupId, groupName, period: period.code, held: row?.held ?? 0, state: stateOf(row, line, period) };
    }),
  );
}
