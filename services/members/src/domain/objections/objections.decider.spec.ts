import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { objectionsDecider, type ObjectionEvent } from './objections.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const raise = { type: 'RaiseObjection', personId: 'per_1', objectionId: 'obj_1', field: 'birthDate', textRef: 'txt_1', at } as const;
const raised: ObjectionEvent = {
  type: 'ObjectionRaised',
  data: { personId: 'per_1', objectionId: 'obj_1', fieldCode: 'birthDate', textRef: 'txt_1', raisedAt: at },
};
const answer = { type: 'AnswerObjection', personId: 'per_1', objectionId: 'obj_1', outcome: 'kept', reasonRef: 'txt_2', byPersonId: 'per_9', at } as const;
const answered: ObjectionEvent = {
  type: 'ObjectionAnswered',
  data: { personId: 'per_1', objectionId: 'obj_1', outcomeCode: 'kept', reasonRef: 'txt_2', answeredById: 'per_9', answeredAt: at },
};

describe('MEM-07 objections to the own record', () => {
  it('are raised, one at a time to each thing', () => {
    given(objectionsDecider).when(raise).then(raised);
    given(objectionsDecider, raised)
      .when({ ...raise, objectionId: 'obj_2' })
      .thenRejected('STATE_NOT_ALLOWED');
    given(objectionsDecider, raised)
      .when({ ...raise, objectionId: 'obj_2', field: 'name' })
      .thenTypes('ObjectionRaised');
    given(objectionsDecider, raised, answered)
      .when({ ...raise, objectionId: 'obj_2' })
      .thenTypes('ObjectionRaised');
  });
  it('are answered once, by somebody else', () => {
    given(objectionsDecider, raised).when(answer).then(answered);
    given(objectionsDecider, raised)
      .when({ ...answer, byPersonId: 'per_1' })
      .thenRejected('SELF_APPROVAL');
    given(objectionsDecider, raised, answered).when(answer).thenRejected('STATE_NOT_ALLOWED');
    given(objectionsDecider).when(answer).thenRejected('NOT_FOUND');
  });
  it('SEC-23 leaves no value of a corrected contact in the event', () =>
    given(objectionsDecider)
      .when({ type: 'CorrectContact', personId: 'per_1', fields: ['phone'], at })
      .then({ type: 'ContactCorrected', data: { personId: 'per_1', fieldCodes: ['phone'], correctedAt: at } }));
});
