import { levels, requestOffices, type RequestState, type View } from '@zhitong/catalogue';
import type { HoldingOffice, RequestEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/request_events.ts';
import { ensure, type EventOf } from '@zhitong/kernel';
import type { Holder } from './request-routing.ts';

export type RequestEvent = EventOf<RequestEvents>;
/** A request that was submitted; what it is now says `status`. */
export interface Submitted {
  readonly status: RequestState;
  readonly requestId: string;
  readonly submitterId: string;
  readonly topicCode: string;
  readonly urgent: boolean;
  readonly textRef: string;
  readonly holder: Holder | null;
  readonly view: View;
  readonly coHolders: readonly Holder[];
  /** Everyone who held it, in order. */
  readonly holderIds: readonly string[];
  readonly informedIds: readonly string[];
  readonly reroutes: number;
  /** The common superior has named the holder. */
  readonly holderIsFinal: boolean;
  readonly routedAt: string | null;
  readonly acceptDueAt: string | null;
  readonly answerDueAt: string | null;
  readonly pausedAt: string | null;
  readonly pauseUntilAt: string | null;
  readonly pausedWorkdays: number;
  readonly answered: boolean;
  readonly confirmDueAt: string | null;
  readonly plannedOn: string | null;
  readonly reopenings: number;
  readonly escalations: number;
  /** Deadline that passed with nobody above. */
  readonly overdueAtTop: string | null;
}

export type Request = { readonly status: 'absent' } | Submitted;

const final: readonly RequestState[] = ['confirmed', 'autoClosed', 'withdrawn'];
export const isOpen = ({ status }: Submitted): boolean => !final.includes(status);

/** Refuses a command in a state the table does not know it in. */
export function ensureIn(state: Submitted, ...allowed: readonly RequestState[]): void {
  ensure(allowed.includes(state.status), 'STATE_NOT_ALLOWED', 'The request is not at this step.', { state: state.status });
}

/** @throws {TypeError} on an event that none of our writers wrote. */
export function holderOf(holder: HoldingOffice | undefined): Holder {
  if (holder === undefined) throw new TypeError('An event of a request lacks its holder');
  return { organizationId: holder.organizationId, office: requestOffices.parse(holder.officeCode), level: levels.parse(holder.level) };
}

export const onWire = ({ organizationId, office: officeCode, level }: Holder): HoldingOffice => ({ organizationId, officeCode, level });
