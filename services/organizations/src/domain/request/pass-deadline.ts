import type { RequestDuty } from '@zhitong/catalogue';
import { startOfDay } from '@zhitong/kernel';
import { escalation, resumption } from './ask-request.ts';
import { inWorkdays, type RequestSettings } from './request-clock.ts';
import { onWire, type RequestEvent, type Submitted } from './request-state.ts';
import type { Above } from './request-routing.ts';

/** The clock says that something of this request is due; what, if anything, is decided here. */
export interface PassDeadline {
  readonly type: 'PassDeadline';
  readonly at: string;
  readonly above: Above;
  readonly settings: RequestSettings;
}

export function passDeadline(state: Submitted, command: PassDeadline): readonly RequestEvent[] {
  switch (state.status) {
    case 'routed':
    case 'reopened':
    case 'accepted':
      return missed(state, command);
    case 'waitingForSubmitter':
      return pauseUsedUp(state, command);
    case 'answered':
      return silence(state, command);
    default:
      return [];
  }
}

type Clocks = Pick<Submitted, 'status' | 'acceptDueAt' | 'answerDueAt' | 'overdueAtTop'>;

/** The deadline of the holder that comes next; at the top one that was found missed already is not found again. */
export function holderDeadline({ status, acceptDueAt, answerDueAt, overdueAtTop }: Clocks): { readonly duty: RequestDuty; readonly dueAt: string } | null {
  const accepting = (status === 'routed' || status === 'reopened') && acceptDueAt !== null && (overdueAtTop === null || acceptDueAt > overdueAtTop);
  if (accepting && (answerDueAt === null || acceptDueAt <= answerDueAt)) return { duty: 'accept', dueAt: acceptDueAt };
  const running = status === 'routed' || status === 'reopened' || status === 'accepted';
  return running && answerDueAt !== null ? { duty: 'answer', dueAt: answerDueAt } : null;
}

/** LINK-17: recorded, and one level up; at the city it is flagged. */
function missed(state: Submitted, { at, above, settings }: PassDeadline): readonly RequestEvent[] {
  const { holder, requestId, view, overdueAtTop } = state;
  const passed = holderDeadline(state);
  if (holder === null || passed === null || at <= passed.dueAt) return [];
  const next = above(holder, view);
  if (next === undefined && overdueAtTop !== null && passed.dueAt <= overdueAtTop) return [];
  const { duty, dueAt } = passed;
  const overdue: RequestEvent = { type: 'RequestOverdue', data: { requestId, holder: onWire(holder), dutyCode: duty, dueAt, atTop: next === undefined } };
  if (next === undefined) return [overdue];
  return [overdue, escalation(requestId, holder, next, duty === 'accept' ? 'acceptOverdue' : 'answerOverdue', at, settings)];
}

function pauseUsedUp(state: Submitted, { at, settings }: PassDeadline): readonly RequestEvent[] {
  if (state.pauseUntilAt === null || at <= state.pauseUntilAt) return [];
  return resumption(state, at, 'pauseLimit', settings);
}

function silence({ requestId, confirmDueAt, plannedOn }: Submitted, { at, settings }: PassDeadline): readonly RequestEvent[] {
  if (plannedOn !== null) {
    if (at < startOfDay(plannedOn)) return [];
    return [{ type: 'RequestPlanReached', data: { requestId, answerDueAt: inWorkdays(at, settings.reopenWorkdays, settings), reachedAt: at } }];
  }
  if (confirmDueAt === null || at <= confirmDueAt) return [];
  return [{ type: 'RequestAutoClosed', data: { requestId, closedAt: at } }];
}
