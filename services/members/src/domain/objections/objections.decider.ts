import type { ObjectionField, ObjectionOutcome } from '@zhitong/catalogue';
import type { ObjectionEvents } from '@zhitong/contracts/events/zhitong/members/v1/objection_events.ts';
import { assertNever, ensure, type Decider, type EventOf } from '@zhitong/kernel';

/** What a person objects to 异议 in the own record, and puts right there (MEM-07). */
export type ObjectionEvent = EventOf<ObjectionEvents>;

interface Stamp {
  readonly personId: string;
  /** ISO instant. */
  readonly at: string;
}
export interface RaiseObjection extends Stamp {
  readonly type: 'RaiseObjection';
  readonly objectionId: string;
  readonly field: ObjectionField;
  readonly textRef: string;
}
export interface AnswerObjection extends Stamp {
  readonly type: 'AnswerObjection';
  readonly objectionId: string;
  readonly outcome: ObjectionOutcome;
  readonly reasonRef: string;
  readonly byPersonId: string;
}
export interface CorrectContact extends Stamp {
  readonly type: 'CorrectContact';
  readonly fields: readonly ('phone' | 'address')[];
}
export type ObjectionCommand = RaiseObjection | AnswerObjection | CorrectContact;

/** Fields objected to, by objection; answered ones without a field. */
type Objections = ReadonlyMap<string, string | undefined>;

function raise(objections: Objections, { personId, objectionId, field, textRef, at }: RaiseObjection): readonly ObjectionEvent[] {
  ensure(![...objections.values()].includes(field), 'STATE_NOT_ALLOWED', 'An objection to this is being looked into.', { field });
  return [{ type: 'ObjectionRaised', data: { personId, objectionId, fieldCode: field, textRef, raisedAt: at } }];
}

/** Whoever objects does not answer, whatever office the person holds. */
function answerIt(objections: Objections, { personId, objectionId, outcome, reasonRef, byPersonId, at }: AnswerObjection): readonly ObjectionEvent[] {
  ensure(objections.has(objectionId), 'NOT_FOUND', 'There is no such objection.', { objectionId });
  ensure(byPersonId !== personId, 'SELF_APPROVAL', 'Nobody answers the own objection.');
  ensure(objections.get(objectionId) !== undefined, 'STATE_NOT_ALLOWED', 'This objection was answered.', { objectionId });
  return [{ type: 'ObjectionAnswered', data: { personId, objectionId, outcomeCode: outcome, reasonRef, answeredById: byPersonId, answeredAt: at } }];
}

/** One open objection to each thing; every one is answered with a reason. */
export const objectionsDecider: Decider<Objections, ObjectionCommand, ObjectionEvent> = {
  initial: new Map(),
  decide(objections, command) {
    switch (command.type) {
      case 'RaiseObjection':
        return raise(objections, command);
      case 'AnswerObjection':
        return answerIt(objections, command);
      case 'CorrectContact':
        return [{ type: 'ContactCorrected', data: { personId: command.personId, fieldCodes: [...command.fields], correctedAt: command.at } }];
      default:
        return assertNever(command);
    }
  },
  evolve(objections, { type, data }) {
    switch (type) {
      case 'ObjectionRaised':
        return new Map([...objections, [data.objectionId, data.fieldCode]]);
      case 'ObjectionAnswered':
        return new Map([...objections, [data.objectionId, undefined]]);
      case 'ContactCorrected':
        return objections;
      default:
        return assertNever(type);
    }
  },
};
