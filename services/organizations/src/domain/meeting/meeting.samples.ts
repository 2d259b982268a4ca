import type { CancelMeeting, Convener, HoldMeeting, NotifyMeeting, PlanMeeting } from './meeting.commands.ts';
import type { MeetingEvent } from './meeting-state.ts';

const [meetingId, organizationId, byId] = ['mtg_1', 'org_1', 'per_secretary'];
const at = '2026-03-02T01:00:00.000Z';
export const startsAt = '2026-03-05T01:00:00.000Z';
export const filing = { at, backdateDays: 90, fromAbove: false } as const;
export const convener: Convener = { organizationId, kind: 'branch', state: 'active', hasCommittee: true, groupIds: ['grp_1'] };

export const plan = (fields: Partial<PlanMeeting> = {}): PlanMeeting => ({
  type: 'PlanMeeting',
  meetingId,
  convener,
  kinds: ['memberMeeting'],
  startsAt,
  titleRef: 'txt_title',
  topicCodes: [],
  filing,
  byId,
  ...fields,
});
export const planned = (fields: Partial<Extract<MeetingEvent, { type: 'MeetingPlanned' }>['data']> = {}): MeetingEvent => ({
  type: 'MeetingPlanned',
  data: { meetingId, organizationId, kindCodes: ['memberMeeting'], startsAt, titleRef: 'txt_title', topicCodes: [], plannedById: byId, ...fields },
});
export const notify = (fields: Partial<NotifyMeeting> = {}): NotifyMeeting => ({ type: 'NotifyMeeting', noticeHours: 24, at, byId, ...fields });
export const notified = (warnings: string[] = []): MeetingEvent => ({
  type: 'MeetingNotified',
  data: { meetingId, organizationId, startsAt, notifiedById: byId, warnings },
});
export const hold = (fields: Partial<HoldMeeting> = {}): HoldMeeting => ({
  type: 'HoldMeeting',
  organizationState: 'active',
  heldOn: '2026-03-02',
  filing,
  byId,
  ...fields,
});
export const held = (fields: Partial<Extract<MeetingEvent, { type: 'MeetingHeld' }>['data']> = {}): MeetingEvent => ({
  type: 'MeetingHeld',
  data: { meetingId, organizationId, kindCodes: ['memberMeeting'], heldOn: '2026-03-02', heldById: byId, ...fields },
});
export const cancel = (fields: Partial<CancelMeeting> = {}): CancelMeeting => ({ type: 'CancelMeeting', reason: 'tooFewPresent', byId, ...fields });
export const cancelled = (): MeetingEvent => ({
  type: 'MeetingCancelled',
  data: { meetingId, organizationId, reasonCode: 'tooFewPresent', cancelledById: byId },
});
