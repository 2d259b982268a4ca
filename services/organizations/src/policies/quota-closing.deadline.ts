import { isBranchKind, organizationKinds } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, drop, from, fromSome, intend, put, type Change, type DueRow, type Intent } from '@zhitong/eventing';
import { addMonths, shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { owedIn, quotaKindsOf } from '../application/owed-meetings.ts';
import { closesAt } from '../domain/quota/period.ts';
import { quotaRoundStream, type QuotaRoundEvent } from '../domain/quota/quota-round.ts';
import { quotaId, quotaStream } from '../domain/quota/quota.stream.ts';

interface ClosingRow extends DueRow {
  readonly organizationId: string;
  /** `2026-03`: the month that is closed next. */
  readonly month: string;
  /** First day of the organization as one of its kind. */
  readonly sinceOn: string;
}

const owes = (kind: string): boolean => organizationKinds.has(kind) && (isBranchKind(kind) || kind === 'leadingGroup');

/** Until the month is over the day of its closing may be set anew: it is looked up then. */
const firstCloseDay = 1;

const rowOf = (organizationId: string, month: string, sinceOn: string): ClosingRow => ({
  organizationId,
  month,
  sinceOn,
  dueAt: closesAt(month, firstCloseDay),
});

/** From the month in which it begins; what is told of it later changes nothing. */
const begin = (organizationId: string, sinceOn: string): Change<ClosingRow> => ({
  key: organizationId,
  fold: (before) => before ?? rowOf(organizationId, sinceOn.slice(0, 7), sinceOn),
});

/** A round sets the next one; where nothing is owed any more, the organization being dissolved or of another kind, there is no round. */
async function* fire({ organizationId, month, sinceOn, dueAt: scheduledAt }: ClosingRow, now: string, env: ServiceEnv): AsyncGenerator<Intent> {
  if (quotaKindsOf(env, organizationId).length === 0) return;
  const owed = await owedIn(env, organizationId, sinceOn, month);
  for (const quota of owed) yield intend(quotaStream, quotaId(quota), { type: 'CloseQuota', ...quota, scheduledAt, at: now });
  const closed = owed.map(({ kind, period, groupId, needed }) => ({ kindCode: kind, periodCode: period, groupId, needed }));
  const round = { organizationId, monthCode: month, closedOn: shanghaiDate(scheduledAt), owed: closed, sinceOn };
  yield intend(quotaRoundStream, organizationId, { type: 'FinishQuotaRound', ...round });
}

/** ORG-38: on day 5 of a month at 00:00 what ended with the month before is closed; missed months one after the other. */
export const quotaClosing = defineDeadline<ClosingRow, ServiceEnv>({
  name: 'quota-closing',
  version: 2,
  sources: [
    fromSome<TreeEvent>(aggregates.organizations.tree)<ClosingRow, ServiceEnv>({
      OrganizationRegistered: ({ data: { organizationId, kind, effectiveOn } }) => (owes(kind) ? begin(organizationId, effectiveOn) : []),
      OrganizationApproved: ({ data: { organizationId, effectiveOn } }) => begin(organizationId, effectiveOn),
      OrganizationKindChanged: ({ data: { organizationId, toKind, effectiveOn } }) =>
        owes(toKind) ? begin(organizationId, effectiveOn) : drop(organizationId),
      OrganizationDissolved: ({ data: { organizationId } }) => drop(organizationId),
    }),
    from<QuotaRoundEvent>(aggregates.organizations.quotaround)<ClosingRow, ServiceEnv>({
      MeetingQuotasClosed: ({ data: { organizationId, monthCode, sinceOn } }) =>
        put(organizationId, rowOf(organizationId, addMonths(`${monthCode}-01`, 1).slice(0, 7), sinceOn)),
    }),
  ],
  dueAt: ({ organizationId, month }, { settings }) => closesAt(month, settings.number('meeting.closeDay', addMonths(`${month}-01`, 1), organizationId)),
  fire,
  expects: [],
});
