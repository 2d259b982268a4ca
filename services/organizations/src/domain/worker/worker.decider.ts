import type { Level, WorkerGrades } from '@zhitong/catalogue';
import type { WorkerEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/worker_events.ts';
import { assertNever, ensure, ensureFiled, shanghaiDate, type Decider, type EventOf, type Filing } from '@zhitong/kernel';
import { classOf } from './grade-class.ts';
import { heldAs, type HeldPost } from './held-post.ts';

export type WorkerEvent = EventOf<WorkerEvents>;

interface About {
  /** Null when nobody holds it. */
  readonly post: HeldPost | null;
  readonly grade: number;
  readonly fromOn: string;
  /** In force on that day. */
  readonly grades: WorkerGrades;
  readonly filing: Filing;
  readonly byId: string;
}
export interface PlaceWorker extends About {
  readonly type: 'PlaceWorker';
  readonly place: { readonly level: Level; readonly leadsPlace: boolean };
  readonly reviewPassed: boolean;
  readonly reviewedOn: string;
}
export interface GradeWorker extends About {
  readonly type: 'GradeWorker';
}
export type WorkerCommand = PlaceWorker | GradeWorker;

/** The grade that counts; null before the worker was placed. */
export type Worker = { readonly grade: number; readonly fromOn: string } | null;

function place(worker: Worker, command: PlaceWorker): readonly WorkerEvent[] {
  const { grade, fromOn, grades, filing, byId, reviewPassed, reviewedOn } = command;
  const { postId, organizationId, personId } = heldAs(command.post, 'fullTimeWorker', fromOn);
  const { level, leadsPlace } = command.place;
  ensure(level === 'community' && leadsPlace, 'LEVEL_NOT_ALLOWED', 'Workers with a grade are placed in communities.', { level });
  ensure(worker === null, 'ALREADY_EXISTS', 'The worker was placed already; give another grade instead.');
  ensure(reviewPassed, 'POLITICAL_REVIEW_NOT_PASSED', 'Nobody is placed without having passed the political review.');
  ensure(reviewedOn <= shanghaiDate(filing.at), 'FUTURE_DATED', 'The political review lies ahead.', { reviewedOn });
  ensureFiled(fromOn, filing);
  const data = { postId, organizationId, personId, reviewedOn, grade, classCode: classOf(grade, grades), fromOn };
  return [{ type: 'WorkerPlaced', data: { ...data, placedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** From its day on; what was before keeps its class. */
function giveGrade(worker: Worker, command: GradeWorker): readonly WorkerEvent[] {
  const { grade, fromOn, grades, filing, byId } = command;
  const { postId, organizationId, personId } = heldAs(command.post, 'fullTimeWorker', fromOn);
  ensure(worker !== null, 'NOT_FOUND', 'The worker was not placed yet.');
  if (worker.grade === grade && worker.fromOn <= fromOn) return [];
  ensure(fromOn >= worker.fromOn, 'GRADED_LATER', 'The worker has a grade of a later day.', { fromOn: worker.fromOn });
  ensureFiled(fromOn, filing);
  const data = { postId, organizationId, personId, grade, classCode: classOf(grade, grades), fromOn };
  return [{ type: 'WorkerGraded', data: { ...data, gradedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** ORG-29: one holding of the post of a full-time worker in a community. It ends with the post. */
export const workerDecider: Decider<Worker, WorkerCommand, WorkerEvent> = {
  initial: null,
  decide(worker, command) {
    switch (command.type) {
      case 'PlaceWorker':
        return place(worker, command);
      case 'GradeWorker':
        return giveGrade(worker, command);
      default:
        return assertNever(command);
    }
  },
  evolve: (_before, { data: { grade, fromOn } }) => ({ grade, fromOn }),
};
