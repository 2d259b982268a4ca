import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TenureEvent } from '../domain/tenure/tenure.decider.ts';
import { tenureStream } from '../domain/tenure/tenure.stream.ts';

interface TenureDue extends DueRow {
  readonly personId: string;
  readonly sinceOn: string;
}

const due = (personId: string, sinceOn: string, fullOn: string) => put(`${personId}|${sinceOn}`, { personId, sinceOn, dueAt: startOfDay(fullOn) });

/** ORG-25: the day on which the years of a count are full. Whoever takes a post later in the same count is looked at once more then: the decider knows the rest. */
export const sixYearTenure = defineDeadline<TenureDue, ServiceEnv>({
  name: 'six-year-tenure',
  version: 1,
  sources: [
    fromSome<TenureEvent>(aggregates.organizations.tenure)<TenureDue, ServiceEnv>({
      TenurePostTaken: ({ data: { personId, sinceOn, fullOn } }) => due(personId, sinceOn, fullOn),
      TenurePostLeft: ({ data: { personId, sinceOn, fullOn } }) => (sinceOn === undefined || fullOn === undefined ? [] : due(personId, sinceOn, fullOn)),
    }),
  ],
  fire: ({ personId, sinceOn }, now) => [intend(tenureStream, personId, { type: 'PassYears', personId, sinceOn, at: now })],
  expects: [],
});
