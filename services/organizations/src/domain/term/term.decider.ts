import { assertNever, type DataOf, type Decider } from '@zhitong/kernel';
import { approveElection, callElection, orderRunoff, recordResult } from './elect.ts';
import { approveShift, confirmReminder, enterTerm, expectFirst, passTermMoment, requestShift } from './keep-term.ts';
import type { TermCommand } from './term.commands.ts';
import type { Election, Term, TermEvent, Terms } from './term-state.ts';

function decide(terms: Terms, command: TermCommand): readonly TermEvent[] {
  switch (command.type) {
    case 'ExpectFirst':
      return expectFirst(terms, command);
    case 'EnterTerm':
      return enterTerm(terms, command);
    case 'PassTermMoment':
      return passTermMoment(terms, command);
    case 'ConfirmReminder':
      return confirmReminder(terms, command);
    case 'RequestShift':
      return requestShift(terms, command);
    case 'ApproveShift':
      return approveShift(terms, command);
    case 'CallElection':
      return callElection(terms, command);
    case 'RecordResult':
      return recordResult(terms, command);
    case 'OrderRunoff':
      return orderRunoff(terms, command);
    case 'ApproveElection':
      return approveElection(terms, command);
    default:
      return assertNever(command);
  }
}

const started = ({ termId, expiresOn }: DataOf<TermEvent, 'TermStarted'>): Term => ({
  termId,
  expiresOn,
  overdue: false,
  reminded: [],
  confirmed: [],
  shift: null,
  shifted: false,
});

const called = ({ electionId, seats, deputies }: DataOf<TermEvent, 'ElectionCalled'>): Election => ({
  electionId,
  seats,
  deputies,
  round: 0,
  lastBallotOn: null,
  electedIds: [],
  tiedIds: [],
  openSeats: seats,
  secretaryId: null,
  deputyIds: [],
  recordedById: null,
});

function evolve(terms: Terms, event: TermEvent): Terms {
  switch (event.type) {
    case 'FirstElectionExpected':
      return { ...terms, firstDueOn: event.data.dueOn };
    case 'TermStarted':
      return { ...terms, term: started(event.data) };
    case 'ElectionCalled':
      return { ...terms, election: called(event.data), elections: [...terms.elections, event.data.electionId] };
    case 'ElectionApproved':
      return { ...terms, election: null };
    case 'ElectionResultRecorded':
    case 'RunoffOrdered':
      return { ...terms, election: terms.election && counted(terms.election, event) };
    default:
      return { ...terms, term: terms.term && changed(terms.term, event) };
  }
}

function counted(election: Election, event: Extract<TermEvent, { type: 'ElectionResultRecorded' | 'RunoffOrdered' }>): Election {
  const { round, ballot, electedIds, openSeats } = event.data;
  const after = { ...election, round, lastBallotOn: ballot?.ballotOn ?? null, electedIds, openSeats };
  if (event.type === 'RunoffOrdered') return { ...after, tiedIds: event.data.tiedIds };
  const { secretaryId = null, deputyIds, recordedById } = event.data;
  return { ...after, tiedIds: [], secretaryId, deputyIds: deputyIds.length > 0 ? deputyIds : election.deputyIds, recordedById };
}

type OfTerm = Exclude<
  TermEvent,
  { type: 'FirstElectionExpected' | 'TermStarted' | 'ElectionCalled' | 'ElectionApproved' | 'ElectionResultRecorded' | 'RunoffOrdered' }
>;

function changed(term: Term, { type, data }: OfTerm): Term {
  switch (type) {
    case 'TermExpiryReminderIssued':
      return { ...term, reminded: [...term.reminded, data.daysBefore] };
    case 'ReminderConfirmed':
      return { ...term, confirmed: [...term.confirmed, data.daysBefore] };
    case 'TermOverdue':
      return { ...term, overdue: true };
    case 'TermShiftRequested':
      return { ...term, shift: { toOn: data.toOn, requestedById: data.requestedById } };
    case 'TermShiftApproved':
      return { ...term, expiresOn: data.toOn, shift: null, shifted: true, reminded: [], confirmed: [] };
    default:
      return assertNever(type);
  }
}

/** Terms of one organization and the elections between them (requirements 1.2). */
export const termDecider: Decider<Terms, TermCommand, TermEvent> = { initial: { firstDueOn: null, term: null, election: null, elections: [] }, decide, evolve };
