import { cancelReasons, type CancelReason, type MeetingState } from '@zhitong/catalogue';
import { defineProjection, fromEvery, type Change, type Recorded } from '@zhitong/eventing';
import { meetingDecider } from '../domain/meeting/meeting.decider.ts';
import { meetingStream } from '../domain/meeting/meeting.stream.ts';
import type { MeetingEvent, Planned } from '../domain/meeting/meeting-state.ts';

/** What decides, and beside it what is only shown. */
export interface MeetingListRow {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly meeting: Planned;
  readonly titleRef: string;
  readonly agendaRef: string | null;
  readonly topicCodes: readonly string[];
  readonly warnings: readonly string[];
  readonly cancelReason: CancelReason | null;
}

function shown({ type, data }: MeetingEvent): Partial<MeetingListRow> {
  switch (type) {
    case 'MeetingPlanned':
      return { titleRef: data.titleRef, agendaRef: data.agendaRef ?? null, topicCodes: data.topicCodes };
    case 'MeetingNotified':
      return { warnings: data.warnings };
    case 'MeetingCancelled':
      return { cancelReason: cancelReasons.parse(data.reasonCode) };
    default:
      return {};
  }
}

const taken = (event: Recorded<MeetingEvent>): Change<MeetingListRow> => ({
  key: event.data.meetingId,
  fold(before) {
    const meeting = meetingDecider.evolve(before?.meeting ?? meetingDecider.initial, event);
    if (meeting.status === 'absent') return before;
    const { meetingId, organizationId, status: state, startsAt } = meeting;
    const blank = { titleRef: '', agendaRef: null, topicCodes: [], warnings: [], cancelReason: null };
    return { ...(before ?? blank), ...shown(event), meetingId, organizationId, state, startsAt, meeting };
  },
});

/** One row per meeting. */
export const meetingList = defineProjection<MeetingListRow>({
  name: 'meeting-list',
  version: 1,
  indexes: [
    ['organizationId', 'startsAt'],
    ['organizationId', 'state', 'startsAt'],
  ],
  sources: [fromEvery(meetingStream)(taken)],
  announce: ({ meetingId, organizationId }) => [`meeting:${meetingId}`, `meetings:${organizationId}`],
});
