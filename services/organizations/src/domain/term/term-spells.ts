import { addDays } from '@zhitong/kernel';

/** Where a term ends, from the day on which that was decided. */
export interface Expiry {
  readonly on: string;
  readonly decidedOn: string;
  readonly recordedAt: string;
}
/** One term as it was told. */
export interface TermSpell {
  readonly termId: string;
  /** Of a term that began with an election the day of the ballot. */
  readonly startsOn: string;
  readonly recordedAt: string;
  readonly expiries: readonly Expiry[];
}

/** A term as it stood at the end of a day. */
export interface StandingTerm {
  readonly termId: string;
  readonly startsOn: string;
  readonly expiresOn: string;
  /** Day of the election that ended it; null while it goes on. */
  readonly electedOn: string | null;
}

interface Cut {
  readonly asOf: string;
  readonly knownAt: string;
}

/** The terms of one organization that had begun by then, in order, each with the last word about its end. */
export function termsAt(spells: readonly TermSpell[], { asOf, knownAt }: Cut): readonly StandingTerm[] {
  const begun = spells.filter(({ startsOn, recordedAt }) => startsOn <= asOf && recordedAt <= knownAt).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return begun.map(({ termId, startsOn, expiries }, at) => {
    const [first, ...shifts] = expiries;
    const shifted = shifts.filter((shift) => shift.decidedOn <= asOf && shift.recordedAt <= knownAt).at(-1);
    return { termId, startsOn, expiresOn: (shifted ?? first)?.on ?? startsOn, electedOn: begun[at + 1]?.startsOn ?? null };
  });
}

export const soonDays = 180;

/** what a report counts of a term on its day, its window beginning on another. */
export const termFigures = {
  /** Ends within 180 days, the day itself and the last one included. */
  dueSoon: ({ expiresOn, electedOn }: StandingTerm, asOf: string) => electedOn === null && asOf <= expiresOn && expiresOn <= addDays(asOf, soonDays),
  /** Has ended without an election. */
  overdue: ({ expiresOn, electedOn }: StandingTerm, asOf: string) => electedOn === null && expiresOn < asOf,
  /** Was to end within the window. */
  expired: ({ expiresOn }: StandingTerm, asOf: string, from: string) => from <= expiresOn && expiresOn <= asOf,
  /** Of these, with an election on its last day or before. */
  onTime: (term: StandingTerm, asOf: string, from: string) =>
    termFigures.expired(term, asOf, from) && term.electedOn !== null && term.electedOn <= term.expiresOn,
} as const;
