import { isBranchKind, isWorking, type OrganizationKind, type OrganizationState } from '@zhitong/catalogue';
import type { ThemeDayEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/themeday_events.ts';
import { addDays, ensure, type Decider, type EventOf } from '@zhitong/kernel';

export type ThemeDayEvent = EventOf<ThemeDayEvents>;

export interface FixThemeDay {
  readonly type: 'FixThemeDay';
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly state: OrganizationState;
  readonly dayOfMonth: number;
  readonly fromOn: string;
  readonly today: string;
  readonly byId: string;
}

/** A day of the month, and the first date on which it holds. */
export interface FixedDay {
  readonly dayOfMonth: number;
  readonly fromOn: string;
}
/** By date; none of them holds before the first. */
export interface ThemeDay {
  readonly days: readonly FixedDay[];
}

/** The day that holds on a date; null before a branch has fixed any. */
export const fixedOn = ({ days }: ThemeDay, date: string): number | null => days.findLast(({ fromOn }) => fromOn <= date)?.dayOfMonth ?? null;

/** Whether a date is the fixed day of its month: the last one where the month is shorter. */
export function isFixedDay(dayOfMonth: number, date: string): boolean {
  const day = Number(date.slice(8));
  const isLast = addDays(date, 1).endsWith('-01');
  return day === dayOfMonth || (isLast && day < dayOfMonth);
}

function fix(themeDay: ThemeDay, { organizationId, kind, state, dayOfMonth, fromOn, today, byId }: FixThemeDay): readonly ThemeDayEvent[] {
  ensure(isBranchKind(kind), 'MEETING_KIND_NOT_ALLOWED', 'Only a branch has a theme day.', { kind });
  ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state });
  ensure(fromOn >= today, 'DATE_PASSED', 'A theme day is fixed from today on; what was planned before stays as it is.', { fromOn });
  if (fixedOn(themeDay, fromOn) === dayOfMonth && themeDay.days.every((day) => day.fromOn <= fromOn)) return [];
  return [{ type: 'ThemeDayFixed', data: { organizationId, dayOfMonth, fromOn, fixedById: byId } }];
}

/** The fixed day of one branch (ORG-35): what is fixed later replaces what was to hold from the same date on. */
export const themeDayDecider: Decider<ThemeDay, FixThemeDay, ThemeDayEvent> = {
  initial: { days: [] },
  decide: fix,
  evolve: ({ days }, { data: { dayOfMonth, fromOn } }) => ({ days: [...days.filter((day) => day.fromOn < fromOn), { dayOfMonth, fromOn }] }),
};
