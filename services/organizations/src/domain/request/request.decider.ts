import { levels, requestEscalationCauses, views, type Level } from '@zhitong/catalogue';
import type { HoldingOffice, RequestSubmitted } from '@zhitong/contracts/events/zhitong/organizations/v1/request_events.ts';
import { assertNever, ensure, type DataOf, type Decider } from '@zhitong/kernel';
import { confirm, reopen, resume, submit, withdraw, type AskedCommand } from './ask-request.ts';
import { passDeadline, type PassDeadline } from './pass-deadline.ts';
import { accept, answer, decideHolder, pause, reroute, type HeldCommand } from './hold-request.ts';
import { holderOf, isOpen, type Request, type RequestEvent, type Submitted } from './request-state.ts';
import type { Holder } from './request-routing.ts';

export type RequestCommand = AskedCommand | HeldCommand | PassDeadline | ReplaceParty;

/** An organization that takes part was dissolved; its successor stands in its place. */
export interface ReplaceParty {
  readonly type: 'ReplaceParty';
  readonly at: string;
  readonly fromOrganizationId: string;
  readonly toOrganizationId: string;
  readonly toLevel: Level;
}

function decide(state: Request, command: RequestCommand): readonly RequestEvent[] {
  if (command.type === 'SubmitRequest') return submit(state, command);
  ensure(state.status !== 'absent', 'NOT_FOUND', 'There is no such request.');
  switch (command.type) {
    case 'AcceptRequest':
      return accept(state, command);
    case 'RerouteRequest':
      return reroute(state, command);
    case 'DecideRequestHolder':
      return decideHolder(state, command);
    case 'PauseRequest':
      return pause(state, command);
    case 'ResumeRequest':
      return resume(state, command);
    case 'AnswerRequest':
      return answer(state, command);
    case 'ConfirmRequest':
      return confirm(state, command);
    case 'ReopenRequest':
      return reopen(state, command);
    case 'WithdrawRequest':
      return withdraw(state, command);
    case 'PassDeadline':
      return passDeadline(state, command);
    case 'ReplaceParty':
      return replaceParty(state, command);
    default:
      return assertNever(command);
  }
}

function replaceParty(state: Submitted, { at, fromOrganizationId, toOrganizationId, toLevel }: ReplaceParty): readonly RequestEvent[] {
  const parties = [state.submitterId, state.holder?.organizationId, ...state.coHolders.map(({ organizationId }) => organizationId)];
  if (!isOpen(state) || !parties.includes(fromOrganizationId)) return [];
  return [{ type: 'RequestPartyReplaced', data: { requestId: state.requestId, fromOrganizationId, toOrganizationId, toLevel, replacedAt: at } }];
}

const submitted = (data: RequestSubmitted): Submitted => ({
  status: 'submitted',
  requestId: data.requestId,
  submitterId: data.submitterId,
  topicCode: data.topicCode,
  urgent: data.urgent,
  textRef: data.textRef,
  holder: null,
  view: 'place',
  coHolders: [],
  holderIds: [],
  informedIds: [],
  reroutes: 0,
  holderIsFinal: false,
  routedAt: null,
  acceptDueAt: null,
  answerDueAt: null,
  pausedAt: null,
  pauseUntilAt: null,
  pausedWorkdays: 0,
  answered: false,
  confirmDueAt: null,
  plannedOn: null,
  reopenings: 0,
  escalations: 0,
  overdueAtTop: null,
});

function evolve(state: Request, event: RequestEvent): Request {
  if (event.type === 'RequestSubmitted') return submitted(event.data);
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'RequestRouted': {
      const { informedIds, routedAt, acceptDueAt, answerDueAt, view } = event.data;
      return { ...held(state, event.data), informedIds, routedAt, acceptDueAt, answerDueAt, view: views.parse(view) };
    }
    case 'RoutingGapFound':
      return state;
    case 'RequestAccepted':
      return { ...state, status: 'accepted', acceptDueAt: null };
    case 'RequestRerouted':
      return { ...held(state, event.data), reroutes: state.reroutes + 1, acceptDueAt: event.data.acceptDueAt };
    case 'RequestHolderDecided':
      return { ...held(state, event.data), holderIsFinal: true, acceptDueAt: event.data.acceptDueAt };
    case 'RequestPaused':
      return { ...state, status: 'waitingForSubmitter', pausedAt: event.data.pausedAt, pauseUntilAt: event.data.pauseUntilAt };
    case 'RequestResumed': {
      const { pausedWorkdays, answerDueAt } = event.data;
      return { ...state, status: 'accepted', pausedAt: null, pauseUntilAt: null, pausedWorkdays: state.pausedWorkdays + pausedWorkdays, answerDueAt };
    }
    case 'RequestOverdue':
      return event.data.atTop ? { ...state, overdueAtTop: event.data.dueAt } : state;
    case 'RequestEscalated':
      return escalated(state, event.data);
    case 'RequestAnswered': {
      const { confirmDueAt = null, plannedOn = null } = event.data;
      return { ...state, status: 'answered', answered: true, acceptDueAt: null, answerDueAt: null, confirmDueAt, plannedOn };
    }
    case 'RequestReopened': {
      const { acceptDueAt, answerDueAt } = event.data;
      return { ...back(state, answerDueAt), status: 'reopened', acceptDueAt, reopenings: state.reopenings + 1 };
    }
    case 'RequestPlanReached':
      return { ...back(state, event.data.answerDueAt), status: 'accepted' };
    case 'RequestConfirmed':
      return { ...state, status: 'confirmed', confirmDueAt: null, plannedOn: null };
    case 'RequestAutoClosed':
      return { ...state, status: 'autoClosed', confirmDueAt: null };
    case 'RequestWithdrawn':
      return { ...state, status: 'withdrawn', acceptDueAt: null, answerDueAt: null, pausedAt: null, pauseUntilAt: null };
    case 'RequestPartyReplaced':
      return replaced(state, event.data);
    default:
      return assertNever(event);
  }
}

function replaced(state: Submitted, data: DataOf<RequestEvent, 'RequestPartyReplaced'>): Submitted {
  const { fromOrganizationId: from, toOrganizationId: organizationId } = data;
  const level = levels.parse(data.toLevel);
  const take = (holder: Holder): Holder => (holder.organizationId === from ? { ...holder, organizationId, level } : holder);
  const submitterId = state.submitterId === from ? organizationId : state.submitterId;
  const holderIds = state.holderIds.map((id) => (id === from ? organizationId : id));
  return { ...state, submitterId, holderIds, holder: state.holder === null ? null : take(state.holder), coHolders: state.coHolders.map(take) };
}

const held = (state: Submitted, data: { readonly holder: HoldingOffice | undefined }): Submitted => {
  const holder = holderOf(data.holder);
  return { ...state, status: 'routed', holder, holderIds: [...state.holderIds, holder.organizationId] };
};

function escalated(state: Submitted, data: DataOf<RequestEvent, 'RequestEscalated'>): Submitted {
  requestEscalationCauses.parse(data.causeCode);
  const coHolders = state.holder === null ? state.coHolders : [...state.coHolders, state.holder];
  const { acceptDueAt, answerDueAt } = data;
  return { ...held(state, data), coHolders, acceptDueAt, answerDueAt, escalations: state.escalations + 1 };
}

/** An answer that did not end it: the holder owes one again. */
const back = (state: Submitted, answerDueAt: string): Submitted => ({ ...state, confirmDueAt: null, plannedOn: null, answerDueAt, overdueAtTop: null });

/** One request and its clocks (requirements 2.2). */
export const requestDecider: Decider<Request, RequestCommand, RequestEvent> = { initial: { status: 'absent' }, decide, evolve };
