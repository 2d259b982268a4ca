import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, put } from '@zhitong/eventing';
import type { LectureEvent } from '../domain/lecture/lecture.decider.ts';

export interface LectureListRow {
  readonly lectureId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly givenOn: string;
  readonly meetingId: string | null;
  readonly secretaryOfIds: readonly string[];
}

export const secretaryLecturesKey = (organizationId: string, year: string): string => `secretary-lectures/${organizationId}/${year}`;

/** One row per lecture; tally `secretary-lectures/<organization>/<year>` counts those its secretary gave, wherever. */
export const lectureList = defineProjection<LectureListRow>({
  name: 'lecture-list',
  version: 1,
  indexes: [
    ['organizationId', 'givenOn'],
    ['personId', 'givenOn'],
  ],
  sources: [
    from<LectureEvent>(aggregates.organizations.lecture)<LectureListRow>({
      LectureGiven: ({ data: { lectureId, organizationId, personId, givenOn, meetingId = null, secretaryOfIds } }) =>
        put(lectureId, { lectureId, organizationId, personId, givenOn, meetingId, secretaryOfIds }),
    }),
  ],
  tallies: ({ secretaryOfIds, givenOn }) => secretaryOfIds.map((id) => ({ key: secretaryLecturesKey(id, givenOn.slice(0, 4)), amounts: { given: 1 } })),
  announce: ({ organizationId }) => [`meetings:${organizationId}`],
});
