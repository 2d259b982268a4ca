import { motionBodies, motionTypes, type MotionBody, type MotionType } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromSome, put, type Change } from '@zhitong/eventing';
import type { DataOf } from '@zhitong/kernel';
import type { MeetingEvent } from '../domain/meeting/meeting-state.ts';
import type { Votes } from '../domain/meeting/motion.ts';

export interface MotionListRow {
  readonly motionId: string;
  readonly meetingId: string;
  readonly organizationId: string;
  readonly type: MotionType;
  readonly body: MotionBody;
  readonly personId: string | null;
  readonly subjectRef: string | null;
  readonly heldOn: string;
  readonly secret: boolean;
  readonly passed: boolean;
  readonly votes: Votes;
  readonly warnings: readonly string[];
}

const none: Votes = { entitled: 0, present: 0, written: 0, yes: 0, no: 0, abstain: 0 };

function motion(data: DataOf<MeetingEvent, 'MotionPassed'>, passed: boolean): Change<MotionListRow> {
  const { motionId, meetingId, organizationId, typeCode, bodyCode, personId = null, subjectRef = null, heldOn, secret, votes = none, warnings } = data;
  const about = { motionId, meetingId, organizationId, type: motionTypes.parse(typeCode), body: motionBodies.parse(bodyCode), personId, subjectRef };
  return put(motionId, { ...about, heldOn, secret, passed, votes, warnings });
}

/** One row per motion, passed or not. */
export const motionList = defineProjection<MotionListRow>({
  name: 'motion-list',
  version: 1,
  indexes: [['meetingId'], ['organizationId', 'body', 'type']],
  sources: [
    fromSome<MeetingEvent>(aggregates.organizations.meeting)<MotionListRow>({
      MotionPassed: ({ data }) => motion(data, true),
      MotionFailed: ({ data }) => motion(data, false),
    }),
  ],
});
