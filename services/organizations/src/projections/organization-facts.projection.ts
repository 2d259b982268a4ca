import { charterStates, enterpriseClasses, massOrganizations, teamReviewOutcomes, type TeamReviewOutcome } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, type Change, type Recorded } from '@zhitong/eventing';
import type { Moment } from '@zhitong/platform';
import type { Attributes } from '../domain/facts/attributes.ts';
import type { FactsEvent } from '../domain/facts/facts-event.ts';

/** A word that stands from a day on, until one that begins later or is said later about that day. */
export interface Stated<Fact> {
  readonly fromOn: string;
  readonly recordedAt: string;
  readonly fact: Fact;
}
export interface SeatAttributes {
  readonly nonHukou: boolean;
  readonly collegeDiploma: boolean;
}
/** What was declared; what that asks for is reckoned by the settings of the day it is asked about. */
export interface DeclaredStaffing {
  readonly staff?: number | undefined;
  readonly inPost: number;
}
export interface OrganizationFactsRow {
  readonly organizationId: string;
  readonly attributes: readonly Stated<Attributes>[];
  readonly reviews: readonly Stated<TeamReviewOutcome>[];
  readonly staffing: readonly Stated<DeclaredStaffing>[];
  /** By post: a handful a term. */
  readonly seats: Readonly<Record<string, readonly Stated<SeatAttributes>[]>>;
  /** Of the organization's stream of facts, for If-Match: rises with every event, also those that change nothing else here. */
  readonly version: number;
}

/** Of what had begun and was on record by then, what began last; of one day the last word. */
export const standingAt = <Fact>(words: readonly Stated<Fact>[] | undefined, { asOf, knownAt }: Moment): Stated<Fact> | undefined =>
  words?.reduce<Stated<Fact> | undefined>(
    (last, word) => (word.fromOn > asOf || word.recordedAt > knownAt || (last !== undefined && last.fromOn > word.fromOn) ? last : word),
    undefined,
  );

const blank = (organizationId: string): OrganizationFactsRow => ({ organizationId, attributes: [], reviews: [], staffing: [], seats: {}, version: 0 });

const onRow = (
  { data: { organizationId }, version }: Recorded<FactsEvent>,
  change: (row: OrganizationFactsRow) => OrganizationFactsRow,
): Change<OrganizationFactsRow> => ({
  key: organizationId,
  fold: (row) => ({ ...change(row ?? blank(organizationId)), version }),
});

function attributesOf({ data }: Recorded<FactsEvent, 'OrganizationAttributesSet'>): Attributes {
  const { enterpriseClassCode, partyInCharterCode, massOrganizationCodes, charterAdoptedOn, proceduralRulesOn } = data;
  const { headDoublesAsSecretary, hasDisciplineCommittee, seatPilot, partTimePilot } = data;
  return {
    enterpriseClass: enterpriseClassCode === undefined ? undefined : enterpriseClasses.parse(enterpriseClassCode),
    partyInCharter: partyInCharterCode === undefined ? undefined : charterStates.parse(partyInCharterCode),
    massOrganizations: massOrganizationCodes.map((code) => massOrganizations.parse(code)),
    ...{ charterAdoptedOn, proceduralRulesOn, headDoublesAsSecretary, hasDisciplineCommittee, seatPilot, partTimePilot },
  };
}

/** One row per organization with all that was ever put on record about it: read by id, for a day (ORG-14, ORG-15, ORG-28, ORG-30). */
export const organizationFactList = defineProjection<OrganizationFactsRow>({
  name: 'organization-facts',
  version: 4,
  indexes: [],
  sources: [
    from<FactsEvent>(aggregates.organizations.facts)<OrganizationFactsRow>({
      OrganizationAttributesSet: (event) => {
        const said = { fromOn: event.data.effectiveOn, recordedAt: event.recordedAt, fact: attributesOf(event) };
        return onRow(event, (row) => ({ ...row, attributes: [...row.attributes, said] }));
      },
      StreetTeamReviewed: (event) => {
        const said = { fromOn: event.data.reviewedOn, recordedAt: event.recordedAt, fact: teamReviewOutcomes.parse(event.data.outcomeCode) };
        return onRow(event, (row) => ({ ...row, reviews: [...row.reviews, said] }));
      },
      StaffingDeclared: (event) => {
        const { effectiveOn, staff, inPost } = event.data;
        const said = { fromOn: effectiveOn, recordedAt: event.recordedAt, fact: { staff, inPost } };
        return onRow(event, (row) => ({ ...row, staffing: [...row.staffing, said] }));
      },
      StaffingShortfallFound: (event) => onRow(event, (row) => row),
      SeatAttributesSet: (event) => {
        const { postId, effectiveOn, nonHukou, collegeDiploma } = event.data;
        const said = { fromOn: effectiveOn, recordedAt: event.recordedAt, fact: { nonHukou, collegeDiploma } };
        return onRow(event, (row) => ({ ...row, seats: { ...row.seats, [postId]: [...(row.seats[postId] ?? []), said] } }));
      },
    }),
  ],
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
