import { describe, expect, it } from '@jest/globals';
import { defaultWorkerGrades } from '@zhitong/catalogue';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { classOf } from './grade-class.ts';
import type { HeldPost } from './held-post.ts';
import { workerDecider, type GradeWorker, type PlaceWorker, type WorkerEvent } from './worker.decider.ts';

const post: HeldPost = { postId: 'pst_1', organizationId: 'org_c1', personId: 'per_1', type: 'fullTimeWorker', fromOn: '2026-02-01' };
const about = {
  post,
  grades: { count: 35, classes: defaultWorkerGrades },
  filing: { at: '2026-03-02T01:00:00.000Z', backdateDays: 90, fromAbove: false },
  byId: 'per_o',
} as const;
const place = (fields: Partial<PlaceWorker> = {}): PlaceWorker => ({
  type: 'PlaceWorker',
  ...about,
  place: { level: 'community', leadsPlace: true },
  grade: 22,
  fromOn: '2026-02-01',
  reviewPassed: true,
  reviewedOn: '2026-01-20',
  ...fields,
});
const grade = (fields: Partial<GradeWorker> = {}): GradeWorker => ({ type: 'GradeWorker', ...about, grade: 10, fromOn: '2026-03-01', ...fields });
const ids = { postId: 'pst_1', organizationId: 'org_c1', personId: 'per_1' };
const placed: WorkerEvent = {
  type: 'WorkerPlaced',
  data: { ...ids, reviewedOn: '2026-01-20', grade: 22, classCode: 'principal', fromOn: '2026-02-01', placedById: 'per_o' },
};
const graded: WorkerEvent = { type: 'WorkerGraded', data: { ...ids, grade: 10, classCode: 'lead', fromOn: '2026-03-01', gradedById: 'per_o' } };

describe('ORG-29 workers of communities', () => {
  it('ORG-29 are placed with their political review and a grade, once', () => {
    given(workerDecider).when(place()).then(placed);
    given(workerDecider, placed).when(place()).thenRejected('ALREADY_EXISTS');
    given(workerDecider)
      .when(place({ reviewPassed: false }))
      .thenRejected('POLITICAL_REVIEW_NOT_PASSED');
    given(workerDecider)
      .when(place({ reviewedOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
  });
  it('ORG-29 have a class by their grade, at both edges of each', () => {
    const of = (number: number) => classOf(number, about.grades);
    expect([1, 10, 11, 22, 23, 35].map(of)).toEqual(['lead', 'lead', 'principal', 'principal', 'assistant', 'assistant']);
    for (const number of [0, 36])
      given(workerDecider)
        .when(place({ grade: number }))
        .thenRejected('GRADE_OUT_OF_RANGE', { grade: number, count: 35 });
    given(workerDecider)
      .when(place({ grade: 35, grades: { ...about.grades, count: 34 } }))
      .thenRejected('GRADE_OUT_OF_RANGE');
  });
  it('ORG-29 are graded anew; a later rule changes no class that was given', () => {
    given(workerDecider, placed).when(grade()).then(graded);
    given(workerDecider, placed, graded)
      .when(grade({ fromOn: '2026-03-02' }))
      .then();
    given(workerDecider, placed, graded)
      .when(grade({ grade: 9, fromOn: '2026-02-28' }))
      .thenRejected('GRADED_LATER', { fromOn: '2026-03-01' });
    given(workerDecider).when(grade()).thenRejected('NOT_FOUND');
    const classes = [{ class: 'lead' as const, from: 1, to: 35 }];
    given(workerDecider, placed)
      .when(grade({ grade: 22, fromOn: '2026-03-01', grades: { count: 35, classes } }))
      .then();
  });
  it('ORG-29 belong to a post of their kind that somebody holds in a community, no earlier than it was filled', () => {
    given(workerDecider)
      .when(place({ post: null }))
      .thenRejected('NOT_FOUND');
    given(workerDecider)
      .when(place({ post: { ...post, type: 'organizer' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(workerDecider)
      .when(place({ fromOn: '2026-01-31' }))
      .thenRejected('VACATED_BEFORE_FILLED');
    given(workerDecider)
      .when(place({ place: { level: 'street', leadsPlace: true } }))
      .thenRejected('LEVEL_NOT_ALLOWED');
    given(workerDecider)
      .when(place({ place: { level: 'community', leadsPlace: false } }))
      .thenRejected('LEVEL_NOT_ALLOWED');
  });
  it('ORG-29 are filed as far back as everything is', () =>
    given(workerDecider)
      .when(place({ post: { ...post, fromOn: '2025-01-01' }, fromOn: '2025-12-01' }))
      .thenRejected('BACKDATE_TOO_FAR'));
});

it('ORG-29 whatever is filed, grades go forward in time and stay within the rule', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
  const commands = fc.oneof(
    fc.record({ grade: fc.integer({ min: -1, max: 37 }), fromOn: day }).map(place),
    fc.record({ grade: fc.integer({ min: -1, max: 37 }), fromOn: day }).map(grade),
  );
  let graded = 0;
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 20, size: 'max' }), (sequence) =>
      walk(workerDecider, sequence, (before, after) => {
        expect(after?.grade).toBeGreaterThanOrEqual(1);
        expect(after?.grade).toBeLessThanOrEqual(35);
        if (before === null || after === null) return;
        graded++;
        expect(after.fromOn >= before.fromOn).toBe(true);
      }),
    ),
    { numRuns: 500, seed: 20260302 },
  );
  expect(graded).toBeGreaterThan(0);
});
