import { z } from 'zod';
import { workerClasses } from './codes-organizations.ts';

const classes = z
  .array(z.strictObject({ class: z.enum(workerClasses.values), from: z.int().min(1), to: z.int().max(100) }))
  .min(1)
  .max(workerClasses.values.length)
  .refine((all) => new Set(all.map((one) => one.class)).size === all.length)
  .refine((all) => all.every(({ from, to }, at) => from <= to && from === (all[at - 1]?.to ?? 0) + 1));

/** {worker.gradeClasses}: classes of workers with their first and last grade, one after the other from 1 on (ORG-29). */
export const workerGradeClassesSchema = classes;
export type WorkerGradeClasses = readonly Readonly<z.output<typeof classes>[number]>[];

/** {worker.gradeCount} and {worker.gradeClasses} of a day. */
export interface WorkerGrades {
  readonly count: number;
  readonly classes: WorkerGradeClasses;
}

export const defaultWorkerGrades: WorkerGradeClasses = [
  { class: 'lead', from: 1, to: 10 },
  { class: 'principal', from: 11, to: 22 },
  { class: 'assistant', from: 23, to: 35 },
];
