import { beginsWithFirstItem, callsEverybody, cancelReasons, type CancelReason, type MeetingState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, type Change, type Contribution, type Recorded } from '@zhitong/eventing';
import { meetingDecider } from '../domain/meeting/meeting.decider.ts';
import { quarterOf } from '../domain/quota/period.ts';
import type { MeetingEvent, Planned } from '../domain/meeting/meeting-state.ts';

/** Minutes as they were recorded, or as a correction made them. */
export interface MinutesVersion {
  readonly minutesRef: string;
  readonly decisionsRef: string;
  readonly firstItem: { readonly done: boolean; readonly topicCode: string | null } | null;
  readonly reasonRef: string | null;
  readonly byId: string;
  readonly at: string;
}

/** What decides, and beside it what is only shown. */
export interface MeetingListRow {
  readonly meetingId: string;
  readonly organizationId: string;
  readonly state: MeetingState;
  readonly startsAt: string;
  readonly meeting: Planned;
  readonly titleRef: string;
  readonly agendaRef: string | null;
  /** That it is to take up; once the minutes say so, that it took up. */
  readonly topicCodes: readonly string[];
  readonly warnings: readonly string[];
  readonly cancelReason: CancelReason | null;
  readonly minutes: readonly MinutesVersion[];
  /** Of the meeting's stream, for If-Match. */
  readonly version: number;
}

type Written = Extract<MeetingEvent, { type: 'MinutesRecorded' | 'MinutesCorrected' }>;

function versionOf(event: Recorded<Written>): MinutesVersion {
  const { minutesRef, decisionsRef, firstItem } = event.data;
  const item = firstItem === undefined ? null : { done: firstItem.done, topicCode: firstItem.topicCode ?? null };
  const by =
    event.type === 'MinutesRecorded' ? { reasonRef: null, byId: event.data.recordedById } : { reasonRef: event.data.reasonRef, byId: event.data.correctedById };
  return { minutesRef, decisionsRef, firstItem: item, ...by, at: event.occurredAt };
}

function shown(
  { minutes, warnings, topicCodes }: Pick<MeetingListRow, 'minutes' | 'warnings' | 'topicCodes'>,
  event: Recorded<MeetingEvent>,
): Partial<MeetingListRow> {
  const { type, data } = event;
  switch (type) {
    case 'MeetingPlanned':
      return { titleRef: data.titleRef, agendaRef: data.agendaRef ?? null, topicCodes: data.topicCodes, warnings: data.warnings };
    case 'MeetingNotified':
      return { warnings: [...warnings, ...data.warnings] };
    case 'MinutesConfirmed':
      return { warnings: [...warnings, ...data.warnings] };
    case 'MeetingCancelled':
      return { cancelReason: cancelReasons.parse(data.reasonCode) };
    case 'MinutesRecorded':
      return { minutes: [versionOf(event)], topicCodes: data.topicsTaken?.topicCodes ?? topicCodes };
    case 'MinutesCorrected':
      return { minutes: [...minutes, versionOf(event)], topicCodes: data.topicsTaken?.topicCodes ?? topicCodes };
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
    const { version } = event;
    const blank = { titleRef: '', agendaRef: null, topicCodes: [], warnings: [], cancelReason: null, minutes: [] };
    return { ...(before ?? blank), ...shown(before ?? blank, event), meetingId, organizationId, state, startsAt, meeting, version };
  },
});

export const firstItemKey = (organizationId: string, year: string): string => `first-item/${organizationId}/${year}`;
/** By the day of the meeting: up to a day they add up to what had been held by then. */
export const firstItemAmount = (figure: 'held' | 'done', heldOn: string): string => `${figure}|${heldOn}`;

export const branchMetKey = (organizationId: string, year: string): string => `branch-met/${organizationId}/${year}`;

export const topicsKey = (organizationId: string, quarter: string): string => `topics/${organizationId}/${quarter}`;

const topics = ({ organizationId, topicCodes }: MeetingListRow, heldOn: string): readonly Contribution[] =>
  topicCodes.length === 0 ? [] : [{ key: topicsKey(organizationId, quarterOf(heldOn).code), amounts: Object.fromEntries(topicCodes.map((code) => [code, 1])) }];

function firstItems({ organizationId, meeting: { kinds }, minutes }: MeetingListRow, heldOn: string): readonly Contribution[] {
  const item = minutes.at(-1)?.firstItem ?? null;
  if (item === null && !beginsWithFirstItem(kinds)) return [];
  const amounts = { [firstItemAmount('held', heldOn)]: 1, ...(item?.done === true ? { [firstItemAmount('done', heldOn)]: 1 } : {}) };
  return [{ key: firstItemKey(organizationId, heldOn.slice(0, 4)), amounts }];
}

/**
 * One row per meeting; tally `first-item/<organization>/<year>` counts meetings that begin with the first agenda item,
 * `branch-met/<organization>/<year>` by their day those to which everybody is called, `topics/<organization>/<quarter>` by topic
 * those that were held and took it up (LINK-12).
 */
export const meetingList = defineProjection<MeetingListRow>({
  name: 'meeting-list',
  version: 7,
  indexes: [
    ['organizationId', 'startsAt'],
    ['organizationId', 'state', 'startsAt'],
  ],
  sources: [fromEvery<MeetingEvent>(aggregates.organizations.meeting)(taken)],
  tallies: (row) => {
    const { organizationId, meeting } = row;
    const { heldOn, kinds } = meeting;
    if (heldOn === null) return [];
    const met = { key: branchMetKey(organizationId, heldOn.slice(0, 4)), amounts: { [heldOn]: 1 } };
    return [...firstItems(row, heldOn), ...topics(row, heldOn), ...(callsEverybody(kinds) ? [met] : [])];
  },
  announce: ({ meetingId, organizationId }) => [`meeting:${meetingId}`, `meetings:${organizationId}`],
});
