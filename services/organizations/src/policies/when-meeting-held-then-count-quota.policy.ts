import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { treeNodesProjection, type ServiceEnv } from '@zhitong/platform';
import { neededIn, quotaKindsOf } from '../application/owed-meetings.ts';
import { kindsOf, type MeetingEvent } from '../domain/meeting/meeting-state.ts';
import { isQuotaKind, periodOf } from '../domain/quota/period.ts';
import { quotaId, quotaStream } from '../domain/quota/quota.stream.ts';

function counted({ data }: Recorded<MeetingEvent, 'MeetingHeld'>, env: ServiceEnv): readonly Intent[] {
  const { organizationId, meetingId, heldOn, kindCodes, groupId } = data;
  const owes = quotaKindsOf(env, organizationId);
  return kindsOf(kindCodes)
    .filter(isQuotaKind)
    .filter((kind) => owes.includes(kind))
    .map((kind) => {
      const period = periodOf(kind, heldOn);
      const quota = { organizationId, kind, period: period.code, ...(kind === 'groupMeeting' ? { groupId } : {}) };
      const needed = neededIn(env, kind, period, organizationId);
      return intend(quotaStream, quotaId(quota), { type: 'CountMeeting', ...quota, needed, meetingId, heldOn });
    });
}

/** ORG-38: a meeting counts for each of its kinds, in the period of its day. */
export const whenMeetingHeldThenCountQuota = definePolicy<ServiceEnv>({
  name: 'when-meeting-held-then-count-quota',
  startFrom: 'beginning',
  sources: [when<MeetingEvent>(aggregates.organizations.meeting)<ServiceEnv>({ MeetingHeld: (event, env) => counted(event, env) })],
  expects: [],
  reads: [treeNodesProjection],
});
