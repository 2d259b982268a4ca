import { attendanceMarks } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, eachRow, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { leaderNeeds } from '../application/leader-needs.ts';
import { isResidentOn } from '../application/meeting-people.ts';
import type { AttendanceEvent } from '../domain/attendance/attendance.decider.ts';
import type { LectureEvent } from '../domain/lecture/lecture.decider.ts';
import { leaderLifeId, leaderLifeStream } from '../domain/leader/leader.stream.ts';
import type { LeaderEvent } from '../domain/leader/leader.decider.ts';
import { attendanceList, tookPart } from '../projections/attendance-list.projection.ts';
import { leaderList } from '../projections/leader-list.projection.ts';
import { lectureList } from '../projections/lecture-list.projection.ts';
import { roster } from '../projections/roster.projection.ts';

interface Occasion {
  readonly personId: string;
  readonly organizationId: string;
  readonly occasionId: string;
  readonly heldOn: string;
  readonly attended?: boolean;
  readonly lectured?: boolean;
}

/** Counts in the own branch only: of somebody who has moved, that of the day. */
async function noted(occasion: Occasion, env: ServiceEnv): Promise<readonly Intent[]> {
  const { personId, organizationId, heldOn } = occasion;
  if (!(await isResidentOn(env, personId, organizationId, heldOn))) return [];
  const year = heldOn.slice(0, 4);
  const command = { type: 'NoteOccasion', year, needs: leaderNeeds(env, year, organizationId), ...occasion } as const;
  return [intend(leaderLifeStream, leaderLifeId(personId, year), command, `${occasion.occasionId}.${occasion.lectured === true ? 'lecture' : 'attendance'}`)];
}

const ofLeader = async (occasion: Occasion, env: ServiceEnv): Promise<readonly Intent[]> =>
  (await env.rows(leaderList).get(occasion.personId)) === undefined ? [] : noted(occasion, env);

function attended(
  { data: { personId, organizationId, meetingId, heldOn, markCode } }: Recorded<AttendanceEvent, 'AttendanceRecorded' | 'AttendanceCorrected'>,
  env: ServiceEnv,
) {
  if (heldOn === undefined) return [];
  return ofLeader({ personId, organizationId, occasionId: meetingId, heldOn, attended: tookPart(attendanceMarks.parse(markCode)) }, env);
}

/** What somebody did in the year before being put on the list. */
async function* gathered({ data: { personId, listedOn } }: Recorded<LeaderEvent, 'LeaderListed'>, env: ServiceEnv): AsyncGenerator<Intent> {
  const since = (field: string) => [
    { field: 'personId', eq: personId },
    { field, gte: `${listedOn.slice(0, 4)}-01-01` },
  ];
  const by = (field: string) => ({ where: since(field), orderBy: { field, direction: 'asc' }, limit: 500 }) as const;
  for await (const { organizationId, meetingId, heldOn, mark } of eachRow((start) => env.rows(attendanceList).query({ ...by('heldOn'), ...start })))
    yield* await noted({ personId, organizationId, occasionId: meetingId, heldOn, attended: tookPart(mark) }, env);
  for await (const { organizationId, meetingId, lectureId, givenOn } of eachRow((start) => env.rows(lectureList).query({ ...by('givenOn'), ...start })))
    yield* await noted({ personId, organizationId, occasionId: meetingId ?? lectureId, heldOn: givenOn, lectured: true }, env);
}

/** ORG-42, X-01: attendances and lectures of leaders in the own branch, also when they are put right; whichever of the two comes second, being listed or taking part, finds the other. */
export const whenLeaderTakesPartThenNoteLife = definePolicy<ServiceEnv>({
  name: 'when-leader-takes-part-then-note-life',
  startFrom: 'beginning',
  sources: [
    when<AttendanceEvent>(aggregates.organizations.attendance)<ServiceEnv>({ AttendanceRecorded: attended, AttendanceCorrected: attended }),
    when<LectureEvent>(aggregates.organizations.lecture)<ServiceEnv>({
      LectureGiven: ({ data: { personId, organizationId, lectureId, meetingId, givenOn } }, env) =>
        ofLeader({ personId, organizationId, occasionId: meetingId ?? lectureId, heldOn: givenOn, lectured: true }, env),
    }),
    when<LeaderEvent>(aggregates.organizations.leader)<ServiceEnv>({ LeaderListed: gathered }),
  ],
  expects: [],
  reads: [leaderList, attendanceList, lectureList, roster],
});
