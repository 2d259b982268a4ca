export type Details = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/**
 * A command that the rules refuse. Nothing was changed.
 * `code` is stable API, `sentence` is for people, `details` hold the data of the refusal (the date it becomes possible, the first offender).
 */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly code: string,
    readonly sentence: string,
    readonly details: Details = {},
  ) {
    super(`${code}: ${sentence}`);
  }
}

/** Refuses unless the condition holds: one line a rule. */
export function ensure(condition: boolean, code: string, sentence: string, details?: Details): asserts condition {
  if (!condition) throw new Rejected(code, sentence, details);
}
