import { allRows, portions } from '@zhitong/eventing';
import type { Kit } from '@zhitong/platform';
import type { Period, QuotaKind } from '../domain/quota/period.ts';
import { quotaId } from '../domain/quota/quota.stream.ts';
import { quotaList } from '../projections/quota-list.projection.ts';
import { today } from './actor.ts';
import { neededIn, quotaKindsOf } from './owed-meetings.ts';
import { isClosed, periodsOf, quotaLines, type QuotaLine } from './quota-lines.ts';

/** More than any street has: above it what each branch owes today is not looked up. */
const mostLookedUp = 500;
const together = 100;

/** Quotas that are met while their periods run. */
async function metEarly(kit: Kit, organizationIds: readonly string[], year: string, kinds: readonly QuotaKind[]): Promise<ReadonlySet<string>> {
  const met = new Set<string>();
  for (const ids of portions(organizationIds, together)) {
    const where = [
      { field: 'organizationId', in: ids },
      { field: 'year', eq: year },
      { field: 'kind', in: kinds },
      { field: 'owed', eq: false },
      { field: 'met', eq: true },
    ];
    for (const { $key } of await allRows((start) => kit.rows(quotaList).query({ where, limit: 500, ...start }))) met.add($key);
  }
  return met;
}

/** Lines whose meeting of a period that runs today, or is not closed yet, is still to be held; null where there are too many to look up. */
export async function quotasDue(kit: Kit, organizationIds: readonly string[], year: string): Promise<readonly QuotaLine[] | null> {
  const owing = organizationIds.filter((id) => quotaKindsOf(kit, id).length > 0);
  if (owing.length > mostLookedUp) return null;
  const lines = await quotaLines(kit, owing);
  const met = await metEarly(kit, owing, year, [...new Set(lines.map(({ kind }) => kind))]);
  const isDue = ({ organizationId, kind, groupId }: QuotaLine, period: Period): boolean =>
    period.firstOn <= today(kit) &&
    neededIn(kit, kind, period, organizationId) > 0 &&
    !isClosed(kit, period, organizationId) &&
    !met.has(quotaId({ organizationId, kind, period: period.code, groupId: groupId ?? undefined }));
  return lines.flatMap((line) => periodsOf(line.kind, year).flatMap((period) => (isDue(line, period) ? [line] : [])));
}
