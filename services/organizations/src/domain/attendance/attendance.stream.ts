import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { attendanceDecider } from './attendance.decider.ts';

export const attendanceStream = defineStream({ ...aggregates.organizations.attendance, decider: attendanceDecider });

/** One stream per meeting and person: hundreds sign in at once and nobody waits for anybody. */
export const attendanceId = (meetingId: string, personId: string): string => `${meetingId}.${personId}`;
