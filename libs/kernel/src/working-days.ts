import { addDays, dayNumber, parseDate } from './dates.ts';

/** 1970-01-01, day number 0, was a Thursday. */
const weekday = (date: string) => (dayNumber(date) + 4) % 7;

export const isMonday = (date: string): boolean => weekday(date) === 1;

/**
 * Monday to Friday, corrected by the yearly arrangement of holidays (调休): `2026-10-01=off`, `2026-10-10=on`.
 * @throws {RangeError} on an exception in another form: a mistyped holiday must not silently move deadlines.
 */
function readExceptions(exceptions: readonly string[]): ReadonlyMap<string, boolean> {
  return new Map(
    exceptions.map((exception) => {
      const [date = '', work] = exception.split('=');
      parseDate(date);
      if (work !== 'on' && work !== 'off') throw new RangeError(`"${exception}" is no calendar exception, expected <date>=on|off`);
      return [date, work === 'on'] as const;
    }),
  );
}

const isWorking = (date: string, exceptions: ReadonlyMap<string, boolean>) => exceptions.get(date) ?? (weekday(date) !== 0 && weekday(date) !== 6);

export const isWorkingDay = (date: string, exceptions: readonly string[]): boolean => isWorking(date, readExceptions(exceptions));

/** The n-th working day after a date (n >= 0); 0 is the date itself, working or not. */
export function addWorkingDays(date: string, n: number, exceptions: readonly string[]): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no number of working days`);
  const corrected = readExceptions(exceptions);
  let day = date;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (isWorking(day, corrected)) left -= 1;
  }
  return day;
}

/** Working days after `a` up to and including `b`; 0 when `b` is not later. `addWorkingDays(a, n)` lies n working days from `a`. */
export function workingDaysBetween(a: string, b: string, exceptions: readonly string[]): number {
  const corrected = readExceptions(exceptions);
  let count = 0;
  for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (isWorking(day, corrected)) count += 1;
  return count;
}
