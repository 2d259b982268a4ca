import type { QuotaEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/quota_events.ts';
import { assertNever, type Decider, type EventOf } from '@zhitong/kernel';
import { isMissed, turnOf, type Owed } from './owed.ts';
import type { QuotaKind } from './period.ts';

export type QuotaEvent = EventOf<QuotaEvents>;

/** Which quota, and how many meetings are owed by the setting of its first day. */
export interface QuotaOf {
  readonly organizationId: string;
  readonly kind: QuotaKind;
  readonly period: string;
  readonly groupId?: string | undefined;
  readonly needed: number;
}
export interface CountMeeting extends QuotaOf {
  readonly type: 'CountMeeting';
  readonly meetingId: string;
  readonly heldOn: string;
}
export interface CloseQuota extends QuotaOf {
  readonly type: 'CloseQuota';
  readonly scheduledAt: string;
  readonly at: string;
}
export type QuotaCommand = CountMeeting | CloseQuota;

/** By the ids of the meetings. */
type Quota = Owed<string>;

const about = ({ organizationId, kind, period, groupId }: QuotaOf) => ({ organizationId, kindCode: kind, periodCode: period, groupId });

const atLeast =
  (needed: number) =>
  (meetingIds: readonly string[]): boolean =>
    meetingIds.length >= needed;

/** A late entry reverses the miss. */
function count(quota: Quota, command: CountMeeting): readonly QuotaEvent[] {
  const { meetingId, heldOn, needed } = command;
  if (quota.facts.includes(meetingId)) return [];
  const counted: QuotaEvent = { type: 'MeetingCounted', data: { ...about(command), meetingId, heldOn } };
  const turn = turnOf(quota, meetingId, atLeast(needed));
  if (turn === null) return [counted];
  return [counted, { type: turn === 'reversed' ? 'MeetingQuotaMissReversed' : 'MeetingQuotaMet', data: { ...about(command), needed } }];
}

function close(quota: Quota, command: CloseQuota): readonly QuotaEvent[] {
  const { needed, scheduledAt } = command;
  if (!isMissed(quota, command, atLeast(needed))) return [];
  return [{ type: 'MeetingQuotaMissed', data: { ...about(command), needed, held: quota.facts.length, scheduledAt } }];
}

/** Meetings of one kind in one period (ORG-38): `open -> met | missed`, `missed -> met`. */
export const quotaDecider: Decider<Quota, QuotaCommand, QuotaEvent> = {
  initial: { status: 'open', facts: [] },
  decide(quota, command) {
    switch (command.type) {
      case 'CountMeeting':
        return count(quota, command);
      case 'CloseQuota':
        return close(quota, command);
      default:
        return assertNever(command);
    }
  },
  evolve(quota, { type, data }) {
    switch (type) {
      case 'MeetingCounted':
        return { ...quota, facts: [...quota.facts, data.meetingId] };
      case 'MeetingQuotaMet':
      case 'MeetingQuotaMissReversed':
        return { ...quota, status: 'met' };
      case 'MeetingQuotaMissed':
        return { ...quota, status: 'missed' };
      default:
        return assertNever(type);
    }
  },
};
