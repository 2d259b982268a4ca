import { meetingKinds, type MeetingKind } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, type Change, type Changes } from '@zhitong/eventing';
import type { QuotaEvent } from '../domain/quota/quota.decider.ts';
import { quotaId } from '../domain/quota/quota.stream.ts';
import type { QuotaRoundEvent } from '../domain/quota/quota-round.ts';

/** What was held of a kind in a period, and whether it was owed. */
export interface QuotaListRow {
  readonly organizationId: string;
  readonly kind: MeetingKind;
  readonly period: string;
  readonly year: string;
  readonly groupId: string | null;
  readonly held: number;
  readonly met: boolean;
  /** Day on which it was closed as owed; empty while open, and for a period that was not full. */
  readonly closedOn: string;
  /** It was owed for the whole of its period, which is closed. */
  readonly owed: boolean;
}

interface Which {
  readonly organizationId: string;
  readonly kindCode: string;
  readonly periodCode: string;
  readonly groupId?: string | undefined;
}

function onQuota({ organizationId, kindCode, periodCode: period, groupId }: Which, fold: (row: QuotaListRow) => QuotaListRow): Change<QuotaListRow> {
  const kind = meetingKinds.parse(kindCode);
  const blank = { organizationId, kind, period, year: period.slice(0, 4), groupId: groupId ?? null, held: 0, met: false, closedOn: '', owed: false };
  return { key: quotaId({ organizationId, kind, period, groupId }), fold: (row) => fold(row ?? blank) };
}
const met = (event: { readonly data: Which }): Changes<QuotaListRow> => onQuota(event.data, (row) => ({ ...row, met: true }));

export const quotaKey = (organizationId: string, year: string): string => `quota/${organizationId}/${year}`;
/** Owed, met and missed quotas of a kind; of a year so far, or by the day of their closing. */
export const quotaAmount = (figure: 'owed' | 'met' | 'missed', kind: string, closedOn?: string): string =>
  [figure, kind, ...(closedOn === undefined ? [] : [closedOn])].join('|');

/** One row per organization, kind, period and group; tally `quota/<organization>/<year>` counts what was owed and what of it was met. */
export const quotaList = defineProjection<QuotaListRow>({
  name: 'quota-list',
  version: 1,
  indexes: [
    ['organizationId', 'year'],
    ['organizationId', 'year', 'kind', 'owed', 'met'],
  ],
  sources: [
    from<QuotaEvent>(aggregates.organizations.quota)<QuotaListRow>({
      MeetingCounted: ({ data }) => onQuota(data, (row) => ({ ...row, held: row.held + 1 })),
      MeetingQuotaMet: met,
      MeetingQuotaMissed: ({ data }) => onQuota(data, (row) => row),
      MeetingQuotaMissReversed: met,
    }),
    from<QuotaRoundEvent>(aggregates.organizations.quotaround)<QuotaListRow>({
      MeetingQuotasClosed: ({ data: { organizationId, closedOn, owed } }) =>
        owed.map((quota) => onQuota({ organizationId, ...quota }, (row) => ({ ...row, closedOn, owed: true }))),
    }),
  ],
  tallies: ({ organizationId, kind, year, met: done, closedOn, owed }) => {
    if (!owed) return [];
    const amounts = [quotaAmount('owed', kind, closedOn), quotaAmount(done ? 'met' : 'missed', kind), ...(done ? [quotaAmount('met', kind, closedOn)] : [])];
    return [{ key: quotaKey(organizationId, year), amounts: Object.fromEntries(amounts.map((name) => [name, 1])) }];
  },
  announce: ({ organizationId }) => [`meetings:${organizationId}`],
});
