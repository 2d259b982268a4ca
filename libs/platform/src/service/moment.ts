import { ensureNotAhead, instantMs, shanghaiDate } from '@zhitong/kernel';
import type { Kit } from './kit.ts';

/** A day, and what was on record by an instant: the two cuts of a question by date (0.3). */
export interface Moment {
  readonly asOf: string;
  readonly knownAt: string;
}

/** Everything recorded: the clock of the log and that of the caller need not agree to the millisecond. In Shanghai it is no other year. */
export const endOfTime = '9999-12-31T00:00:00.000Z';

/** What was known by an instant, in UTC; everything where none is asked for. */
export const knownBy = (at: string | undefined): string => (at === undefined ? endOfTime : new Date(instantMs(at)).toISOString());

/** Today and everything known, where nothing else is asked. @throws {Rejected} `FUTURE_DATED` */
export function momentOf({ call: { now } }: Kit, asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }): Moment {
  const { asOf = shanghaiDate(now), knownAt } = asked;
  ensureNotAhead(asOf, now);
  return { asOf, knownAt: knownBy(knownAt) };
}
