import type { DutyState, YearlyDuty } from '@zhitong/catalogue';

/** What an organization owes in a calendar year beside its meetings, and the setting that says how often (ORG-41, ORG-43). */
export const yearlyDuties = {
  secretaryLecture: 'meeting.secretaryLecturePerYear',
  twoWayTalk: 'meeting.twoWayTalkPerYear',
} as const satisfies Readonly<Record<YearlyDuty, string>>;

export interface DutyOf {
  readonly year: string;
  readonly needed: number;
  readonly done: number;
  /** The organization, and the other of a pair, were there from its first day on. */
  readonly wholeYear: boolean;
  readonly today: string;
}

/** As with meetings only a full year is missed; while it runs everybody is reminded. Null: nothing is owed. A late entry counts all the same. */
export function dutyStateOf({ year, needed, done, wholeYear, today }: DutyOf): DutyState | null {
  if (needed === 0) return null;
  if (done >= needed) return 'met';
  if (today.slice(0, 4) <= year) return 'open';
  return wholeYear ? 'missed' : null;
}
