import { meetingKinds, type MeetingKind, type MeetingState } from '@zhitong/catalogue';
import type { MeetingEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/meeting_events.ts';
import { Rejected, type EventOf } from '@zhitong/kernel';

export type MeetingEvent = EventOf<MeetingEvents>;

export interface Planned {
  readonly status: MeetingState;
  readonly meetingId: string;
  readonly organizationId: string;
  readonly kinds: readonly MeetingKind[];
  readonly groupId: string | null;
  readonly startsAt: string;
  readonly heldOn: string | null;
  readonly motionIds: readonly string[];
}
export type Meeting = { readonly status: 'absent' } | Planned;

export const kindsOf = (codes: readonly string[]): readonly MeetingKind[] => codes.map((code) => meetingKinds.parse(code));

/** @throws {Rejected} `NOT_FOUND` */
export function plannedMeeting(meeting: Meeting): Planned {
  if (meeting.status === 'absent') throw new Rejected('NOT_FOUND', 'There is no such meeting.');
  return meeting;
}
