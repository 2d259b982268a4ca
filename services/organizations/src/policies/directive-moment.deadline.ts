import { directiveMoments, type DirectiveMoment, type ReceiptDuty } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import type { DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { defineDeadline, drop, from, ignore, intend, put, type Change, type DueRow, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { DataOf } from '@zhitong/kernel';
import { expiryAfter, momentsOf } from '../domain/directive/directive-clock.ts';
import { required, type DirectiveEvent } from '../domain/directive/directive-state.ts';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import type { ReceiptEvent } from '../domain/receipt/receipt.decider.ts';
import { receiptId, receiptStream } from '../domain/receipt/receipt.stream.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { dutyOf, type InboxRow } from '../projections/inbox-row.ts';
import { allFinal, pendingReceipts } from './pending-receipts.ts';

export interface MomentRow extends DueRow {
  readonly directiveId: string;
  readonly moment: DirectiveMoment;
  readonly textVersion: number;
  /** A later moment of the same duty: once that is due too, this one is worked off without telling anybody (requirements 0.3). */
  readonly supersededAt: string | null;
}

const keyOf = (directiveId: string, textVersion: number, moment: string) => `${directiveId}.${textVersion}.${moment}`;

const dutyFor = (moment: DirectiveMoment): ReceiptDuty => (moment.startsWith('report') ? 'report' : 'acknowledge');

function rowsOf(directiveId: string, terms: DirectiveTerms, { settings }: ServiceEnv): readonly Change<MomentRow>[] {
  const moments = momentsOf(terms, settings.number('directive.closeDays', terms.issuedAt, terms.issuerId));
  return moments.map(({ moment, at: dueAt }) => {
    const later = moments.find((other) => other.at > dueAt && other.moment !== 'expiry' && dutyFor(other.moment) === dutyFor(moment));
    if (moment === 'expiry') return notBefore(directiveId, terms.textVersion, dueAt);
    const row = { dueAt, directiveId, moment, textVersion: terms.textVersion, supersededAt: later?.at ?? null };
    return put(keyOf(directiveId, terms.textVersion, moment), row);
  });
}

/** The latest end stands, in whatever order the directive and its receipts arrive. */
function notBefore(directiveId: string, textVersion: number, dueAt: string): Change<MomentRow> {
  const row: MomentRow = { dueAt, directiveId, moment: 'expiry', textVersion, supersededAt: null };
  return { key: keyOf(directiveId, textVersion, 'expiry'), fold: (before) => (before !== null && before.dueAt > dueAt ? before : row) };
}

/** A report given back is due later than the directive's own: the end waits for it (LINK-08). */
function returned(data: DataOf<ReceiptEvent, 'ReportReturned'>, { settings }: ServiceEnv): Change<MomentRow> {
  const { directiveId, organizationId, textVersion, reportDueAt, returnedAt } = data;
  return notBefore(directiveId, textVersion, expiryAfter(reportDueAt, settings.number('directive.closeDays', returnedAt, organizationId)));
}

const forget = (directiveId: string, textVersion: number): readonly Change<MomentRow>[] =>
  directiveMoments.values.map((moment) => drop(keyOf(directiveId, textVersion, moment)));

function intentFor({ moment }: MomentRow, row: InboxRow, now: string, { tree }: ServiceEnv): Intent | undefined {
  const duty = dutyOf(row);
  if (duty === undefined) return undefined;
  const id = receiptId(row.directiveId, row.organizationId);
  const owes = dutyFor(moment);
  if (moment !== 'acknowledgeOver' && moment !== 'reportOver')
    return intend(receiptStream, id, { type: 'RemindReceipt', duty, at: now, owes, momentCode: moment });
  const superiorId = tree.current().node(row.organizationId)?.lineParentId ?? undefined;
  return intend(receiptStream, id, { type: 'FindOverdue', duty, at: now, owes, superiorId });
}

async function* fire(due: MomentRow, now: string, env: ServiceEnv): AsyncGenerator<Intent> {
  const { directiveId, moment, textVersion, supersededAt } = due;
  if (moment === 'expiry') {
    yield intend(directiveStream, directiveId, { type: 'CloseDirective', at: now, cause: 'expired', textVersion });
    return;
  }
  if (supersededAt === null || supersededAt > now) {
    for await (const row of pendingReceipts(env, directiveId, textVersion, dutyFor(moment))) {
      const intent = intentFor(due, row, now, env);
      if (intent !== undefined) yield intent;
    }
  }
  const directive = await env.rows(directiveList).get(directiveId);
  if (directive !== undefined && (await allFinal(env, directiveId, directive.addressees)))
    yield intend(directiveStream, directiveId, { type: 'CloseDirective', at: now, cause: 'allFinal' });
  yield intend(directiveStream, directiveId, { type: 'PassMoment', at: now, moment, textVersion });
}

/** Reminders at half time and on the last day, overdue to addressee and superior, the end 30 days after (LINK-05, LINK-08). */
export const directiveMoment = defineDeadline<MomentRow, ServiceEnv>({
  name: 'directive-moment',
  version: 2,
  sources: [
    from<DirectiveEvent>(aggregates.organizations.directive)<MomentRow, ServiceEnv>({
      DirectiveDrafted: ignore,
      DirectiveDiscarded: ignore,
      DirectiveIssued: ({ data }, env) => rowsOf(data.directiveId, required(data.terms), env),
      DirectiveForwarded: ignore,
      DirectiveAmended: ({ data }, env) => {
        if (!data.material) return [];
        const terms = required(data.terms);
        return [...forget(data.directiveId, terms.textVersion - 1), ...rowsOf(data.directiveId, terms, env)];
      },
      DirectiveReminded: ignore,
      DirectiveMomentPassed: ({ data }) => drop(keyOf(data.directiveId, data.textVersion, data.momentCode)),
      DirectiveDutyMoved: ignore,
      // What is left fires, and the decider finds nothing to do.
      DirectiveRecalled: ignore,
      DirectiveClosed: ignore,
    }),
    from<ReceiptEvent>(aggregates.organizations.receipt)<MomentRow, ServiceEnv>({
      ReceiptOpened: ignore,
      ReceiptAcknowledged: ignore,
      ReceiptReported: ignore,
      ReportReturned: ({ data }, env) => returned(data, env),
      ReceiptReminded: ignore,
      ReceiptOverdue: ignore,
      ReceiptTransferred: ignore,
    }),
  ],
  fire,
  expects: ['NOT_FOUND', 'STATE_NOT_ALLOWED', 'CONFLICT'],
});
