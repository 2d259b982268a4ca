import type { Person } from '@zhitong/tour/api.ts';

/** Something people do on a day, through the public API. */
export interface Act {
  /** Shanghai date; the same day's acts are done side by side. */
  readonly on: string;
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

/** A question on a day, and what its answer must hold: reckoned from what was done, never from what the city says. */
export interface Check {
  readonly on: string;
  readonly who: Person;
  readonly path: string;
  readonly expected: object;
}

/** What one group of requirements adds to the year. */
export interface Part {
  readonly acts: readonly Act[];
  readonly checks: readonly Check[];
}

/** Whether everything that is expected stands in an answer; lists are compared whole, an answer may say more. */
export function holds(answer: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return Array.isArray(answer) && answer.length === expected.length && expected.every((item, index) => holds(answer[index], item));
  if (typeof expected !== 'object' || expected === null) return answer === expected;
  if (typeof answer !== 'object' || answer === null) return false;
  const found = new Map<string, unknown>(Object.entries(answer));
  return Object.entries(expected).every(([name, value]) => holds(found.get(name), value));
}
