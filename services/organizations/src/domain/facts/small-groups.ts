/** Persons of a kind, and the others, of an organization itself and of those below it. */
export interface Group {
  readonly yes: number;
  readonly no: number;
  readonly parts: readonly Group[];
}
interface Withheld {
  readonly yes: number;
  readonly no: number;
}

/**
 * Section 9: what of a group nobody sees, once everything below it that may be seen is taken off. A group is shown when that is nobody, or `least` and more on
 * either side: so no difference of what is shown anywhere in the tree is a smaller group.
 */
function withheld({ yes, no, parts }: Group, least: number): Withheld {
  const left = parts.map((part) => withheld(part, least)).reduce((sum, part) => ({ yes: sum.yes + part.yes, no: sum.no + part.no }), { yes, no });
  const enough = (count: number) => count === 0 || count >= least;
  return enough(left.yes) && enough(left.no) ? { yes: 0, no: 0 } : left;
}

const total = ({ yes, parts }: Group): number => parts.reduce((sum, part) => sum + total(part), yes);

/** How many are of the kind; null when that would show a small group. */
export function shown(group: Group, least: number): number | null {
  const { yes, no } = withheld(group, least);
  return yes + no > 0 ? null : total(group);
}
