import type { DirectiveMoment } from '@zhitong/catalogue';
import type { DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { addHours, addWorkingDays, deadlineInDays, endOfDay, ensure, instantMs, justAfter, shanghaiDate } from '@zhitong/kernel';

/** Values in force when the clocks start; later changes of a setting move nothing. */
export interface DirectiveSettings {
  readonly ackHours: number;
  readonly urgentAckHours: number;
  readonly minReportWorkdays: number;
  readonly burdenCap: number;
  readonly maxHops: number;
  readonly calendar: readonly string[];
}

export const acknowledgeDueAt = (at: string, urgent: boolean, settings: DirectiveSettings): string =>
  addHours(at, urgent ? settings.urgentAckHours : settings.ackHours);

/** End of the day a report is due. @throws {Rejected} `DEADLINE_TOO_SHORT` with the earliest day (LINK-05). */
export function reportDueAt(at: string, dueOn: string, workdays: number, calendar: readonly string[]): string {
  const earliest = addWorkingDays(shanghaiDate(at), workdays, calendar);
  ensure(dueOn >= earliest, 'DEADLINE_TOO_SHORT', 'This leaves too few working days for the report.', { earliest });
  return endOfDay(dueOn);
}

export interface Moment {
  readonly moment: DirectiveMoment;
  readonly at: string;
}

const halfWay = (from: string, to: string) => new Date(Math.floor((instantMs(from) + instantMs(to)) / 2)).toISOString();

function ladder(from: string, due: string, half: DirectiveMoment, lastDay: DirectiveMoment, over: DirectiveMoment): readonly Moment[] {
  const halfAt = halfWay(from, due);
  const lastDayAt = addHours(due, -24);
  return [{ moment: half, at: halfAt }, ...(lastDayAt > halfAt ? [{ moment: lastDay, at: lastDayAt }] : []), { moment: over, at: justAfter(due) }];
}

/** LINK-08: days after the last deadline nothing more is waited for. */
export const expiryAfter = (lastDeadline: string, closeDays: number): string => justAfter(deadlineInDays(lastDeadline, closeDays));

/** Reminders at half time and 24 h before (when that is later), the deadlines, and the end of everything (LINK-05, LINK-08). */
export function momentsOf(terms: DirectiveTerms, closeDays: number): readonly Moment[] {
  const { issuedAt, acknowledgeDueAt: acknowledge, reportDueAt: report } = terms;
  const last = report !== undefined && report > acknowledge ? report : acknowledge;
  return [
    ...ladder(issuedAt, acknowledge, 'acknowledgeHalfTime', 'acknowledgeLastDay', 'acknowledgeOver'),
    ...(report === undefined ? [] : ladder(issuedAt, report, 'reportHalfTime', 'reportLastDay', 'reportOver')),
    { moment: 'expiry', at: expiryAfter(last, closeDays) },
  ];
}
