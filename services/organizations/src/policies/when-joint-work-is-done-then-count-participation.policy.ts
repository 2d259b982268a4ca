import { attendanceMarks } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { partTimeMembersOn } from '../application/committee.ts';
import { homeOf } from '../application/meeting-people.ts';
import type { AttendanceEvent } from '../domain/attendance/attendance.decider.ts';
import { kindsOf } from '../domain/meeting/meeting-state.ts';
import type { JointActionEvent } from '../domain/participation/joint-action.decider.ts';
import type { NoteParticipation } from '../domain/participation/participation.decider.ts';
import { participationId, participationStream } from '../domain/participation/participation.stream.ts';
import { tookPart } from '../projections/attendance-list.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { roster } from '../projections/roster.projection.ts';

const noted = (fact: Omit<NoteParticipation, 'type' | 'year'>): Intent => {
  const year = fact.heldOn.slice(0, 4);
  return intend(participationStream, participationId({ ...fact, year }), { type: 'NoteParticipation', year, ...fact });
};

/** A part-time member stands for the branch in which they are at home on the day. */
async function attended({ data }: Recorded<AttendanceEvent, 'AttendanceRecorded' | 'AttendanceCorrected'>, env: ServiceEnv): Promise<readonly Intent[]> {
  const { personId, organizationId, meetingId: occasionId, heldOn, kindCodes, markCode } = data;
  if (heldOn === undefined || !kindsOf(kindCodes).includes('jointMeeting')) return [];
  if (!(await partTimeMembersOn(env, organizationId, heldOn)).includes(personId)) return [];
  const partnerId = await homeOf(env, personId, heldOn);
  if (partnerId === null || partnerId === organizationId) return [];
  return [noted({ organizationId, partnerId, kind: 'jointMeeting', occasionId, personId, heldOn, tookPart: tookPart(attendanceMarks.parse(markCode)) })];
}

/** ORG-27: who came to a joint meeting as a part-time member, and who joined an action, is counted for both sides. */
export const whenJointWorkIsDoneThenCountParticipation = definePolicy<ServiceEnv>({
  name: 'when-joint-work-is-done-then-count-participation',
  startFrom: 'beginning',
  sources: [
    when<AttendanceEvent>(aggregates.organizations.attendance)<ServiceEnv>({ AttendanceRecorded: attended, AttendanceCorrected: attended }),
    when<JointActionEvent>(aggregates.organizations.jointaction)<ServiceEnv>({
      JointActionRecorded: ({ data: { actionId, organizationId, partnerIds, heldOn } }) =>
        partnerIds.map((partnerId) => noted({ organizationId, partnerId, kind: 'jointAction', occasionId: actionId, heldOn, tookPart: true })),
    }),
  ],
  expects: [],
  reads: [postList, roster],
});
