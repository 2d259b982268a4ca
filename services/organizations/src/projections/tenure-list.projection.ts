import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery } from '@zhitong/eventing';
import { tenureDecider, type Tenure, type TenureEvent } from '../domain/tenure/tenure.decider.ts';

interface Reached {
  readonly sinceOn: string;
  readonly reachedOn: string;
  readonly recordedAt: string;
}
export interface TenureRow {
  readonly personId: string;
  readonly tenure: Tenure;
  /** Counts that were found to be full; a handful in a life. */
  readonly reached: readonly Reached[];
}

/** One row per person who is, or was, secretary of a community (ORG-25): read by id. */
export const tenureList = defineProjection<TenureRow>({
  name: 'tenure-list',
  version: 1,
  indexes: [],
  sources: [
    fromEvery<TenureEvent>(aggregates.organizations.tenure)((event) => ({
      key: event.data.personId,
      fold: (row) => {
        const { type, data, recordedAt } = event;
        const found = type === 'SixYearTenureReached' ? [{ sinceOn: data.sinceOn, reachedOn: data.reachedOn, recordedAt }] : [];
        return {
          personId: data.personId,
          tenure: tenureDecider.evolve(row?.tenure ?? tenureDecider.initial, event),
          reached: [...(row?.reached ?? []), ...found],
        };
      },
    })),
  ],
});
