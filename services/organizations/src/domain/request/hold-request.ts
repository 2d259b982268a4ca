import type { RequestAnswer } from '@zhitong/catalogue';
import { ensure, shanghaiDate } from '@zhitong/kernel';
import { acceptDueAt, confirmDueAt, inWorkdays, workingHours, type RequestSettings } from './request-clock.ts';
import { ensureIn, onWire, type RequestEvent, type Submitted } from './request-state.ts';
import type { Holder } from './request-routing.ts';

/** What the holder does, or who stands above the holders. */
export type HeldCommand =
  | { readonly type: 'AcceptRequest'; readonly at: string; readonly officerId: string }
  | {
      readonly type: 'RerouteRequest';
      readonly at: string;
      readonly to: Holder | undefined;
      readonly reasonRef: string;
      /** Lowest organization above all who held it, the next one included. */
      readonly commonSuperiorId: string | undefined;
      readonly settings: RequestSettings;
    }
  | {
      readonly type: 'DecideRequestHolder';
      readonly at: string;
      readonly to: Holder;
      readonly decidedById: string;
      /** Lowest organization above all who held it. */
      readonly commonSuperiorId: string | undefined;
      readonly settings: RequestSettings;
    }
  | { readonly type: 'PauseRequest'; readonly at: string; readonly reasonRef: string; readonly settings: RequestSettings }
  | {
      readonly type: 'AnswerRequest';
      readonly at: string;
      readonly answer: RequestAnswer;
      readonly textRef: string;
      readonly plannedOn?: string | undefined;
      readonly settings: RequestSettings;
    };

type Of<Type extends HeldCommand['type']> = Extract<HeldCommand, { type: Type }>;

export function accept(state: Submitted, { at, officerId }: Of<'AcceptRequest'>): readonly RequestEvent[] {
  if (state.status === 'accepted') return [];
  ensureIn(state, 'routed', 'reopened');
  return [{ type: 'RequestAccepted', data: { requestId: state.requestId, officerId, acceptedAt: at } }];
}

/** Not ours: who passes it on names the next holder; the answer clock runs on (LINK-15, LINK-16). */
export function reroute(state: Submitted, { at, to, reasonRef, commonSuperiorId, settings }: Of<'RerouteRequest'>): readonly RequestEvent[] {
  ensureIn(state, 'routed', 'accepted');
  const open = !state.holderIsFinal && state.reroutes < settings.maxReroutes;
  ensure(open, 'REROUTE_LIMIT', 'It was passed on as often as it may be; the common superior decides who holds it.', {
    limit: settings.maxReroutes,
    commonSuperiorId: commonSuperiorId ?? null,
  });
  ensure(to !== undefined, 'TARGET_REQUIRED', 'Who passes a request on must name the next holder.');
  ensureOther(state, to);
  const { requestId } = state;
  const passed = { holder: onWire(to), reasonRef, acceptDueAt: acceptDueAt(at, settings), reroutedAt: at, commonSuperiorId };
  return [{ type: 'RequestRerouted', data: { requestId, ...passed, fromOrganizationId: state.holder?.organizationId } }];
}

function ensureOther({ holder, submitterId }: Submitted, to: Holder): void {
  const same = holder?.organizationId === to.organizationId && holder.office === to.office;
  ensure(!same && to.organizationId !== submitterId, 'SAME_HOLDER', 'The next holder is another one than the present, and not the submitter.');
}

export function decideHolder(state: Submitted, command: Of<'DecideRequestHolder'>): readonly RequestEvent[] {
  const { at, to, decidedById, commonSuperiorId, settings } = command;
  ensureIn(state, 'routed', 'accepted');
  const due = !state.holderIsFinal && state.reroutes >= settings.maxReroutes;
  ensure(due, 'STATE_NOT_ALLOWED', 'The holder is decided from above once, after the reroutes are used up.', { reroutes: state.reroutes });
  ensure(decidedById === commonSuperiorId, 'FORBIDDEN_ROLE', 'The common superior of the holders decides.', { commonSuperiorId: commonSuperiorId ?? null });
  const { requestId } = state;
  const decided = { holder: onWire(to), decidedByOrganizationId: decidedById, acceptDueAt: acceptDueAt(at, settings), decidedAt: at };
  return [{ type: 'RequestHolderDecided', data: { requestId, ...decided, fromOrganizationId: state.holder?.organizationId } }];
}

export function pause(state: Submitted, { at, reasonRef, settings }: Of<'PauseRequest'>): readonly RequestEvent[] {
  ensureIn(state, 'accepted');
  const left = settings.maxPauseWorkdays - state.pausedWorkdays;
  ensure(left > 0, 'PAUSE_LIMIT', 'The clock of this request stood as long as it may.', { workdays: settings.maxPauseWorkdays });
  const running = state.answerDueAt !== null && at <= state.answerDueAt;
  ensure(running, 'STATE_NOT_ALLOWED', 'A clock that has run out cannot be stopped.', { dueAt: state.answerDueAt });
  return [{ type: 'RequestPaused', data: { requestId: state.requestId, reasonRef, pauseUntilAt: inWorkdays(at, left, settings), pausedAt: at } }];
}

/** Done and refused wait for the submitter's word; a plan comes back on its date (LINK-18). */
export function answer(state: Submitted, { at, answer: answerCode, textRef, plannedOn, settings }: Of<'AnswerRequest'>): readonly RequestEvent[] {
  ensureIn(state, 'accepted');
  const isPlan = answerCode === 'planned';
  ensure(isPlan === (plannedOn !== undefined), 'PLAN_DATE_MISMATCH', 'A plan, and only a plan, names its date.');
  ensure(plannedOn === undefined || plannedOn > shanghaiDate(at), 'PLAN_DATE_MISMATCH', 'A plan names a day to come.');
  const late = state.answerDueAt !== null && at > state.answerDueAt;
  const due = isPlan ? undefined : confirmDueAt(at, settings);
  const data = { requestId: state.requestId, answerCode, textRef, plannedOn, confirmDueAt: due, answeredAt: at, late };
  return [{ type: 'RequestAnswered', data: { ...data, workingHours: workingHours(state.routedAt ?? at, at, settings) } }];
}
