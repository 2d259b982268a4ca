import { addDays, addMonths } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { pagesOf } from '@zhitong/tour/api.ts';
import { checkDays } from '../calendar.ts';
import { sumsOver, type Branch, type District, type Figures } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';
import type { Move } from './moves.ts';

/** The term of an organization as it stood on the first day. */
export interface Term {
  readonly organizationId: string;
  readonly dueOn: string;
}

export interface Election {
  readonly branch: Branch;
  readonly calledOn: string;
  readonly ballotOn: string;
  readonly approvedOn: string;
  /** Seats of the committee, the secretary's among them; one where there is none. */
  readonly seats: 1 | 3;
  /** Last day of the new term. */
  readonly dueOn: string;
}

/** From so many full members on a branch has a committee (ORG-03). */
const committeeFrom = 7;
const reminderDays = 180;
const ballotAfter = 10;
const approvedAfter = 3;
/** Length of the terms of branches under a community (ORG-16). */
const termYears = 5;

export const readTerms = (district: District): Promise<readonly Term[]> => pagesOf<Term>(district.officer, '/terms?view=line');

/** Four of five branches whose term ends in the year elect; most of them before it ends, some after it. */
export function planElections({ branches }: District, terms: readonly Term[], moves: readonly Move[], year: number, seed: number): readonly Election[] {
  const due = new Map(terms.map(({ organizationId, dueOn }) => [organizationId, dueOn]));
  const moving = new Set(moves.flatMap(({ from, to }) => [from.organizationId, to.organizationId]));
  return branches.flatMap((branch) => {
    const random = randomOf(seed, `election/${branch.organizationId}`);
    const dueOn = due.get(branch.organizationId);
    // Who may be elected, and whether there is a committee, is read on the first day: where somebody moves, nobody elects.
    if (dueOn === undefined || dueOn > `${year}-11-30` || moving.has(branch.organizationId) || !random.chance(8000)) return [];
    const early = addDays(dueOn, random.chance(7500) ? -random.between(15, 90) : random.between(2, 20));
    const calledOn = early < `${year}-01-08` ? `${year}-01-08` : early;
    const ballotOn = addDays(calledOn, ballotAfter);
    const seats = branch.fullIds.length < committeeFrom ? 1 : 3;
    if (seats === 3 && branch.freeIds.length < seats) return [];
    return [{ branch, calledOn, ballotOn, approvedOn: addDays(ballotOn, approvedAfter), seats, dueOn: addMonths(ballotOn, 12 * termYears) }];
  });
}

/** Day from which a branch has a committee; undefined: never in this year. */
export const committeeSince = (elections: readonly Election[], { organizationId }: Branch): string | undefined =>
  elections.find(({ branch, seats }) => branch.organizationId === organizationId && seats === 3)?.ballotOn;

function actsOf({ branch, calledOn, ballotOn, approvedOn, seats }: Election): readonly Act[] {
  const { organizationId, secretary, secretaryId, above, fullIds, freeIds } = branch;
  const key = `election/${organizationId}`;
  const path = `/terms/${organizationId}/elections`;
  const candidateIds = seats === 1 ? [secretaryId] : [secretaryId, ...freeIds.slice(0, seats)];
  const present = fullIds.length;
  const votes = candidateIds.map((personId, index) => ({ personId, yes: index < seats ? present - index : 0 }));
  const ballot = { ballotOn, entitled: present, present, issued: present, returned: present, votes };
  let electionId = '';
  return [
    {
      on: calledOn,
      what: 'an election is called',
      run: async () => void (electionId = (await above.command(path, { ballotOn, seats, deputies: 0, candidateIds }, key)).id),
    },
    { on: ballotOn, what: 'a ballot is recorded', run: () => secretary.command(`${path}/${electionId}/result`, { ballot, secretaryId }, key) },
    { on: approvedOn, what: 'an election is approved', run: () => above.command(`${path}/${electionId}/approve`, {}, key) },
  ];
}

/** Where each term stands on a day. */
function standingOn(terms: readonly Term[], elections: readonly Election[], on: string) {
  return terms.map(({ organizationId, dueOn }) => {
    const election = elections.find(({ branch }) => branch.organizationId === organizationId);
    if (election && election.approvedOn <= on) return { dueOn: election.dueOn, state: 'running' };
    if (election && election.calledOn <= on) return { dueOn, state: 'electionCalled' };
    if (dueOn < on) return { dueOn, state: 'overdue' };
    return { dueOn, state: addDays(dueOn, -reminderDays) <= on ? 'dueSoon' : 'running' };
  });
}

function checkOn(district: District, terms: readonly Term[], elections: readonly Election[], on: string): Check {
  const standing = standingOn(terms, elections, on);
  const count = (state: string) => standing.filter((term) => term.state === state).length;
  const months = Array.from({ length: 12 }, (_, index) => addMonths(`${on.slice(0, 7)}-01`, index).slice(0, 7));
  const ending = months.map((month) => ({ month, ending: standing.filter(({ dueOn }) => dueOn.startsWith(month)).length }));
  return {
    on,
    who: district.officer,
    path: `/organizations/${district.organizationId}/term-calendar`,
    expected: { months: ending, dueSoon: count('dueSoon'), overdue: count('overdue'), awaitingFirst: 0 },
  };
}

/** R-10 of one organization: the term that runs, and how the one that was to end in the year did. */
function figuresOf({ dueOn }: Term, election: Election | undefined, year: number, on: string): Figures {
  const elected = election !== undefined && election.approvedOn <= on;
  const expired = dueOn >= `${year}-01-01` && dueOn <= on;
  return {
    dueSoon: Number(!elected && dueOn >= on && addDays(dueOn, -reminderDays) <= on),
    overdue: Number(!elected && dueOn < on),
    expired: Number(expired),
    onTime: Number(expired && elected && election.ballotOn <= dueOn),
  };
}

function reportsOn(
  { organizations, officer: who }: District,
  terms: readonly Term[],
  elections: readonly Election[],
  year: number,
  on: string,
): readonly Check[] {
  const due = new Map(terms.map((term) => [term.organizationId, term]));
  const sums = sumsOver(organizations, ({ organizationId }) => {
    const term = due.get(organizationId);
    const election = elections.find(({ branch }) => branch.organizationId === organizationId);
    return term === undefined ? { dueSoon: 0, overdue: 0, expired: 0, onTime: 0 } : figuresOf(term, election, year, on);
  });
  return [...sums].map(([organizationId, expected]) => ({
    on,
    who,
    path: `/organizations/${organizationId}/term-report?from=${year}-01-01&asOf=${on}`,
    expected,
  }));
}

/** ORG-16 to ORG-20, R-10. */
export const electionsPart = (district: District, terms: readonly Term[], elections: readonly Election[], year: number): Part => ({
  acts: elections.flatMap(actsOf),
  checks: checkDays(year).flatMap((on) => [checkOn(district, terms, elections, on), ...reportsOn(district, terms, elections, year, on)]),
});
