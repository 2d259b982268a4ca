import type { RequestTopic } from '@zhitong/catalogue';
import { addDays, addWorkingDays, deadlineInDays, endOfDay, instantMs, isWorkingDay, shanghaiDate, startOfDay, workingDaysBetween } from '@zhitong/kernel';

/** Values in force when the request was submitted. */
export interface RequestSettings {
  readonly acceptWorkdays: number;
  readonly answerWorkdays: number;
  readonly urgentWorkdays: number;
  readonly escalatedWorkdays: number;
  readonly reopenWorkdays: number;
  readonly confirmDays: number;
  readonly maxReroutes: number;
  readonly maxReopen: number;
  readonly maxPauseWorkdays: number;
  readonly calendar: readonly string[];
}

/** End of the n-th working day after an instant. */
export const inWorkdays = (at: string, n: number, { calendar }: RequestSettings): string => endOfDay(addWorkingDays(shanghaiDate(at), n, calendar));

export const acceptDueAt = (at: string, settings: RequestSettings): string => inWorkdays(at, settings.acceptWorkdays, settings);

/** From the first routing; a reroute does not start it again (LINK-16). An urgent request never waits longer than its topic's own days. */
export function answerDueAt(at: string, topic: RequestTopic, urgent: boolean, settings: RequestSettings): string {
  const days = topic.answerWorkdays ?? settings.answerWorkdays;
  return inWorkdays(at, urgent ? Math.min(settings.urgentWorkdays, days) : days, settings);
}

export const confirmDueAt = (at: string, settings: RequestSettings): string => deadlineInDays(at, settings.confirmDays);

/** Working days a pause took, and the deadline they move; never more than may still be paused. */
export function resumed(pausedAt: string, at: string, dueAt: string, used: number, settings: RequestSettings) {
  const left = Math.max(0, settings.maxPauseWorkdays - used);
  const workdays = Math.min(left, workingDaysBetween(shanghaiDate(pausedAt), shanghaiDate(at), settings.calendar));
  return { workdays, dueAt: workdays === 0 ? dueAt : endOfDay(addWorkingDays(shanghaiDate(dueAt), workdays, settings.calendar)) };
}

export interface WorkdayClock {
  readonly dueAt: string;
  readonly workdays: number;
  /** After today; below zero: so many too late. */
  readonly workdaysLeft: number;
}

/** A deadline that was set at `since`, read at `at`. */
export function workdayClock(since: string, dueAt: string, at: string, calendar: readonly string[]): WorkdayClock {
  const [from, today, due] = [shanghaiDate(since), shanghaiDate(at), shanghaiDate(dueAt)];
  const late = workingDaysBetween(due, today, calendar);
  return { dueAt, workdays: workingDaysBetween(from, due, calendar), workdaysLeft: late > 0 ? -late : workingDaysBetween(today, due, calendar) };
}

/** Whole hours between two instants that lie on working days; a working day has all of its hours. */
export function workingHours(from: string, to: string, { calendar }: Pick<RequestSettings, 'calendar'>): number {
  let ms = 0;
  for (let day = shanghaiDate(from); day <= shanghaiDate(to); day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    ms += Math.min(instantMs(to), instantMs(startOfDay(addDays(day, 1)))) - Math.max(instantMs(from), instantMs(startOfDay(day)));
  }
  return Math.floor(ms / 3_600_000);
}
