export type Values = Readonly<Record<string, unknown>>;
/** `theirs`: only the others changed it. `mine`: only this form did. `both`: each to something else, a person decides. */
export type Outcome = 'same' | 'mine' | 'theirs' | 'both';
export interface FieldMerge {
  readonly name: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly outcome: Outcome;
}

/** An empty field is nothing, however the form holds it; lists are compared in order. */
const held = (value: unknown): string => {
  const plain = typeof value === 'string' ? value.trim() : value;
  return plain === undefined || plain === null || plain === '' || plain === false ? '' : JSON.stringify(plain);
};
const same = (a: unknown, b: unknown): boolean => held(a) === held(b);

function outcomeOf(base: unknown, mine: unknown, theirs: unknown): Outcome {
  if (same(mine, theirs)) return 'same';
  if (same(theirs, base)) return 'mine';
  return same(mine, base) ? 'theirs' : 'both';
}

/** What became of each field of a form since it was opened; a field the other side does not hold is this form's own. */
export function threeWay(base: Values, mine: Values, theirs: Values): readonly FieldMerge[] {
  return [...new Set([...Object.keys(base), ...Object.keys(mine)])].map((name) => {
    const theirOwn = name in theirs ? theirs[name] : base[name];
    return { name, base: base[name], mine: mine[name], theirs: theirOwn, outcome: outcomeOf(base[name], mine[name], theirOwn) };
  });
}

export type Side = 'mine' | 'theirs';

/** The values to send: what one side changed, and for what both changed the side that was chosen. */
export const merged = (fields: readonly FieldMerge[], chosen: Readonly<Record<string, Side>>): Values =>
  Object.fromEntries(
    fields.map(({ name, mine, theirs, outcome }) => [name, outcome === 'theirs' || (outcome === 'both' && chosen[name] === 'theirs') ? theirs : mine]),
  );

/** Both changed these and nobody has decided yet. */
export const undecided = (fields: readonly FieldMerge[], chosen: Readonly<Record<string, Side>>): readonly string[] =>
  fields.filter(({ name, outcome }) => outcome === 'both' && chosen[name] === undefined).map(({ name }) => name);
