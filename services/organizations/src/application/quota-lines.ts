import { allRows, portions } from '@zhitong/eventing';
import { addMonths } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { closesOn, periodOf, type Period, type QuotaKind } from '../domain/quota/period.ts';
import { groupList, type GroupRow } from '../projections/group-list.projection.ts';
import { today } from './actor.ts';
import { withCommitteeOn } from './committee.ts';
import { quotaKindsOf } from './owed-meetings.ts';

/** What an organization owes period by period: a kind, group meetings once a group. */
export interface QuotaLine {
  readonly organizationId: string;
  readonly kind: QuotaKind;
  readonly groupId: string | null;
  readonly groupName: string | null;
}

/** Organizations whose rows are asked for together. */
const together = 100;

function linesOf(kit: Kit, organizationId: string, groups: readonly GroupRow[], hasCommittee: boolean): readonly QuotaLine[] {
  return quotaKindsOf(kit, organizationId).flatMap((kind): QuotaLine[] => {
    if (kind === 'groupMeeting') return groups.map(({ groupId, name }) => ({ organizationId, kind, groupId, groupName: name }));
    return kind === 'committeeMeeting' && !hasCommittee ? [] : [{ organizationId, kind, groupId: null, groupName: null }];
  });
}

/** Lines of some organizations as they are today, the committee only where there is one. */
export async function quotaLines(kit: Kit, organizationIds: readonly string[]): Promise<readonly QuotaLine[]> {
  const lines: QuotaLine[] = [];
  for (const ids of portions(organizationIds, together)) {
    const groupsOf = { where: [{ field: 'organizationId', in: ids }], orderBy: { field: 'name', direction: 'asc' }, limit: 500 } as const;
    const [found, committees] = await Promise.all([
      allRows((start) => kit.rows(groupList).query({ ...groupsOf, ...start })),
      withCommitteeOn(kit, ids, today(kit)),
    ]);
    const groups = Map.groupBy(found, ({ organizationId }) => organizationId);
    lines.push(...ids.flatMap((id) => linesOf(kit, id, groups.get(id) ?? [], committees.has(id))));
  }
  return lines;
}

/** The periods of a kind in a year, each once. */
export const periodsOf = (kind: QuotaKind, year: string): readonly Period[] => [
  ...new Map(Array.from({ length: 12 }, (_, index) => periodOf(kind, addMonths(`${year}-01-01`, index))).map((period) => [period.code, period])).values(),
];

/** Whether what ends with a period of an organization is closed today. */
export const isClosed = (kit: Kit, { lastOn }: Period, organizationId: string): boolean =>
  closesOn(lastOn, kit.settings.number('meeting.closeDay', addMonths(lastOn, 1), organizationId)) <= today(kit);
