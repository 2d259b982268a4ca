import { isWorking, type MeetingKind, type OrganizationState } from '@zhitong/catalogue';
import type { LectureEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/lecture_events.ts';
import { ensure, ensureFiled, type Decider, type EventOf, type Filing } from '@zhitong/kernel';

export type LectureEvent = EventOf<LectureEvents>;

export interface RecordLecture {
  readonly type: 'RecordLecture';
  readonly lectureId: string;
  readonly organizationId: string;
  readonly organizationState: OrganizationState;
  readonly personId: string;
  readonly givenOn: string;
  /** The meeting at which it was given, as it stands. */
  readonly meeting: {
    readonly meetingId: string;
    readonly organizationId: string;
    readonly kinds: readonly MeetingKind[];
    readonly heldOn: string | null;
  } | null;
  readonly secretaryOfIds: readonly string[];
  readonly filing: Filing;
  readonly byId: string;
}

function ensureMeeting({ meeting, organizationId, givenOn }: RecordLecture): void {
  if (meeting === null) return;
  const { kinds, heldOn } = meeting;
  const there = meeting.organizationId === organizationId && heldOn === givenOn && kinds.includes('lecture');
  ensure(there, 'STATE_NOT_ALLOWED', 'The meeting of a lecture is one that this organization held as a lecture on that day.', { kinds, heldOn });
}

/** ORG-43 */
function decide(given: boolean, command: RecordLecture): readonly LectureEvent[] {
  if (given) return [];
  const { lectureId, organizationId, organizationState, personId, givenOn, meeting, secretaryOfIds, filing, byId } = command;
  ensure(isWorking(organizationState), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organizationState });
  ensureFiled(givenOn, filing);
  ensureMeeting(command);
  const data = { lectureId, organizationId, personId, givenOn, meetingId: meeting?.meetingId, secretaryOfIds: [...secretaryOfIds] };
  return [{ type: 'LectureGiven', data: { ...data, recordedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** One lecture (ORG-43). */
export const lectureDecider: Decider<boolean, RecordLecture, LectureEvent> = { initial: false, decide, evolve: () => true };
