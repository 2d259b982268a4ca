import type { CancelReason, MeetingKind, OrganizationKind, OrganizationState } from '@zhitong/catalogue';
import type { Filing } from '@zhitong/kernel';

/** Who meets, as the tree, the posts and the groups say. */
export interface Convener {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly state: OrganizationState;
  readonly hasCommittee: boolean;
  readonly groupIds: readonly string[];
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
  readonly topicCodes: readonly string[];
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

export type MeetingCommand = PlanMeeting | NotifyMeeting | HoldMeeting | CancelMeeting;
