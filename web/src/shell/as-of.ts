const calendarDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** The past day an address names. Today, a day ahead and what is no day of the calendar all mean now, null. */
export const pastDay = (named: string | null, today: string): string | null => (named !== null && calendarDay(named) && named < today ? named : null);

/** What an address must hold for a chosen day: nothing for today, for later days and for none. */
export const namedDay = (chosen: string | null, today: string): string => pastDay(chosen, today) ?? '';

/** Pages whose read models keep their past: the tree of organizations, what is on record about them, reserves, reviews, figures of terms and leaders, and the cockpit. Every other page shows today and says so. */
export const knowsPast = (pathname: string): boolean =>
  ['/orgs', '/facts', '/reserves', '/reviews', '/terms', '/leaders'].includes(pathname) || /^\/(cockpit|reviews)\//.test(pathname);

/** The twelve whole months before a past day; with none, twelve up to this month. `YYYY-MM` of the first. */
export function firstOfTwelveMonths(asOf: string | null, today: string): string {
  const [year = 0, month = 0] = (asOf ?? today).split('-').map(Number);
  const months = year * 12 + month - 1 - (asOf === null ? 11 : 12);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
