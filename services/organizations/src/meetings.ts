import type { UseCase } from '@zhitong/platform';
import { attendanceReports } from './application/attendance-report.ts';
import { affairUseCases } from './application/affairs.ts';
import { meetingCommands } from './application/meeting-commands.ts';
import type { MeetingCodes } from './application/meeting-codes.ts';
import { meetingQueries } from './application/meeting-queries.ts';
import { quotaQueries } from './application/quota-queries.ts';
import { themeDayUseCases } from './application/theme-day.ts';
import { affairStream } from './domain/affair/affair.stream.ts';
import { attendanceStream } from './domain/attendance/attendance.stream.ts';
import { meetingStream } from './domain/meeting/meeting.stream.ts';
import { quotaRoundStream } from './domain/quota/quota-round.ts';
import { quotaStream } from './domain/quota/quota.stream.ts';
import { themeDayStream } from './domain/themeday/theme-day.stream.ts';
import { quotaClosing } from './policies/quota-closing.deadline.ts';
import { whenMeetingHeldThenCountQuota } from './policies/when-meeting-held-then-count-quota.policy.ts';
import { affairList } from './projections/affair-list.projection.ts';
import { attendanceList } from './projections/attendance-list.projection.ts';
import { lateSignIns } from './projections/late-sign-ins.projection.ts';
import { meetingList } from './projections/meeting-list.projection.ts';
import { motionList } from './projections/motion-list.projection.ts';
import { quotaList } from './projections/quota-list.projection.ts';
import { roster } from './projections/roster.projection.ts';

/** Meetings 三会一课: what the service of the organizations runs for requirements 1.4. */
export const meetingStreams = [meetingStream, attendanceStream, quotaStream, quotaRoundStream, affairStream, themeDayStream] as const;
export const meetingProjections = [meetingList, attendanceList, lateSignIns, motionList, quotaList, roster, affairList] as const;
export const meetingPolicies = [whenMeetingHeldThenCountQuota] as const;
export const meetingDeadlines = [quotaClosing] as const;
export const meetingUseCases = (codes: MeetingCodes): readonly UseCase[] => [
  ...meetingCommands(codes),
  ...meetingQueries(codes),
  ...quotaQueries,
  ...attendanceReports,
  ...affairUseCases,
  ...themeDayUseCases,
];
