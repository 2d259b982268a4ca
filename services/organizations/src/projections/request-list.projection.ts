import type { RequestDuty } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, fromEvery, put, type Change, type Contribution, type Recorded } from '@zhitong/eventing';
import { holderDeadline } from '../domain/request/pass-deadline.ts';
import { requestDecider } from '../domain/request/request.decider.ts';
import { isOpen, type RequestEvent, type Submitted } from '../domain/request/request-state.ts';
import type { Holder } from '../domain/request/request-routing.ts';

export interface RequestStep {
  readonly step: RequestEvent['type'];
  readonly at: string;
  readonly holder: Holder | null;
  readonly textRef: string | null;
  readonly answerDueAt: string | null;
}

export interface RequestListRow {
  readonly request: Submitted;
  readonly submittedAt: string;
  readonly officerId: string | null;
  readonly heldSince: string | null;
  /** When the answer clock was set last. */
  readonly clockSince: string | null;
  /** Once it was passed on: the lowest organization above all who held it, which decides when that has happened too often (LINK-15). */
  readonly superiorId: string | null;
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

const setsClock = new Set<RequestEvent['type']>(['RequestRouted', 'RequestEscalated', 'RequestReopened', 'RequestPlanReached']);
const takesOver = new Set<RequestEvent['type']>(['RequestRouted', 'RequestRerouted', 'RequestHolderDecided', 'RequestEscalated']);

/** Every later event: the decider's own fold, and what only readers want to know. */
function taken(row: RequestListRow, event: RequestEvent, at: string, version: number): RequestListRow {
  const request = requestDecider.evolve(row.request, event);
  if (request.status === 'absent') return row;
  const step: RequestStep = { step: event.type, at, holder: request.holder, textRef: textOf(event), answerDueAt: request.answerDueAt };
  return derived({
    ...row,
    request,
    version,
    steps: [...row.steps, step],
    heldSince: takesOver.has(event.type) ? at : row.heldSince,
    clockSince: setsClock.has(event.type) ? at : row.clockSince,
    officerId: event.type === 'RequestAccepted' ? event.data.officerId : takesOver.has(event.type) ? null : row.officerId,
    superiorId: event.type === 'RequestRerouted' ? (event.data.commonSuperiorId ?? null) : row.superiorId,
    overdue: event.type === 'RequestOverdue' || (row.overdue && event.type !== 'RequestAnswered'),
  });
}

const take = (event: Recorded<RequestEvent>) => amend<RequestListRow>(event.data.requestId, (row) => taken(row, event, event.occurredAt, event.version));

function submitted(event: Recorded<RequestEvent, 'RequestSubmitted'>): Change<RequestListRow> {
  const { requestId, submittedAt, textRef } = event.data;
  const request = requestDecider.evolve(requestDecider.initial, event);
  if (request.status === 'absent') throw new TypeError('A submitted request has a state');
  const step: RequestStep = { step: 'RequestSubmitted', at: submittedAt, holder: null, textRef, answerDueAt: null };
  const row = derived({
    request,
    submittedAt,
    officerId: null,
    heldSince: null,
    clockSince: null,
    superiorId: null,
    overdue: false,
    steps: [step],
    version: event.version,
  });
  return put(requestId, row);
}

/** What the present holder of requests owes. */
export const heldKey = (organizationId: string): string => `held|${organizationId}`;

const overdueAtHolder = ({ holderId, held, overdue }: RequestListRow): readonly Contribution[] =>
  held && overdue && holderId !== null ? [{ key: heldKey(holderId), amounts: { overdue: 1 } }] : [];

/** One row per request: who holds it, since when, until when, and how it got there (LINK-19). */
export const requestList = defineProjection<RequestListRow>({
  name: 'request-list',
  version: 6,
  indexes: [
    ['submitterId', 'submittedAt'],
    ['submitterId', 'state', 'submittedAt'],
    ['submitterId', 'topicCode', 'open'],
    ['submitterId', 'open', 'dueAt'],
    ['submitterId', 'held', 'dueAt'],
    ['holderId', 'submittedAt'],
    ['holderId', 'state', 'submittedAt'],
    ['holderId', 'open', 'dueAt'],
    ['holderId', 'held', 'dueAt'],
    ['holderId', 'held', 'heldSince'],
    ['holderId', 'urgentHeld'],
    ['holderId', 'held', 'overdue'],
    ['superiorId', 'held', 'dueAt'],
  ],
  sources: [
    fromEvery<RequestEvent>(aggregates.organizations.request)<RequestListRow>((event) => (event.type === 'RequestSubmitted' ? submitted(event) : take(event))),
  ],
  tallies: overdueAtHolder,
  announce: ({ request, holderId, submitterId }) => [
    `request:${request.requestId}`,
    `inbox:${submitterId}`,
    ...(holderId === null ? [] : [`inbox:${holderId}`]),
  ],
});
