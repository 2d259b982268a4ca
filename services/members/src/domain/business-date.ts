import { addDays, ensure, shanghaiDate } from '@zhitong/kernel';

/** A date of business that is filed today: not ahead, and not further back than the setting lets (requirements 0.3). */
export function ensureDated(date: string, at: string, backdateDays: number): void {
  const today = shanghaiDate(at);
  ensure(date <= today, 'FUTURE_DATED', 'The date lies ahead.', { date, today });
  const earliest = addDays(today, -backdateDays);
  ensure(date >= earliest, 'BACKDATE_TOO_FAR', 'The date lies too far back.', { date, earliest });
}
