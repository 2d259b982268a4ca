import type { TeamReviewOutcome } from '@zhitong/catalogue';
import { assertNever, ensure, ensureFiled, shanghaiDate, type Decider, type Filing } from '@zhitong/kernel';
import { declareStaffing, type DeclareStaffing } from './declare-staffing.ts';
import { repeats, type About, type FactOf, type FactsEvent } from './facts-event.ts';
import { ensureApply, ensureWorking, leads, type Attributes } from './attributes.ts';

export type FactsCommand =
  | (About & { readonly type: 'SetAttributes'; readonly attributes: Attributes })
  | (About & { readonly type: 'ReviewTeam'; readonly outcome: TeamReviewOutcome; readonly reviewedOn: string; readonly filing: Filing })
  | (About & {
      readonly type: 'SetSeat';
      readonly postId: string;
      /** Whether the post is held now, and one of the seats of the committee. */
      readonly isSeat: boolean;
      readonly nonHukou: boolean;
      readonly collegeDiploma: boolean;
    })
  | DeclareStaffing;
type Command<Type extends FactsCommand['type']> = Extract<FactsCommand, { readonly type: Type }>;

/** The newest word about one organization, of each kind. */
export interface Facts {
  readonly attributes: FactOf<'OrganizationAttributesSet'> | null;
  readonly review: FactOf<'StreetTeamReviewed'> | null;
  readonly seats: ReadonlyMap<string, FactOf<'SeatAttributesSet'>>;
  readonly staffing: FactOf<'StaffingDeclared'> | null;
}

function setAttributes({ attributes: last }: Facts, { organizationId, subject, attributes, at, byId }: Command<'SetAttributes'>): readonly FactsEvent[] {
  ensureWorking(subject);
  ensureApply(attributes, subject, at);
  const { enterpriseClass, partyInCharter, massOrganizations, ...rest } = attributes;
  const said = {
    ...rest,
    enterpriseClassCode: enterpriseClass,
    partyInCharterCode: enterpriseClass === undefined ? undefined : (partyInCharter ?? 'none'),
    massOrganizationCodes: [...new Set(massOrganizations)].sort(),
  };
  if (repeats(last, said)) return [];
  return [{ type: 'OrganizationAttributesSet', data: { organizationId, effectiveOn: shanghaiDate(at), ...said, setById: byId } }];
}

/** ORG-15: outcome and date, no text. */
function reviewTeam({ review }: Facts, { organizationId, subject, outcome, reviewedOn, filing, byId }: Command<'ReviewTeam'>): readonly FactsEvent[] {
  ensure(leads(subject, 'street'), 'LEVEL_NOT_ALLOWED', 'The leading group of a street is reviewed.', { level: subject.level });
  ensureWorking(subject);
  ensureFiled(reviewedOn, filing);
  const said = { outcomeCode: outcome, reviewedOn };
  if (repeats(review, said)) return [];
  return [{ type: 'StreetTeamReviewed', data: { organizationId, ...said, reviewedById: byId, lateReasonRef: filing.reasonRef } }];
}

function setSeat({ seats }: Facts, command: Command<'SetSeat'>): readonly FactsEvent[] {
  const { organizationId, subject, postId, isSeat, nonHukou, collegeDiploma, at, byId } = command;
  ensure(leads(subject, 'community'), 'LEVEL_NOT_ALLOWED', 'Seats of community committees are described.', { level: subject.level });
  ensure(isSeat, 'NOT_FOUND', 'There is no such seat.');
  const said = { nonHukou, collegeDiploma };
  if (repeats(seats.get(postId), said)) return [];
  return [{ type: 'SeatAttributesSet', data: { organizationId, postId, effectiveOn: shanghaiDate(at), ...said, setById: byId } }];
}

/** ORG-14, ORG-15, ORG-28, ORG-30: what is on record about one organization. Nothing here blocks anything else. */
export const factsDecider: Decider<Facts, FactsCommand, FactsEvent> = {
  initial: { attributes: null, review: null, seats: new Map(), staffing: null },
  decide(facts, command) {
    switch (command.type) {
      case 'SetAttributes':
        return setAttributes(facts, command);
      case 'ReviewTeam':
        return reviewTeam(facts, command);
      case 'SetSeat':
        return setSeat(facts, command);
      case 'DeclareStaffing':
        return declareStaffing(facts.staffing, command);
      default:
        return assertNever(command);
    }
  },
  evolve(facts, { type, data }) {
    switch (type) {
      case 'OrganizationAttributesSet':
        return { ...facts, attributes: data };
      case 'StreetTeamReviewed':
        return { ...facts, review: data };
      case 'SeatAttributesSet':
        return { ...facts, seats: new Map(facts.seats).set(data.postId, data) };
      case 'StaffingDeclared':
        return { ...facts, staffing: data };
      case 'StaffingShortfallFound':
        return facts;
      default:
        return assertNever(type);
    }
  },
};
