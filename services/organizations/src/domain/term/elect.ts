import { isWorking } from '@zhitong/catalogue';
import { ensure, ensureFiled, shanghaiDate } from '@zhitong/kernel';
import { ensureBallot, outcomeOf, type Outcome } from './ballot.ts';
import { ensureSlate } from './seats.ts';
import type { ApproveElection, CallElection, OrderRunoff, RecordResult } from './term.commands.ts';
import { ensureTerms, termOf } from './term-length.ts';
import { calledElection, stateOf, type Election, type TermEvent, type Terms } from './term-state.ts';

/** So many members elect delegates who elect. */
const delegatesFrom = 500;

/** ORG-19. */
export function callElection(terms: Terms, command: CallElection): readonly TermEvent[] {
  const { organ, organizationState, electionId, ballotOn, form, members, scattered, seats, deputies, candidateIds, unfitIds, reasonCode, at, byId } = command;
  if (terms.elections.includes(electionId)) return [];
  ensureTerms(organ);
  ensure(isWorking(organizationState), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organizationState });
  ensure(mayElect(terms), 'STATE_NOT_ALLOWED', 'The term runs on; ask for an earlier election first.', { state: stateOf(terms) });
  ensure(form === 'members' || members >= delegatesFrom || scattered, 'DELEGATES_NOT_ALLOWED', 'So few members elect by themselves.', { from: delegatesFrom });
  ensure(unfitIds.length === 0, 'NOT_FULL_MEMBER', 'A candidate is no full member in good standing.', { personIds: unfitIds });
  const warnings = ensureSlate({ ...command, kind: organ.kind, candidates: new Set(candidateIds).size });
  ensure(ballotOn >= shanghaiDate(at), 'DATE_PASSED', 'The day of the ballot has passed.', { today: shanghaiDate(at) });
  const { organizationId } = organ;
  const called = { organizationId, electionId, termId: terms.term?.termId, ballotOn, formCode: form, seats, deputies, reasonCode, calledById: byId, warnings };
  return [{ type: 'ElectionCalled', data: { ...called, candidateIds: [...new Set(candidateIds)] } }];
}

/** The first one, the one that is due, or an earlier one that was approved. */
function mayElect(terms: Terms): boolean {
  const state = stateOf(terms);
  return state === null || state === 'awaitingFirst' || state === 'dueSoon' || state === 'overdue' || (state === 'running' && terms.term?.shifted === true);
}

type Counting = Pick<RecordResult, 'ballot' | 'filing'>;

/** What a ballot changes about an election. */
function counted(election: Election, { ballot, filing }: Counting): Outcome {
  ensure(election.openSeats > 0, 'STATE_NOT_ALLOWED', 'Every seat is taken; the result waits for its approval.');
  ensureFiled(ballot.ballotOn, filing);
  ensureBallot(ballot, election.openSeats);
  const voted = ballot.votes.map(({ personId }) => personId);
  const known = new Set(voted).size === voted.length && !voted.some((id) => election.electedIds.includes(id));
  ensure(known, 'BALLOT_COUNT_WRONG', 'A person stands on the ballot once, and not when elected already.');
  const { tiedIds } = election;
  const between = tiedIds.length === 0 || (voted.length === tiedIds.length && voted.every((id) => tiedIds.includes(id)));
  ensure(between, 'BALLOT_COUNT_WRONG', 'The runoff is between those who had equal votes.', { personIds: tiedIds });
  return outcomeOf(ballot, election.openSeats);
}

const onWire = ({ votes, ...totals }: RecordResult['ballot']) => ({ ...totals, votes: votes.map((vote) => ({ ...vote })) });

/** ORG-20. */
export function recordResult(terms: Terms, command: RecordResult): readonly TermEvent[] {
  const { organizationId, electionId, ballot, secretaryId, deputyIds, byId } = command;
  const election = calledElection(terms, electionId);
  const { electedIds: added, tiedIds, openSeats } = counted(election, command);
  ensure(tiedIds.length === 0, 'TIE_RUNOFF_NEEDED', 'Equal votes at the cut: a runoff decides.', { personIds: tiedIds, openSeats });
  const electedIds = [...election.electedIds, ...added];
  const offices = [...(secretaryId === undefined ? [] : [secretaryId]), ...deputyIds];
  const fits = new Set(offices).size === offices.length && offices.every((id) => electedIds.includes(id)) && deputyIds.length <= election.deputies;
  ensure(fits, 'NOT_ELECTED', 'Secretary and deputies are among the elected, each once.');
  const named = secretaryId ?? election.secretaryId ?? undefined;
  ensure(openSeats > 0 || named !== undefined, 'SECRETARY_REQUIRED', 'All seats are taken: say whom the elected propose as secretary.');
  const data = {
    organizationId,
    electionId,
    round: election.round + 1,
    ballot: onWire(ballot),
    electedIds,
    openSeats,
    secretaryId: named,
    deputyIds: [...deputyIds],
  };
  return [{ type: 'ElectionResultRecorded', data: { ...data, recordedById: byId } }];
}

/** ORG-20: the ballot with equal votes at the cut is kept, the next one is between those. */
export function orderRunoff(terms: Terms, command: OrderRunoff): readonly TermEvent[] {
  const { organizationId, electionId, ballot, byId } = command;
  const election = calledElection(terms, electionId);
  const { electedIds: added, tiedIds, openSeats } = counted(election, command);
  ensure(tiedIds.length > 0, 'STATE_NOT_ALLOWED', 'No votes are equal at the cut.');
  const electedIds = [...election.electedIds, ...added];
  const data = { organizationId, electionId, round: election.round + 1, ballot: onWire(ballot), electedIds, tiedIds: [...tiedIds], openSeats };
  return [{ type: 'RunoffOrdered', data: { ...data, orderedById: byId } }];
}

/** ORG-20: approval completes the old term; the new one starts on the day of the ballot. */
export function approveElection(terms: Terms, { organ, electionId, termId, reasonCode, byId }: ApproveElection): readonly TermEvent[] {
  if (terms.election === null && terms.elections.includes(electionId)) return [];
  const { secretaryId, deputyIds, recordedById, openSeats, electedIds, lastBallotOn, tiedIds } = calledElection(terms, electionId);
  const { organizationId } = organ;
  ensure(secretaryId !== null && lastBallotOn !== null && tiedIds.length === 0, 'STATE_NOT_ALLOWED', 'The result with its secretary is not recorded yet.');
  ensure(recordedById !== byId, 'SELF_APPROVAL', 'Who recorded the result cannot approve it.');
  ensure(openSeats === 0 || reasonCode !== undefined, 'REASON_REQUIRED', 'Seats stay open: a further round, or a reason for fewer.', { openSeats });
  const approved = { organizationId, electionId, ballotOn: lastBallotOn, electedIds: [...electedIds], secretaryId, deputyIds: [...deputyIds] };
  return [
    { type: 'TermStarted', data: { organizationId, termId, ...termOf(organ, lastBallotOn), electionId, startedById: byId } },
    { type: 'ElectionApproved', data: { ...approved, reasonCode: openSeats === 0 ? undefined : reasonCode, approvedById: byId } },
  ];
}
