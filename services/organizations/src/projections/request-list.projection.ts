import type { Level, RequestDuty } from '@zhitong/catalogue';
import { defineProjection, from, ignore, type Change, type Contribution, type Recorded } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { holderDeadline } from '../domain/request/pass-deadline.ts';
import { requestDecider } from '../domain/request/request.decider.ts';
import { isOpen, type RequestEvent, type Submitted } from '../domain/request/request-state.ts';
import type { Holder } from '../domain/request/request-routing.ts';

type Env = Pick<ServiceEnv, 'tree'>;

export interface RequestStep {
  readonly step: RequestEvent['type'];
  readonly at: string;
  readonly holder: Holder | null;
  readonly textRef: string | null;
}

export interface RequestListRow {
  readonly request: Submitted;
  readonly submittedAt: string;
  /** The submitter and everything above it by place, on the tree it was routed on: where it is counted. */
  readonly ancestors: readonly string[];
  readonly officerId: string | null;
  readonly heldSince: string | null;
  readonly firstAnswer: { readonly level: Level; readonly onTime: boolean } | null;
  /** The answer's deadline passed before any answer, as recorded. */
  readonly answerMissed: boolean;
  /** A deadline of a holder passed, and it is not answered since. */
  readonly overdue: boolean;
  readonly steps: readonly RequestStep[];
  readonly version: number;

  readonly submitterId: string;
  readonly holderId: string | null;
  readonly state: string;
  readonly topicCode: string;
  readonly open: boolean;
  readonly duty: RequestDuty | null;
  readonly dueAt: string | null;
  /** The holder owes a step. */
  readonly held: boolean;
  readonly urgentHeld: boolean;
  /** The submitter owes a word: what was asked back, or whether it is satisfied. */
  readonly asked: boolean;
}

type Told = Omit<RequestListRow, 'submitterId' | 'holderId' | 'state' | 'topicCode' | 'open' | 'duty' | 'dueAt' | 'held' | 'urgentHeld' | 'asked'>;

function derived(row: Told): RequestListRow {
  const { request } = row;
  const deadline = holderDeadline(request);
  const asked = request.status === 'waitingForSubmitter' || (request.status === 'answered' && request.plannedOn === null);
  const askedUntil = request.status === 'waitingForSubmitter' ? request.pauseUntilAt : request.confirmDueAt;
  return {
    ...row,
    submitterId: request.submitterId,
    holderId: request.holder?.organizationId ?? null,
    state: request.status,
    topicCode: request.topicCode,
    open: isOpen(request),
    duty: deadline?.duty ?? null,
    dueAt: deadline?.dueAt ?? (asked ? askedUntil : null),
    held: deadline !== null,
    urgentHeld: deadline !== null && request.urgent,
    asked,
  };
}

/** Reference of the text a step carries, for those who may read it. */
const textOf = (event: RequestEvent): string | null => {
  switch (event.type) {
    case 'RequestSubmitted':
    case 'RequestAnswered':
      return event.data.textRef;
    case 'RequestRerouted':
    case 'RequestPaused':
    case 'RequestReopened':
      return event.data.reasonRef;
    case 'RequestResumed':
      return event.data.noteRef ?? null;
    default:
      return null;
  }
};

const takesOver = new Set<RequestEvent['type']>(['RequestRouted', 'RequestRerouted', 'RequestHolderDecided', 'RequestEscalated']);

/** Every later event: the decider's own fold, and what only readers want to know. */
function taken(row: RequestListRow, event: RequestEvent, at: string, version: number): RequestListRow {
  const request = requestDecider.evolve(row.request, event);
  if (request.status === 'absent') return row;
  const step: RequestStep = { step: event.type, at, holder: request.holder, textRef: textOf(event) };
  return derived({
    ...row,
    request,
    version,
    steps: [...row.steps, step],
    heldSince: takesOver.has(event.type) ? at : row.heldSince,
    officerId: event.type === 'RequestAccepted' ? event.data.officerId : takesOver.has(event.type) ? null : row.officerId,
    firstAnswer: row.firstAnswer ?? firstAnswer(row.request, event, row.answerMissed),
    overdue: event.type === 'RequestOverdue' || (row.overdue && event.type !== 'RequestAnswered'),
    answerMissed: row.answerMissed || (event.type === 'RequestOverdue' && event.data.dutyCode === 'answer' && row.firstAnswer === null),
  });
}

function firstAnswer({ holder }: Submitted, event: RequestEvent, missed: boolean): RequestListRow['firstAnswer'] {
  if (event.type !== 'RequestAnswered' || holder === null) return null;
  return { level: holder.level, onTime: !event.data.late && !missed };
}

const take = (event: Recorded<RequestEvent>): Change<RequestListRow> => ({
  key: event.data.requestId,
  fold: (row) => (row === null ? null : taken(row, event, event.occurredAt, event.version)),
});

async function submitted(event: Recorded<RequestEvent, 'RequestSubmitted'>, { tree }: Env): Promise<Change<RequestListRow>> {
  const { requestId, submitterId, treeVersion, submittedAt, textRef } = event.data;
  const ancestors = (await tree.at(treeVersion)).path(submitterId, 'place');
  const request = requestDecider.evolve(requestDecider.initial, { type: 'RequestSubmitted', data: event.data });
  if (request.status === 'absent') throw new TypeError('A submitted request has a state');
  const step: RequestStep = { step: 'RequestSubmitted', at: submittedAt, holder: null, textRef };
  const row = derived({
    request,
    submittedAt,
    ancestors,
    officerId: null,
    heldSince: null,
    firstAnswer: null,
    answerMissed: false,
    overdue: false,
    steps: [step],
    version: event.version,
  });
  return { key: requestId, fold: () => row };
}

export const onTimeKey = (organizationId: string, level: string, topicCode: string): string => `on-time|${organizationId}|${level}|${topicCode}`;

/** What the present holder of requests owes. */
export const heldKey = (organizationId: string): string => `held|${organizationId}`;

const one = (condition: boolean) => (condition ? 1 : 0);

/** R-23, by level of the holder (of the first answer, else the present one) and topic. */
function onTime(row: RequestListRow): readonly Contribution[] {
  const { request, firstAnswer: answered, answerMissed, ancestors, topicCode } = row;
  const level = answered?.level ?? request.holder?.level;
  if (level === undefined) return [];
  const amounts = {
    answered: one(answered !== null),
    answeredOnTime: one(answered?.onTime === true),
    unansweredLate: one(answered === null && answerMissed),
    reopened: one(request.reopenings > 0),
    confirmed: one(request.status === 'confirmed'),
    autoClosed: one(request.status === 'autoClosed'),
    escalated: one(request.escalations > 0),
  };
  return ancestors.map((ancestor) => ({ key: onTimeKey(ancestor, level, topicCode), amounts }));
}

const overdueAtHolder = ({ holderId, held, overdue }: RequestListRow): readonly Contribution[] =>
  held && overdue && holderId !== null ? [{ key: heldKey(holderId), amounts: { overdue: 1 } }] : [];

/** One row per request: who holds it, since when, until when, and how it got there (LINK-19). */
export const requestList = defineProjection<RequestListRow, Env>({
  name: 'request-list',
  version: 3,
  indexes: [
    ['submitterId', 'submittedAt'],
    ['submitterId', 'state', 'submittedAt'],
    ['submitterId', 'topicCode', 'open'],
    ['submitterId', 'open', 'dueAt'],
    ['holderId', 'submittedAt'],
    ['holderId', 'state', 'submittedAt'],
    ['holderId', 'open', 'dueAt'],
    ['holderId', 'held', 'dueAt'],
    ['holderId', 'held', 'heldSince'],
    ['holderId', 'urgentHeld'],
  ],
  sources: [
    from<RequestEvent>(
      'organizations',
      'request',
    )<RequestListRow, Env>({
      RequestSubmitted: submitted,
      RequestRouted: take,
      RoutingGapFound: take,
      RequestAccepted: take,
      RequestRerouted: take,
      RequestHolderDecided: take,
      RequestPaused: take,
      RequestResumed: take,
      RequestOverdue: take,
      RequestEscalated: take,
      RequestAnswered: take,
      RequestConfirmed: take,
      RequestReopened: take,
      RequestAutoClosed: take,
      RequestWithdrawn: take,
      RequestPlanReached: take,
      RequestPartyReplaced: take,
    }),
  ],
  tallies: (row) => [...onTime(row), ...overdueAtHolder(row)],
  announce: ({ request, holderId, submitterId }) => [
    `request:${request.requestId}`,
    `inbox:${submitterId}`,
    ...(holderId === null ? [] : [`inbox:${holderId}`]),
  ],
});

/** Who else knows of a request: levels that were passed over, and former holders (LINK-14, LINK-17). */
export interface RequestInvolvement {
  readonly requestId: string;
  readonly organizationId: string;
  readonly role: 'informed' | 'coHolder';
  readonly since: string;
}

const involve = (requestId: string, organizationId: string, role: RequestInvolvement['role'], since: string): Change<RequestInvolvement> => ({
  key: `${requestId}.${organizationId}`,
  fold: (row) => (row?.role === 'coHolder' ? row : { requestId, organizationId, role, since: row?.since ?? since }),
});

export const requestInvolvement = defineProjection<RequestInvolvement>({
  name: 'request-involvement',
  version: 1,
  indexes: [['organizationId', 'since']],
  sources: [
    from<RequestEvent>(
      'organizations',
      'request',
    )<RequestInvolvement>({
      RequestSubmitted: ignore,
      RequestRouted: ({ data: { requestId, informedIds, routedAt } }) => informedIds.map((id) => involve(requestId, id, 'informed', routedAt)),
      RoutingGapFound: ignore,
      RequestAccepted: ignore,
      RequestRerouted: ({ data: { requestId, commonSuperiorId, reroutedAt } }) =>
        commonSuperiorId === undefined ? [] : [involve(requestId, commonSuperiorId, 'informed', reroutedAt)],
      RequestHolderDecided: ({ data }) => involve(data.requestId, data.decidedByOrganizationId, 'informed', data.decidedAt),
      RequestPaused: ignore,
      RequestResumed: ignore,
      RequestOverdue: ignore,
      RequestEscalated: ({ data }) => involve(data.requestId, data.fromOrganizationId, 'coHolder', data.escalatedAt),
      RequestAnswered: ignore,
      RequestConfirmed: ignore,
      RequestReopened: ignore,
      RequestAutoClosed: ignore,
      RequestWithdrawn: ignore,
      RequestPlanReached: ignore,
      RequestPartyReplaced: ({ data: { requestId, fromOrganizationId, toOrganizationId, replacedAt } }) =>
        fromOrganizationId === toOrganizationId ? [] : [involve(requestId, toOrganizationId, 'informed', replacedAt)],
    }),
  ],
  announce: ({ organizationId }) => [`inbox:${organizationId}`],
});
