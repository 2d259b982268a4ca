import type { WorkerClass, WorkerGrades } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';

/** The class of a grade by the rule of a day. @throws {Rejected} `GRADE_OUT_OF_RANGE` */
export function classOf(grade: number, { count, classes }: WorkerGrades): WorkerClass {
  const found = classes.find(({ from, to }) => from <= grade && grade <= to);
  if (grade < 1 || grade > count || found === undefined) throw new Rejected('GRADE_OUT_OF_RANGE', 'There is no such grade.', { grade, count });
  return found.class;
}
