import { ensure, fourFifths, moreThanHalf } from '@zhitong/kernel';

/** Totals of one secret ballot. */
export interface Ballot {
  readonly ballotOn: string;
  readonly entitled: number;
  readonly present: number;
  readonly issued: number;
  readonly returned: number;
  readonly votes: readonly { readonly personId: string; readonly yes: number }[];
}

/** What a ballot decides about so many seats. */
export interface Outcome {
  readonly electedIds: readonly string[];
  /** Equal at the cut: more of them than seats. */
  readonly tiedIds: readonly string[];
  readonly openSeats: number;
}

/** @throws {Rejected} `QUORUM_NOT_MET`, `BALLOT_COUNT_WRONG` */
export function ensureBallot({ entitled, present, issued, returned, votes }: Ballot, seats: number): void {
  ensure(present <= entitled && fourFifths(present, entitled), 'QUORUM_NOT_MET', 'At least four fifths of the entitled have to be present.', {
    entitled,
    present,
    needed: Math.ceil((4 * entitled) / 5),
  });
  const given = votes.reduce((sum, { yes }) => sum + yes, 0);
  const adds = returned <= issued && issued <= present && votes.every(({ yes }) => yes <= returned) && given <= returned * seats;
  ensure(adds, 'BALLOT_COUNT_WRONG', 'The figures of the ballot do not add up.', { present, issued, returned, votes: given, most: returned * seats });
}

/** ORG-20: elected is who has more than half of those present, the most votes first. */
export function outcomeOf({ present, votes }: Ballot, seats: number): Outcome {
  const enough = votes.filter(({ yes }) => moreThanHalf(yes, present)).toSorted((a, b) => b.yes - a.yes);
  const last = enough[seats - 1]?.yes;
  const tied = last !== undefined && enough[seats]?.yes === last;
  const elected = tied ? enough.filter(({ yes }) => yes > last) : enough.slice(0, seats);
  return {
    electedIds: elected.map(({ personId }) => personId),
    tiedIds: tied ? enough.filter(({ yes }) => yes === last).map(({ personId }) => personId) : [],
    openSeats: seats - elected.length,
  };
}
