import { addDays, shanghaiDate } from './dates.ts';
import { ensure } from './rejected.ts';

/** How something of an earlier day comes into the log: when, how far back it may lie, and whether the organization above files it (requirements 0.3). */
export interface Filing {
  /** ISO instant of the command. */
  readonly at: string;
  /** Days a date may lie back; null for systems, which record what has long been. */
  readonly backdateDays: number | null;
  /** The organization above the one whose business it is: it may go further back, with a reason. */
  readonly fromAbove: boolean;
  /** Why something old is filed so late; events keep it. */
  readonly reasonRef?: string | undefined;
}

/** @throws {Rejected} `FUTURE_DATED` for a day after today. */
export function ensureNotAhead(date: string, at: string): void {
  const today = shanghaiDate(at);
  ensure(date <= today, 'FUTURE_DATED', 'The date lies ahead.', { date, today });
}

/**
 * The day of a fact that is filed now: {@link ensureNotAhead}, and not further back than the setting lets.
 * @throws {Rejected} `BACKDATE_TOO_FAR` beyond it, `REASON_REQUIRED` when the organization above goes there without a reason.
 */
export function ensureFiled(date: string, { at, backdateDays, fromAbove, reasonRef }: Filing): void {
  ensureNotAhead(date, at);
  if (backdateDays === null) return;
  const earliest = addDays(shanghaiDate(at), -backdateDays);
  if (date >= earliest) return;
  ensure(fromAbove, 'BACKDATE_TOO_FAR', 'The date lies too far back; the organization above files it with a reason.', { date, earliest });
  ensure(reasonRef !== undefined, 'REASON_REQUIRED', 'A date that lies so far back needs a reason.', { date, earliest });
}
