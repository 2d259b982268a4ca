import { excludedRequestTopics, type RequestEscalationCause, type RequestResumeCause, type RequestTopic } from '@zhitong/catalogue';
import { ensure } from '@zhitong/kernel';
import { acceptDueAt, answerDueAt, inWorkdays, resumed, type RequestSettings } from './request-clock.ts';
import { ensureIn, onWire, type Request, type RequestEvent, type Submitted } from './request-state.ts';
import type { Above, Holder, Route } from './request-routing.ts';

export interface SubmitRequest {
  readonly type: 'SubmitRequest';
  readonly requestId: string;
  readonly submitterId: string;
  readonly actorId: string;
  readonly topic: RequestTopic;
  readonly route: Route;
  readonly textRef: string;
  readonly urgent: boolean;
  /** The submitter has another one open on this topic. */
  readonly anotherIsOpen: boolean;
  readonly treeVersion: number;
  readonly at: string;
  readonly settings: RequestSettings;
}

/** What the submitter does. */
export type AskedCommand =
  | SubmitRequest
  | { readonly type: 'ResumeRequest'; readonly at: string; readonly noteRef?: string | undefined; readonly settings: RequestSettings }
  | { readonly type: 'ConfirmRequest'; readonly at: string }
  | {
      readonly type: 'ReopenRequest';
      readonly at: string;
      readonly reasonRef: string;
      readonly settings: RequestSettings;
      /** For the third reopening. */
      readonly above: Above;
    }
  | { readonly type: 'WithdrawRequest'; readonly at: string };

type Of<Type extends AskedCommand['type']> = Extract<AskedCommand, { type: Type }>;

/** Asked before anything is sealed: of an excluded matter nothing is stored (LINK-13). */
export function ensureTopicAllowed(topicCode: string): void {
  const excluded = excludedRequestTopics.some((code) => code === topicCode);
  ensure(!excluded, 'TOPIC_EXCLUDED', 'This platform does not take such matters; please turn to the authorised body.', { pointer: 'authorisedBody' });
}

export function submit(state: Request, command: SubmitRequest): readonly RequestEvent[] {
  ensure(state.status === 'absent', 'STATE_NOT_ALLOWED', 'This request was submitted already.');
  const {
    requestId,
    submitterId,
    topic: { topicCode },
    route,
    textRef,
    urgent,
    at,
    actorId,
    treeVersion,
    settings,
  } = command;
  ensureTopicAllowed(topicCode);
  const warnings = command.anotherIsOpen ? ['REQUEST_OPEN'] : [];
  return [
    { type: 'RequestSubmitted', data: { requestId, submitterId, topicCode, textRef, urgent, submittedAt: at, submittedById: actorId, treeVersion, warnings } },
    ...(route.gap ? [{ type: 'RoutingGapFound' as const, data: { requestId, topicCode, submitterId } }] : []),
    {
      type: 'RequestRouted',
      data: {
        requestId,
        holder: onWire(route.holder),
        view: route.view,
        informedIds: [...route.informedIds],
        acceptDueAt: acceptDueAt(at, settings),
        answerDueAt: answerDueAt(at, command.topic, urgent, settings),
        routedAt: at,
      },
    },
  ];
}

export function resume(state: Submitted, { at, noteRef, settings }: Of<'ResumeRequest'>): readonly RequestEvent[] {
  ensureIn(state, 'waitingForSubmitter');
  return resumption(state, at, 'submitter', settings, noteRef);
}

/** The clock runs on from where it stood (LINK-16). */
export function resumption(state: Submitted, at: string, causeCode: RequestResumeCause, settings: RequestSettings, noteRef?: string): readonly RequestEvent[] {
  const { requestId, pausedAt, answerDueAt: due, pausedWorkdays } = state;
  if (pausedAt === null || due === null) throw new TypeError('A waiting request has a clock that stands');
  const { workdays, dueAt } = resumed(pausedAt, at, due, pausedWorkdays, settings);
  return [{ type: 'RequestResumed', data: { requestId, causeCode, pausedWorkdays: workdays, answerDueAt: dueAt, resumedAt: at, noteRef } }];
}

export function confirm(state: Submitted, { at }: Of<'ConfirmRequest'>): readonly RequestEvent[] {
  if (state.status === 'confirmed') return [];
  ensureInTime(state, at);
  return [{ type: 'RequestConfirmed', data: { requestId: state.requestId, confirmedAt: at } }];
}

/** A third reopening goes one level up instead, where a level is above (LINK-18). */
export function reopen(state: Submitted, { at, reasonRef, settings, above }: Of<'ReopenRequest'>): readonly RequestEvent[] {
  ensureInTime(state, at);
  const { requestId, holder, view } = state;
  const clocks = { acceptDueAt: acceptDueAt(at, settings), answerDueAt: inWorkdays(at, settings.reopenWorkdays, settings) };
  const reopened: RequestEvent = { type: 'RequestReopened', data: { requestId, reasonRef, ...clocks, reopenedAt: at } };
  const next = holder === null || state.reopenings < settings.maxReopen ? undefined : above(holder, view);
  if (next === undefined || holder === null) return [reopened];
  return [reopened, escalation(requestId, holder, next, 'reopenedAgain', at, settings)];
}

/** The same topic's office one level up; the old holder stays co-holder (LINK-17). */
export const escalation = (
  requestId: string,
  from: Holder,
  next: Holder,
  causeCode: RequestEscalationCause,
  at: string,
  settings: RequestSettings,
): RequestEvent => ({
  type: 'RequestEscalated',
  data: {
    requestId,
    holder: onWire(next),
    fromOrganizationId: from.organizationId,
    causeCode,
    acceptDueAt: acceptDueAt(at, settings),
    answerDueAt: inWorkdays(at, settings.escalatedWorkdays, settings),
    escalatedAt: at,
  },
});

/** Silence closes it: after the window it is too late to speak, even before the clock's own word is recorded. */
function ensureInTime(state: Submitted, at: string): void {
  ensureIn(state, 'answered');
  const open = state.confirmDueAt === null || at <= state.confirmDueAt;
  ensure(open, 'STATE_NOT_ALLOWED', 'The time to confirm or reopen is over.', { state: 'autoClosed', until: state.confirmDueAt });
}

export function withdraw(state: Submitted, { at }: Of<'WithdrawRequest'>): readonly RequestEvent[] {
  if (state.status === 'withdrawn') return [];
  ensureIn(state, 'submitted', 'routed', 'accepted', 'waitingForSubmitter');
  ensure(!state.answered, 'STATE_NOT_ALLOWED', 'It was answered already.', { state: state.status });
  return [{ type: 'RequestWithdrawn', data: { requestId: state.requestId, withdrawnAt: at } }];
}
