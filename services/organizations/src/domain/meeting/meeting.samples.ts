import type {
  CancelMeeting,
  ConfirmMinutes,
  Convener,
  CorrectMinutes,
  HoldMeeting,
  NotifyMeeting,
  PlanMeeting,
  RecordMinutes,
  RecordMotion,
} from './meeting.commands.ts';
import type { MeetingEvent } from './meeting-state.ts';

const [meetingId, organizationId, byId] = ['mtg_1', 'org_1', 'per_secretary'];
const at = '2026-03-02T01:00:00.000Z';
export const startsAt = '2026-03-05T01:00:00.000Z';
export const filing = { at, backdateDays: 90, fromAbove: false } as const;
export const convener: Convener = { organizationId, kind: 'branch', state: 'active', hasCommittee: true, groupIds: ['grp_1'], themeDay: null };

export const plan = (fields: Partial<PlanMeeting> = {}): PlanMeeting => ({
  type: 'PlanMeeting',
  meetingId,
  convener,
  kinds: ['memberMeeting'],
  startsAt,
  titleRef: 'txt_title',
  topics: { codes: [], inForce: [] },
  filing,
  byId,
  ...fields,
});
export const planned = (fields: Partial<Extract<MeetingEvent, { type: 'MeetingPlanned' }>['data']> = {}): MeetingEvent => ({
  type: 'MeetingPlanned',
  data: {
    meetingId,
    organizationId,
    kindCodes: ['memberMeeting'],
    startsAt,
    titleRef: 'txt_title',
    topicCodes: [],
    plannedById: byId,
    warnings: [],
    ...fields,
  },
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

const firstItem = { done: true, topicCode: 'newTheory' } as const;
const text = { organizationKind: 'branch', minutesRef: 'txt_minutes', decisionsRef: 'txt_decisions', firstItem, byId } as const;
export const minute = (fields: Partial<RecordMinutes> = {}): RecordMinutes => ({ type: 'RecordMinutes', ...text, attended: 9, ...fields });
export const minuted = (fields: Partial<Extract<MeetingEvent, { type: 'MinutesRecorded' }>['data']> = {}): MeetingEvent => ({
  type: 'MinutesRecorded',
  data: { meetingId, organizationId, minutesRef: 'txt_minutes', decisionsRef: 'txt_decisions', firstItem: { ...firstItem }, recordedById: byId, ...fields },
});
export const confirm = (fields: Partial<ConfirmMinutes> = {}): ConfirmMinutes => ({ type: 'ConfirmMinutes', minutesDays: 7, at, byId, ...fields });
export const confirmed = (warnings: string[] = []): MeetingEvent => ({
  type: 'MinutesConfirmed',
  data: { meetingId, organizationId, kindCodes: ['memberMeeting'], heldOn: '2026-03-02', confirmedById: byId, warnings },
});
export const rewrite = (fields: Partial<CorrectMinutes> = {}): CorrectMinutes => ({
  type: 'CorrectMinutes',
  ...text,
  minutesRef: 'txt_better',
  reasonRef: 'txt_reason',
  byId: 'per_up',
  ...fields,
});

/** Ten entitled, all present; yes votes as given. */
export const motion = (yes: number, fields: Partial<RecordMotion> = {}, votes: Partial<RecordMotion['votes']> = {}): RecordMotion => ({
  type: 'RecordMotion',
  motionId: 'mot_1',
  organizationKind: 'branch',
  motion: 'plan',
  personIds: [],
  votes: { entitled: 10, present: 10, written: 0, yes, no: 0, abstain: 0, ...votes },
  halfInclusive: true,
  committeeFirst: 'done',
  affairId: 'aff_1',
  consultation: 'done',
  byId,
  ...fields,
});
