import { backoff, type BackoffLimits } from './backoff.ts';
import { describe, isOutage } from './failure.ts';

/** What fails the same way every time; the error is for operators. */
export interface Poison {
  readonly error: string;
}

/** A deterministic error may still be bad luck so many times. */
export const tries = 5;

/** Between two tries. Short, because everybody else of the batch waits with them. */
export const waits: BackoffLimits = { minMs: 1, maxMs: 20 };

/** Poison once the work has failed five times. @throws an outage as it is: it passes by itself. */
export async function orPoison<Result>(work: () => Result | Promise<Result>): Promise<{ readonly done: Result } | Poison> {
  for (let attempt = 1; ; attempt++) {
    try {
      return { done: await work() };
    } catch (error) {
      if (isOutage(error)) throw error;
      if (attempt === tries) return { error: describe(error) };
      await backoff(attempt, waits);
    }
  }
}
