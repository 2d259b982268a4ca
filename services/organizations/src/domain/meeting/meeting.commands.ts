import type { CancelReason, MeetingKind, MotionType, OrganizationKind, OrganizationState } from '@zhitong/catalogue';
import type { Filing } from '@zhitong/kernel';
import type { CitedTopics } from './cited-topics.ts';
import type { Votes } from './motion.ts';

/** Who meets, as the tree, the posts and the groups say. */
export interface Convener {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly state: OrganizationState;
  readonly hasCommittee: boolean;
  readonly groupIds: readonly string[];
  /** Day of the month that the branch has fixed for its theme days, on the day of the meeting; null where it has none. */
  readonly themeDay: number | null;
}

export interface PlanMeeting {
  readonly type: 'PlanMeeting';
  readonly meetingId: string;
  readonly convener: Convener;
  readonly kinds: readonly MeetingKind[];
  readonly groupId?: string | undefined;
  readonly startsAt: string;
  readonly titleRef: string;
  readonly agendaRef?: string | undefined;
  readonly topics: CitedTopics;
  readonly filing: Filing;
  readonly byId: string;
}
export interface NotifyMeeting {
  readonly type: 'NotifyMeeting';
  readonly noticeHours: number;
  readonly at: string;
  readonly byId: string;
}
export interface HoldMeeting {
  readonly type: 'HoldMeeting';
  readonly organizationState: OrganizationState;
  readonly heldOn: string;
  readonly filing: Filing;
  readonly byId: string;
}
export interface CancelMeeting {
  readonly type: 'CancelMeeting';
  readonly reason: CancelReason;
  readonly byId: string;
}

export interface MinutesText {
  readonly organizationKind: OrganizationKind;
  readonly minutesRef: string;
  readonly decisionsRef: string;
  readonly firstItem?: { readonly done: boolean; readonly topicCode?: string | undefined } | undefined;
  /** Absent: those that were planned. */
  readonly topics?: CitedTopics | undefined;
  readonly byId: string;
}
export interface RecordMinutes extends MinutesText {
  readonly type: 'RecordMinutes';
  /** Present or connected, as noted so far. */
  readonly attended: number;
}
export interface ConfirmMinutes {
  readonly type: 'ConfirmMinutes';
  readonly minutesDays: number;
  readonly at: string;
  readonly byId: string;
}
export interface CorrectMinutes extends MinutesText {
  readonly type: 'CorrectMinutes';
  readonly reasonRef: string;
}
export interface RecordMotion {
  readonly type: 'RecordMotion';
  readonly motionId: string;
  readonly organizationKind: OrganizationKind;
  readonly motion: MotionType;
  readonly personIds: readonly string[];
  readonly subjectRef?: string | undefined;
  readonly votes: Votes;
  /** Half of the entitled may meet, or more than half. */
  readonly halfInclusive: boolean;
  /** Whether the committee has decided on it before; none has no say in it. */
  readonly committeeFirst: 'done' | 'missing' | 'noCommittee';
  /** The matter it decides, that the members were consulted on. */
  readonly affairId?: string | undefined;
  readonly consultation: 'done' | 'missing' | 'notNeeded';
  readonly byId: string;
}

export type MeetingCommand = PlanMeeting | NotifyMeeting | HoldMeeting | CancelMeeting | RecordMinutes | ConfirmMinutes | CorrectMinutes | RecordMotion;
