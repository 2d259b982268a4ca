import { z } from 'zod';
import { affairTypes } from './codes-meetings.ts';
import { defaultWorkerGrades, workerGradeClassesSchema } from './worker-grades.ts';
import { defaultRequestTopics, requestTopicsSchema } from './request-topics.ts';

/** City or district organization department, center manager, platform operator, the person (requirements section 10). */
export type SettingAuthority = 'city' | 'district' | 'center' | 'operator' | 'person';

/** One setting: its value is JSON on the wire, checked against `schema`; numbers state their range. */
export interface SettingDefinition {
  readonly key: string;
  readonly who: SettingAuthority;
  readonly usedBy: string;
  readonly defaultValue: unknown;
  readonly schema: z.ZodType;
  readonly min: number | null;
  readonly max: number | null;
}

type Range = readonly [min: number, max: number];
/** `HH:MM` at full quarters of an hour. */
const clock = z.string().regex(/^([01]\d|2[0-3]):(00|15|30|45)$/);
const calendarException = z.string().regex(/^\d{4}-\d{2}-\d{2}=(off|on)$/);

const of = (key: string, who: SettingAuthority, usedBy: string, defaultValue: unknown, schema: z.ZodType, range?: Range): SettingDefinition => ({
  key,
  who,
  usedBy,
  defaultValue,
  schema,
  min: range?.[0] ?? null,
  max: range?.[1] ?? null,
});

/** Without a range in the catalogue a figure of a regulation: any count, changed only by citing the new rule. */
const int = (key: string, defaultValue: number, range: Range | undefined, who: SettingAuthority, usedBy: string): SettingDefinition =>
  of(
    key,
    who,
    usedBy,
    defaultValue,
    z
      .int()
      .min(range?.[0] ?? 0)
      .max(range?.[1] ?? 1_000_000),
    range,
  );

/** Days before the end of a term at which it is reminded of. */
export const reminderDaysSchema = z.array(z.int().min(0).max(400)).min(1).max(12);

/** Whether revenue and staff of an internet firm have to be reached together. */
export const coverageCombineSchema = z.enum(['AND', 'OR']);

const definitions: readonly SettingDefinition[] = [
  int('time.backdateDays', 90, [0, 400], 'city', '0.3'),
  of('calendar.exceptions', 'city', '0.3', [], z.array(calendarException).max(1000)),

  int('branch.minFull', 3, undefined, 'city', 'ORG-01, ORG-03'),
  int('branch.committeeFrom', 7, undefined, 'city', 'ORG-03'),
  int('branch.maxMembers', 50, undefined, 'city', 'ORG-03'),
  int('generalBranch.maxMembers', 100, undefined, 'city', 'ORG-03'),
  int('joint.maxUnits', 5, [2, 10], 'city', 'ORG-01'),
  int('org.approveDays', 30, [5, 90], 'city', 'ORG-02'),
  int('org.lineMoveDays', 30, [5, 90], 'city', 'ORG-08'),
  int('org.temporaryMaxMonths', 12, [1, 24], 'city', 'ORG-11'),
  int('post.secretaryPartyYears', 1, undefined, 'city', 'ORG-21'),
  int('term.years.committee', 5, undefined, 'city', 'ORG-16'),
  int('term.years.branch', 3, undefined, 'city', 'ORG-16'),
  int('term.years.community', 5, undefined, 'city', 'ORG-16'),
  of('term.reminderDays', 'district', 'ORG-17', [180, 90, 30, 0], reminderDaysSchema),
  int('term.firstElectionDays', 90, [30, 365], 'district', 'ORG-16'),
  int('term.maxShiftMonths', 12, undefined, 'city', 'ORG-18'),
  int('vacancy.months', 3, undefined, 'city', 'ORG-22'),
  int('reserve.perPost', 2, undefined, 'city', 'ORG-24'),
  int('reserve.youngAge', 35, [30, 45], 'city', 'ORG-24'),
  int('tenure.years', 6, undefined, 'city', 'ORG-25'),
  int('tenure.gapDays', 30, [0, 180], 'city', 'ORG-25'),
  int('staffing.minPct', 1, undefined, 'city', 'ORG-28'),
  int('staffing.maxPct', 2, undefined, 'city', 'ORG-28'),
  int('staffing.bigCommittee', 100, [50, 500], 'city', 'ORG-28'),
  int('audit.windowDays', 90, [30, 365], 'district', 'ORG-26'),
  int('worker.gradeCount', 35, [1, 100], 'city', 'ORG-29'),
  of('worker.gradeClasses', 'city', 'ORG-29', defaultWorkerGrades, workerGradeClassesSchema),
  int('coverage.minFull', 3, undefined, 'city', 'ORG-32'),
  of('coverage.internetRevenue', 'city', 'ORG-32', 10_000_000_000, z.int().min(0)),
  int('coverage.internetStaff', 100, undefined, 'city', 'ORG-32'),
  of('coverage.internetCombine', 'city', 'ORG-32', 'AND', coverageCombineSchema),
  int('coverage.dueMonths', 6, undefined, 'district', 'ORG-33'),
  int('coverage.validMonths', 12, undefined, 'district', 'ORG-31, ORG-33'),

  int('meeting.noticeHours', 24, [0, 168], 'district', 'ORG-35'),
  int('meeting.codeSeconds', 60, [15, 300], 'district', 'ORG-36'),
  int('meeting.offlineMinutes', 10, [0, 60], 'district', 'ORG-36'),
  int('meeting.minutesDays', 7, undefined, 'district', 'ORG-40'),
  int('meeting.closeDay', 5, [1, 28], 'district', 'ORG-38'),
  int('meeting.memberMeetingPerQuarter', 1, [0, 3], 'city', 'ORG-38'),
  int('meeting.committeeMeetingPerMonth', 1, [0, 3], 'city', 'ORG-38'),
  int('meeting.groupMeetingPerMonth', 1, [0, 3], 'city', 'ORG-38'),
  int('meeting.lecturePerQuarter', 1, [0, 3], 'city', 'ORG-38'),
  int('meeting.themeDayPerMonth', 1, [0, 3], 'city', 'ORG-38'),
  int('meeting.organizationLifePerYear', 1, [0, 3], 'city', 'ORG-38'),
  int('meeting.democraticLifePerYear', 1, [0, 3], 'city', 'ORG-38'),
  int('affairs.noticeDays', 7, [3, 30], 'district', 'ORG-45'),
  of('affairs.consultTypes', 'district', 'ORG-45', ['budget', 'project', 'plan', 'commendation'], z.array(z.enum(affairTypes.values)).max(5)),
  int('meeting.secretaryLecturePerYear', 1, [0, 12], 'city', 'ORG-43'),
  int('meeting.twoWayTalkPerYear', 1, [0, 12], 'city', 'ORG-41'),
  int('leader.minAttend', 2, [1, 12], 'city', 'ORG-42'),
  int('leader.minLecture', 1, [0, 12], 'city', 'ORG-42'),
  int('campaign.disciplineMonth', 7, [1, 12], 'city', 'ORG-44'),
  of('meeting.quorumHalfInclusive', 'city', 'ORG-37', true, z.boolean()),

  int('directive.ackHours', 72, [1, 720], 'district', 'LINK-05'),
  int('directive.urgentAckHours', 24, [1, 72], 'district', 'LINK-05'),
  int('directive.minReportWorkdays', 3, [1, 30], 'district', 'LINK-05'),
  int('directive.burdenCap', 5, [1, 30], 'city', 'LINK-01'),
  of('directive.followScope', 'city', 'LINK-02', false, z.boolean()),
  int('directive.maxHops', 1, [0, 2], 'city', 'LINK-06'),
  int('directive.returnLimit', 2, undefined, 'city', 'LINK-07'),
  int('directive.repeatDays', 90, undefined, 'city', 'LINK-07'),
  int('directive.closeDays', 30, undefined, 'city', 'LINK-08'),
  int('guide.issueDay', 5, [1, 15], 'city', 'LINK-12'),
  of('request.topics', 'city', 'LINK-13, LINK-14', defaultRequestTopics, requestTopicsSchema),
  int('request.acceptWorkdays', 2, [1, 5], 'district', 'LINK-15'),
  int('request.answerWorkdays', 10, [1, 60], 'district', 'LINK-16'),
  int('request.urgentWorkdays', 3, [1, 10], 'district', 'LINK-16'),
  int('request.escalatedWorkdays', 5, [1, 20], 'district', 'LINK-17'),
  int('request.reopenWorkdays', 5, [1, 20], 'district', 'LINK-18'),
  int('request.confirmDays', 7, [3, 30], 'district', 'LINK-18'),
  int('request.maxReroutes', 2, undefined, 'district', 'LINK-15'),
  int('request.maxReopen', 2, undefined, 'district', 'LINK-18'),
  int('request.maxPauseWorkdays', 10, undefined, 'district', 'LINK-16'),
  of('digest.time', 'person', 'LINK-22', '08:30', clock),
  of('digest.quiet', 'person', 'LINK-22', ['21:00', '08:00'], z.array(clock).length(2)),

  int('transfer.letterDays', 90, [1, 90], 'city', 'MEM-18'),
  int('transfer.letterMaxDays', 90, undefined, 'city', 'MEM-18'),
  int('transfer.outOfProvinceMaxDays', 180, undefined, 'city', 'MEM-18'),
  int('transfer.maxReissue', 2, undefined, 'city', 'MEM-18'),
  int('transfer.stubYears', 10, undefined, 'city', 'MEM-21'),
  int('transfer.branchDays', 5, [1, 60], 'district', '8.1'),
  int('transfer.approveDays', 7, [1, 60], 'district', '8.1'),
  int('transfer.acceptDays', 10, [1, 60], 'district', '8.1'),
  int('transfer.assignDays', 7, [1, 60], 'district', '8.1'),
  int('transfer.lapseDays', 30, [1, 60], 'district', '8.1'),
  int('absence.certificateMonths', 3, undefined, 'city', 'MEM-17'),
  int('absence.transferMonths', 6, undefined, 'city', 'MEM-17, MEM-22'),

  int('session.hours', 8, undefined, 'operator', 'GW-01'),
  int('session.idleMinutes', 30, undefined, 'operator', 'GW-01'),
  int('export.hours', 24, undefined, 'operator', 'GW-09'),
  int('export.secondPersonFrom', 1000, undefined, 'operator', 'GW-09'),
  int('reveal.perHour', 30, [5, 60], 'operator', 'GW-08'),
  int('reveal.alertPerDay', 50, undefined, 'operator', 'GW-08'),
  int('stats.minGroup', 5, [5, 20], 'city', 'section 9'),
  int('flow.retries', 5, [3, 20], 'operator', 'section 8'),
];

/** All settings by key; one that is not here is a constant. */
export const settingsCatalogue: ReadonlyMap<string, SettingDefinition> = new Map(definitions.map((definition) => [definition.key, definition]));
