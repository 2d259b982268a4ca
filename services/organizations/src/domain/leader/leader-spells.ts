import { addDays, addMonths, daysBetween } from '@zhitong/kernel';

/** One time on the list of an organization. */
export interface LeaderSpell {
  readonly organizationId: string;
  readonly listedOn: string;
  readonly recordedAt: string;
  /** First day it no longer lasts; null while it does. */
  readonly delistedOn: string | null;
  readonly closedAt: string | null;
}

interface Cut {
  readonly asOf: string;
  readonly knownAt: string;
}

const least = 6;

/** What was known of these by then; what had not ended counts as going on. */
export const spellsAt = (spells: readonly LeaderSpell[], { asOf, knownAt }: Cut): readonly LeaderSpell[] =>
  spells
    .filter(({ listedOn, recordedAt }) => listedOn <= asOf && recordedAt <= knownAt)
    .map((spell) => {
      const { delistedOn, closedAt } = spell;
      const over = delistedOn !== null && delistedOn <= asOf && closedAt !== null && closedAt <= knownAt;
      return over ? spell : { ...spell, delistedOn: null, closedAt: null };
    })
    .sort((a, b) => (a.listedOn < b.listedOn ? -1 : 1));

/** on a list for six months of a year at least, in one piece or several; a spell that goes on lasts to the end of the year. */
export function listedLongEnough(spells: readonly LeaderSpell[], year: string): boolean {
  const [first, after] = [`${year}-01-01`, addDays(`${year}-12-31`, 1)];
  const parts = spells
    .map(({ listedOn, delistedOn }) => ({ from: listedOn > first ? listedOn : first, to: delistedOn !== null && delistedOn < after ? delistedOn : after }))
    .filter(({ from, to }) => from < to);
  const begin = parts.map(({ from }) => from).sort()[0];
  if (begin === undefined) return false;
  return parts.reduce((days, { from, to }) => days + daysBetween(from, to), 0) >= daysBetween(begin, addMonths(begin, least));
}
