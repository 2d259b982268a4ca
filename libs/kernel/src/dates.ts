/**
 * Calendar arithmetic of the city (requirements 0.3): Asia/Shanghai is UTC+8 without daylight saving.
 * Instants are ISO strings in UTC with milliseconds, dates are `YYYY-MM-DD` in Shanghai. Nothing here reads a clock.
 */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const shanghaiOffsetMs = 8 * hourMs;

const pad = (value: number, length: number) => String(value).padStart(length, '0');
const compose = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** @throws {RangeError} when the text is no calendar date: 2026-02-30 is refused, not rolled over. */
export function parseDate(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (match === null || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) throw new RangeError(`"${date}" is no date`);
  return { year, month, day };
}

/** Milliseconds since the epoch. @throws {RangeError} when the text is no instant with a zone. */
export function instantMs(at: string): number {
  const ms = /T.+(?:Z|[+-]\d{2}:\d{2})$/.test(at) ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`"${at}" is no instant`);
  return ms;
}

/** Days since 1970-01-01 of a calendar date. */
export function dayNumber(date: string): number {
  const { year, month, day } = parseDate(date);
  return Date.UTC(year, month - 1, day) / dayMs;
}

const dateOfDayNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** The date on which an instant falls in Shanghai: 2026-03-31T16:30Z is 2026-04-01. */
export const shanghaiDate = (at: string): string => new Date(instantMs(at) + shanghaiOffsetMs).toISOString().slice(0, 10);

export const addDays = (date: string, n: number): string => dateOfDayNumber(dayNumber(date) + n);

/** Keeps the day of month, clamped to the end of the month. Always count from the original date: two single steps are not one double. */
export function addMonths(date: string, n: number): string {
  const { year, month, day } = parseDate(date);
  const index = year * 12 + (month - 1) + n;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return compose(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
}

/** The last day of a month, `2027-02`. */
export const lastDayOf = (month: string): string => addDays(addMonths(`${month}-01`, 1), -1);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: string, b: string): number => dayNumber(b) - dayNumber(a);

/** Whole months from `a` to `b`: the largest n with `addMonths(a, n) <= b`. */
export function monthsBetween(a: string, b: string): number {
  const [from, to] = [parseDate(a), parseDate(b)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return addMonths(a, months) <= b ? months : months - 1;
}

/** Whole years from `a` to `b`: ages and party age. */
export const yearsBetween = (a: string, b: string): number => Math.floor(monthsBetween(a, b) / 12);

/** 00:00:00.000 of the date in Shanghai. */
export const startOfDay = (date: string): string => new Date(dayNumber(date) * dayMs - shanghaiOffsetMs).toISOString();

/** 23:59:59.999 of the date in Shanghai: the last instant on which a deadline of that date is met. */
export const endOfDay = (date: string): string => new Date((dayNumber(date) + 1) * dayMs - shanghaiOffsetMs - 1).toISOString();

/** An instant `n` seconds later, or earlier when negative, exactly. */
export const addSeconds = (at: string, n: number): string => new Date(instantMs(at) + n * 1_000).toISOString();

/** An instant `n` hours later, exactly. */
export const addHours = (at: string, n: number): string => new Date(instantMs(at) + n * hourMs).toISOString();

/** The first instant after a deadline: equal to it is on time. */
export const justAfter = (deadline: string): string => new Date(instantMs(deadline) + 1).toISOString();

/** A deadline "in n days" from an instant: the end of day d + n. */
export const deadlineInDays = (at: string, n: number): string => endOfDay(addDays(shanghaiDate(at), n));
