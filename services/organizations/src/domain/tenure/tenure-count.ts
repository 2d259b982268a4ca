import { addMonths, daysBetween } from '@zhitong/kernel';

/** Somebody is, or was, secretary of one community. */
export interface Spell {
  readonly postId: string;
  readonly organizationId: string;
  readonly fromOn: string;
  /** First day no longer; null while in office. */
  readonly leftOn: string | null;
  /** A longer break before it begins the count anew. */
  readonly gapDays: number;
  /** Years of a count that begins with it. */
  readonly years: number;
}
export interface Count {
  readonly sinceOn: string;
  /** The day on which the years are full: addMonths of the first day. */
  readonly fullOn: string;
  /** By the day they began; the count is the last ones without a longer break. */
  readonly spells: readonly Spell[];
}

interface Run {
  readonly first: Spell;
  readonly until: string | null;
  readonly spells: readonly Spell[];
}
const begin = (first: Spell): Run => ({ first, until: first.leftOn, spells: [first] });
const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b);

/** ORG-25: moving to another community keeps the count, a gap of more days than the setting restarts it. */
export function countOf(spells: readonly [Spell, ...Spell[]]): Count {
  const [earliest, ...rest] = [...spells].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  let count: Run = begin(earliest ?? spells[0]);
  for (const spell of rest) {
    const goesOn = count.until === null || daysBetween(count.until, spell.fromOn) <= spell.gapDays;
    count = goesOn ? { ...count, until: later(count.until, spell.leftOn), spells: [...count.spells, spell] } : begin(spell);
  }
  const { first } = count;
  return { sinceOn: first.fromOn, fullOn: addMonths(first.fromOn, 12 * first.years), spells: count.spells };
}

/** Null without any post. */
export function countIn([first, ...rest]: readonly Spell[]): Count | null {
  return first === undefined ? null : countOf([first, ...rest]);
}

/** The first post held on the day the years were full, or the first one after a short break in which that day lay; null while nobody serves then. */
export const heldWhenFull = ({ fullOn, spells }: Count): Spell | null => spells.find(({ leftOn }) => leftOn === null || leftOn > fullOn) ?? null;

/** As it stood at the end of a day. */
export const spellsOn = (spells: readonly Spell[], day: string): readonly Spell[] =>
  spells.filter(({ fromOn }) => fromOn <= day).map((spell) => (spell.leftOn !== null && spell.leftOn > day ? { ...spell, leftOn: null } : spell));
