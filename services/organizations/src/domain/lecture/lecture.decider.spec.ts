import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { lectureDecider, type LectureEvent, type RecordLecture } from './lecture.decider.ts';

const meeting = { meetingId: 'mtg_1', organizationId: 'org_1', kinds: ['themeDay', 'lecture'], heldOn: '2026-03-02' } as const;
const record = (fields: Partial<RecordLecture> = {}): RecordLecture => ({
  type: 'RecordLecture',
  lectureId: 'lec_1',
  organizationId: 'org_1',
  organizationState: 'active',
  personId: 'per_1',
  givenOn: '2026-03-02',
  meeting: null,
  secretaryOfIds: ['org_9'],
  filing: { at: '2026-03-02T09:00:00.000Z', backdateDays: 90, fromAbove: false, reasonRef: undefined },
  byId: 'per_officer',
  ...fields,
});
const lecture = (meetingId?: string): LectureEvent => ({
  type: 'LectureGiven',
  data: {
    ...{ lectureId: 'lec_1', organizationId: 'org_1', personId: 'per_1', givenOn: '2026-03-02', meetingId, secretaryOfIds: ['org_9'] },
    ...{ recordedById: 'per_officer', lateReasonRef: undefined },
  },
});

describe('ORG-43 lectures', () => {
  it('ORG-43 are recorded with whose secretary gave them, at a meeting or apart from one; once', () => {
    given(lectureDecider).when(record()).then(lecture());
    given(lectureDecider).when(record({ meeting })).then(lecture('mtg_1'));
    given(lectureDecider, lecture()).when(record()).then();
  });
  it('ORG-43 name only a meeting that was held as a lecture, by this organization, on that day', () => {
    for (const wrong of [{ organizationId: 'org_2' }, { heldOn: '2026-03-01' }, { heldOn: null }, { kinds: ['themeDay'] as const }])
      given(lectureDecider)
        .when(record({ meeting: { ...meeting, ...wrong } }))
        .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-43 are not entered ahead, nor too far back, nor for an organization that is gone', () => {
    given(lectureDecider)
      .when(record({ givenOn: '2025-12-02' }))
      .thenTypes('LectureGiven');
    given(lectureDecider)
      .when(record({ givenOn: '2025-12-01' }))
      .thenRejected('BACKDATE_TOO_FAR');
    given(lectureDecider)
      .when(record({ givenOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(lectureDecider)
      .when(record({ organizationState: 'merging' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
});
