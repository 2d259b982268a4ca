import { affairTypes, isWorking, type AffairType, type OrganizationState } from '@zhitong/catalogue';
import type { AffairEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/affair_events.ts';
import { addDays, assertNever, ensure, ensureFiled, Rejected, shanghaiDate, type Decider, type EventOf, type Filing } from '@zhitong/kernel';

export type AffairEvent = EventOf<AffairEvents>;

interface About {
  readonly affairId: string;
  readonly organizationId: string;
  readonly organizationState: OrganizationState;
  readonly affair: AffairType;
  readonly subjectRef: string;
  readonly byId: string;
}
export interface RecordConsultation extends About {
  readonly type: 'RecordConsultation';
  readonly fromOn: string;
  readonly untilOn: string;
  readonly asked: number;
  readonly opinions: number;
  readonly adopted: number;
  readonly filing: Filing;
}
export interface PublishAffair extends About {
  readonly type: 'PublishAffair';
  readonly textRef: string;
  readonly untilOn: string;
  /** Days that it is shown at least. */
  readonly noticeDays: number;
  readonly at: string;
}
export interface ObjectToAffair {
  readonly type: 'ObjectToAffair';
  readonly objectionId: string;
  readonly personId: string;
  /** At home in the organization, or in one below it. */
  readonly belongs: boolean;
  readonly textRef: string;
  readonly at: string;
}
export interface AnswerObjection {
  readonly type: 'AnswerObjection';
  readonly objectionId: string;
  readonly textRef: string;
  readonly at: string;
  readonly byId: string;
}
export type AffairCommand = RecordConsultation | PublishAffair | ObjectToAffair | AnswerObjection;

export interface KnownAffair {
  readonly affairId: string;
  readonly organizationId: string;
  readonly affair: AffairType;
  /** Last day on which the members were asked; null when they were not. */
  readonly consultedUntil: string | null;
  readonly publishedUntil: string | null;
  /** Who objected, and whether it is answered, by objection. */
  readonly objections: ReadonlyMap<string, { readonly personId: string; readonly answered: boolean }>;
}
export type Affair = KnownAffair | null;

/** @throws {Rejected} `NOT_FOUND` */
export function knownAffair(affair: Affair): KnownAffair {
  if (affair === null) throw new Rejected('NOT_FOUND', 'There is no such matter.');
  return affair;
}

const ensureActive = ({ organizationState: state }: About): void => ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state });

function recordConsultation(affair: Affair, command: RecordConsultation): readonly AffairEvent[] {
  if (affair !== null) return [];
  const { affairId, organizationId, affair: typeCode, subjectRef, fromOn, untilOn, asked, opinions, adopted, filing, byId } = command;
  ensureActive(command);
  ensure(fromOn <= untilOn, 'PERIOD_INVALID', 'It would end before it begins.', { fromOn, untilOn });
  ensureFiled(untilOn, filing);
  const countable = asked > 0 && opinions <= asked && adopted <= opinions;
  ensure(countable, 'OPINION_COUNT_WRONG', 'Somebody was asked; no more opinions came than were asked for, and no more were taken up than came.', {
    asked,
    opinions,
    adopted,
  });
  const about = { affairId, organizationId, typeCode, subjectRef, fromOn, untilOn, asked, opinions, adopted };
  return [{ type: 'ConsultationRecorded', data: { ...about, recordedById: byId, lateReasonRef: filing.reasonRef } }];
}

function publish(known: Affair, command: PublishAffair): readonly AffairEvent[] {
  const { affairId, organizationId, affair: typeCode, subjectRef, textRef, untilOn, noticeDays, at, byId } = command;
  const publishedOn = shanghaiDate(at);
  const same = known === null || (known.organizationId === organizationId && known.affair === typeCode);
  ensure(same, 'NOT_FOUND', 'The organization has no such matter of this type.');
  ensureActive(command);
  ensure(known === null || known.publishedUntil === null, 'STATE_NOT_ALLOWED', 'It is made known already.', { until: known?.publishedUntil ?? null });
  const earliest = addDays(publishedOn, noticeDays);
  ensure(untilOn >= earliest, 'DEADLINE_TOO_SHORT', 'It is shown for more days.', { earliest });
  return [{ type: 'AffairsPublished', data: { affairId, organizationId, typeCode, subjectRef, textRef, publishedOn, untilOn, publishedById: byId } }];
}

/** Who does not belong to the organization learns nothing of it. */
function object(affair: KnownAffair, { objectionId, personId, belongs, textRef, at }: ObjectToAffair): readonly AffairEvent[] {
  const { affairId, organizationId, publishedUntil, objections } = affair;
  const objectedOn = shanghaiDate(at);
  if (objections.has(objectionId)) return [];
  ensure(belongs && publishedUntil !== null, 'NOT_FOUND', 'There is no such matter.');
  ensure(objectedOn <= publishedUntil, 'STATE_NOT_ALLOWED', 'Its days are over.', { until: publishedUntil });
  const twice = [...objections.values()].some((objection) => objection.personId === personId);
  ensure(!twice, 'ALREADY_EXISTS', 'You have objected already.');
  return [{ type: 'AffairsObjected', data: { affairId, organizationId, objectionId, personId, textRef, objectedOn } }];
}

function answer(affair: KnownAffair, { objectionId, textRef, at, byId }: AnswerObjection): readonly AffairEvent[] {
  const { affairId, organizationId, objections } = affair;
  const objection = objections.get(objectionId);
  ensure(objection !== undefined, 'NOT_FOUND', 'There is no such objection.');
  ensure(!objection.answered, 'STATE_NOT_ALLOWED', 'It is answered already.');
  return [{ type: 'AffairsObjectionAnswered', data: { affairId, organizationId, objectionId, textRef, answeredOn: shanghaiDate(at), answeredById: byId } }];
}

const begun = ({
  affairId,
  organizationId,
  typeCode,
}: {
  readonly affairId: string;
  readonly organizationId: string;
  readonly typeCode: string;
}): KnownAffair => ({
  affairId,
  organizationId,
  affair: affairTypes.parse(typeCode),
  consultedUntil: null,
  publishedUntil: null,
  objections: new Map(),
});

function evolve(affair: Affair, { type, data }: AffairEvent): Affair {
  switch (type) {
    case 'ConsultationRecorded':
      return { ...begun(data), consultedUntil: data.untilOn };
    case 'AffairsPublished':
      return { ...(affair ?? begun(data)), publishedUntil: data.untilOn };
    case 'AffairsObjected':
      return withObjection(affair, data.objectionId, { personId: data.personId, answered: false });
    case 'AffairsObjectionAnswered':
      return withObjection(affair, data.objectionId, { personId: affair?.objections.get(data.objectionId)?.personId ?? '', answered: true });
    default:
      return assertNever(type);
  }
}

const withObjection = (affair: Affair, id: string, objection: { readonly personId: string; readonly answered: boolean }): Affair =>
  affair && { ...affair, objections: new Map(affair.objections).set(id, objection) };

/** A matter that an organization asks its members about and makes known to them (ORG-45). */
export const affairDecider: Decider<Affair, AffairCommand, AffairEvent> = {
  initial: null,
  decide(affair, command) {
    switch (command.type) {
      case 'RecordConsultation':
        return recordConsultation(affair, command);
      case 'PublishAffair':
        return publish(affair, command);
      case 'ObjectToAffair':
        return object(knownAffair(affair), command);
      case 'AnswerObjection':
        return answer(knownAffair(affair), command);
      default:
        return assertNever(command);
    }
  },
  evolve,
};
