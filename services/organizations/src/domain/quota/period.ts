import type { MeetingKind } from '@zhitong/catalogue';
import { addDays, addMonths, startOfDay } from '@zhitong/kernel';

type Length = 'month' | 'quarter' | 'year';

/** What an organization owes by law: how often, and the setting that says so (requirements 1.4). */
export const quotas = {
  memberMeeting: { length: 'quarter', setting: 'meeting.memberMeetingPerQuarter' },
  committeeMeeting: { length: 'month', setting: 'meeting.committeeMeetingPerMonth' },
  groupMeeting: { length: 'month', setting: 'meeting.groupMeetingPerMonth' },
  lecture: { length: 'quarter', setting: 'meeting.lecturePerQuarter' },
  themeDay: { length: 'month', setting: 'meeting.themeDayPerMonth' },
  organizationLife: { length: 'year', setting: 'meeting.organizationLifePerYear' },
  democraticLife: { length: 'year', setting: 'meeting.democraticLifePerYear' },
} as const satisfies Partial<Record<MeetingKind, { readonly length: Length; readonly setting: string }>>;
export type QuotaKind = keyof typeof quotas;

export const isQuotaKind = (kind: MeetingKind): kind is QuotaKind => Object.hasOwn(quotas, kind);

/** A calendar month, quarter or year in Shanghai. */
export interface Period {
  /** `2026-03`, `2026-Q1`, `2026`. */
  readonly code: string;
  readonly firstOn: string;
  readonly lastOn: string;
}

const months: Readonly<Record<Length, number>> = { month: 1, quarter: 3, year: 12 };

const codeOf = (length: Length, year: string, month: number): string => {
  if (length === 'year') return year;
  return length === 'month' ? `${year}-${String(month).padStart(2, '0')}` : `${year}-Q${Math.ceil(month / 3)}`;
};

/** The calendar month, quarter or year of a day. */
export function calendarPeriod(length: Length, date: string): Period {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  const first = Math.floor((month - 1) / months[length]) * months[length] + 1;
  const firstOn = `${year}-${String(first).padStart(2, '0')}-01`;
  return { code: codeOf(length, year, month), firstOn, lastOn: addDays(addMonths(firstOn, months[length]), -1) };
}

/** The period of a kind into which a day falls. */
export const periodOf = (kind: QuotaKind, date: string): Period => calendarPeriod(quotas[kind].length, date);

export const quarterOf = (date: string): Period => calendarPeriod('quarter', date);

/** The quarter of a code, `2026-Q2`. */
export const quarterNamed = (code: string): Period => quarterOf(`${code.slice(0, 4)}-${String(Number(code.slice(-1)) * 3).padStart(2, '0')}-01`);

export const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** Day of the next month, at its beginning, on which what ends with a month is closed. */
export const closesOn = (month: string, closeDay: number): string => addDays(addMonths(firstOfMonth(month), 1), closeDay - 1);
export const closesAt = (month: string, closeDay: number): string => startOfDay(closesOn(month, closeDay));
