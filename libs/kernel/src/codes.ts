/** A closed list of codes that are data on the wire and a union in the code. */
export interface CodeList<Code extends string> {
  readonly values: readonly [Code, ...Code[]];
  /** Narrows a string from an event. @throws {UnknownCode} when a newer writer used a code this reader does not know. */
  parse(value: string): Code;
  has(value: string): value is Code;
}

export class UnknownCode extends Error {
  override readonly name = 'UnknownCode';
}

export function codeList<const Code extends string>(...values: readonly [Code, ...Code[]]): CodeList<Code> {
  const known = new Set<string>(values);
  const has = (value: string): value is Code => known.has(value);
  return {
    values: [...values],
    has,
    parse(value) {
      if (has(value)) return value;
      throw new UnknownCode(`Unknown code "${value}", expected one of ${values.join(', ')}`);
    },
  };
}
/** The union of a code list. */
export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never;
