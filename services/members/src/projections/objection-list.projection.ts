import { objectionFields, objectionOutcomes, type ObjectionField, type ObjectionOutcome } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, ignore, put } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { ObjectionEvent } from '../domain/objections/objections.decider.ts';

/** One objection; its words are in the content store. */
export interface ObjectionRow {
  readonly objectionId: string;
  readonly personId: string;
  readonly field: ObjectionField;
  readonly state: 'open' | 'answered';
  readonly raisedAt: string;
  readonly textRef: string;
  readonly outcome?: ObjectionOutcome;
  readonly reasonRef?: string;
  readonly answeredAt?: string;
}

/** One row an objection, for the person and for those who answer. */
export const objectionList = defineProjection<ObjectionRow, ServiceEnv>({
  name: 'objection-list',
  version: 1,
  indexes: [
    ['personId', 'raisedAt'],
    ['state', 'raisedAt'],
  ],
  sources: [
    from<ObjectionEvent>(aggregates.members.objections)<ObjectionRow, ServiceEnv>({
      ObjectionRaised: ({ data: { objectionId, personId, fieldCode, textRef, raisedAt } }) =>
        put(objectionId, { objectionId, personId, field: objectionFields.parse(fieldCode), state: 'open', raisedAt, textRef }),
      ObjectionAnswered: ({ data: { objectionId, outcomeCode, reasonRef, answeredAt } }) =>
        amend(objectionId, (row) => ({ ...row, state: 'answered', outcome: objectionOutcomes.parse(outcomeCode), reasonRef, answeredAt })),
      ContactCorrected: ignore,
    }),
  ],
  announce: ({ personId }) => [`member:${personId}`],
});
