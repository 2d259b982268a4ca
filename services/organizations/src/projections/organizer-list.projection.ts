import { organizerGrades, organizerResults, type OrganizerGrade, type OrganizerResult } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, type Change } from '@zhitong/eventing';
import type { Moment } from '@zhitong/platform';
import type { OrganizerEvent } from '../domain/organizer/organizer.decider.ts';

interface Known {
  /** The day it is about. */
  readonly on: string;
  readonly recordedAt: string;
}
export interface Sending extends Known {
  readonly toId: string;
  readonly grade: OrganizerGrade;
}
export interface YearReview extends Known {
  readonly year: string;
  readonly result: OrganizerResult;
}
export interface OrganizerListRow {
  readonly postId: string;
  readonly sendings: readonly Sending[];
  readonly trainings: readonly Known[];
  readonly reviews: readonly YearReview[];
}

const change = (postId: string, fold: (row: OrganizerListRow) => OrganizerListRow): Change<OrganizerListRow> => ({
  key: postId,
  fold: (before) => fold(before ?? { postId, sendings: [], trainings: [], reviews: [] }),
});

/** One row per organizer of whom something is on record, by the holding of the post. */
export const organizerList = defineProjection<OrganizerListRow>({
  name: 'organizer-list',
  version: 1,
  indexes: [],
  sources: [
    from<OrganizerEvent>(aggregates.organizations.organizer)<OrganizerListRow>({
      OrganizerSent: ({ data, recordedAt }) =>
        change(data.postId, (row) => ({
          ...row,
          sendings: [...row.sendings, { on: data.sentOn, recordedAt, toId: data.sentToId, grade: organizerGrades.parse(data.gradeCode) }],
        })),
      OrganizerTrained: ({ data, recordedAt }) => change(data.postId, (row) => ({ ...row, trainings: [...row.trainings, { on: data.trainedOn, recordedAt }] })),
      OrganizerReviewed: ({ data, recordedAt }) =>
        change(data.postId, (row) => ({
          ...row,
          reviews: [...row.reviews, { on: data.recordedOn, recordedAt, year: data.yearCode, result: organizerResults.parse(data.resultCode) }],
        })),
    }),
  ],
});

/** What stood on a day, as far as known by an instant: the last sending, training, and review of the last year that has one. */
export function organizerAt(row: OrganizerListRow | undefined, { asOf, knownAt }: Moment) {
  const then = ({ on, recordedAt }: Known) => on <= asOf && recordedAt <= knownAt;
  const years = (row?.reviews ?? []).filter(then).map(({ year }) => year);
  const lastYear = years.sort().at(-1);
  return {
    sent: row?.sendings.findLast(then) ?? null,
    trainedOn:
      row?.trainings
        .filter(then)
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null,
    reviewed: row?.reviews.findLast((review) => then(review) && review.year === lastYear) ?? null,
  };
}
