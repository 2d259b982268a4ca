import { workerClasses, type WorkerClass } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put, type Recorded } from '@zhitong/eventing';
import type { Moment } from '@zhitong/platform';
import type { WorkerEvent } from '../domain/worker/worker.decider.ts';

/** A grade from a day on, with the class the rule of that day gave it. */
export interface WorkerGrade {
  readonly grade: number;
  readonly class: WorkerClass;
  readonly fromOn: string;
  readonly recordedAt: string;
}
export interface WorkerListRow {
  readonly postId: string;
  readonly reviewedOn: string;
  /** In the order of their days. */
  readonly grades: readonly WorkerGrade[];
}

const gradeOf = ({ data: { grade, classCode, fromOn }, recordedAt }: Recorded<WorkerEvent>): WorkerGrade => ({
  ...{ grade, fromOn, recordedAt },
  class: workerClasses.parse(classCode),
});

/** One row per worker of a community who was placed, by the holding of the post. */
export const workerList = defineProjection<WorkerListRow>({
  name: 'worker-list',
  version: 1,
  indexes: [],
  sources: [
    from<WorkerEvent>(aggregates.organizations.worker)<WorkerListRow>({
      WorkerPlaced: (event) => put(event.data.postId, { postId: event.data.postId, reviewedOn: event.data.reviewedOn, grades: [gradeOf(event)] }),
      WorkerGraded: (event) => amend(event.data.postId, (row) => ({ ...row, grades: [...row.grades, gradeOf(event)] })),
    }),
  ],
});

/** The grade somebody had on a day, as far as known by an instant. */
export const gradeAt = (row: WorkerListRow | undefined, { asOf, knownAt }: Moment): WorkerGrade | undefined =>
  row?.grades.findLast(({ fromOn, recordedAt }) => fromOn <= asOf && recordedAt <= knownAt);
