import type { UseCase } from '@zhitong/platform';
import { meetingCommands } from './application/meeting-commands.ts';
import type { MeetingCodes } from './application/meeting-codes.ts';
import { meetingQueries } from './application/meeting-queries.ts';
import { attendanceStream } from './domain/attendance/attendance.stream.ts';
import { meetingStream } from './domain/meeting/meeting.stream.ts';
import { attendanceList } from './projections/attendance-list.projection.ts';
import { meetingList } from './projections/meeting-list.projection.ts';
import { roster } from './projections/roster.projection.ts';

/** Meetings 三会一课: what the service of the organizations runs for requirements 1.4. */
export const meetingStreams = [meetingStream, attendanceStream] as const;
export const meetingProjections = [meetingList, attendanceList, roster] as const;
export const meetingUseCases = (codes: MeetingCodes): readonly UseCase[] => [...meetingCommands(codes), ...meetingQueries(codes)];
