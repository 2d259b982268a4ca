import type { TermState } from '@zhitong/catalogue';
import type { TermEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/term_events.ts';
import { Rejected, type EventOf } from '@zhitong/kernel';

export type TermEvent = EventOf<TermEvents>;

export interface Term {
  readonly termId: string;
  readonly expiresOn: string;
  readonly overdue: boolean;
  /** Rungs of the ladder that were issued for this expiry, in days before it. */
  readonly reminded: readonly number[];
  readonly confirmed: readonly number[];
  readonly shift: { readonly toOn: string; readonly requestedById: string } | null;
  readonly shifted: boolean;
}

export interface Election {
  readonly electionId: string;
  readonly seats: number;
  readonly deputies: number;
  readonly round: number;
  readonly lastBallotOn: string | null;
  readonly electedIds: readonly string[];
  /** Between whom the next ballot decides; empty without a tie. */
  readonly tiedIds: readonly string[];
  readonly openSeats: number;
  readonly secretaryId: string | null;
  readonly deputyIds: readonly string[];
  readonly recordedById: string | null;
}

/** Terms of one organization: the running one, and the election under way. */
export interface Terms {
  /** By when a new organization owes its first election. */
  readonly firstDueOn: string | null;
  readonly term: Term | null;
  readonly election: Election | null;
  readonly elections: readonly string[];
}

/** ORG-16 to ORG-20; null where no term was ever entered or expected. */
export function stateOf({ firstDueOn, term, election }: Terms): TermState | null {
  if (election !== null) return 'electionCalled';
  if (term === null) return firstDueOn === null ? null : 'awaitingFirst';
  if (term.overdue) return 'overdue';
  return term.reminded.length > 0 ? 'dueSoon' : 'running';
}

/** @throws {Rejected} `NOT_FOUND` */
export function runningTerm({ term }: Terms): Term {
  if (term === null) throw new Rejected('NOT_FOUND', 'No term is running.');
  return term;
}

/** @throws {Rejected} `NOT_FOUND` */
export function calledElection({ election }: Terms, electionId: string): Election {
  if (election?.electionId !== electionId) throw new Rejected('NOT_FOUND', 'No such election is under way.');
  return election;
}
