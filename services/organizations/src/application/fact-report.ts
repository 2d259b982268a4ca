import * as operations from '@zhitong/catalogue/operations/facts.ts';
import { enterpriseClasses, type TeamReviewOutcome, type View } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { leads, type Attributes } from '../domain/facts/attributes.ts';
import { shown, type Group } from '../domain/facts/small-groups.ts';
import { organizationFactList, standingAt, type SeatAttributes, type Stated } from '../projections/organization-facts.projection.ts';
import type { OrganizationValidityRow } from '../projections/organization-validity.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { subjectOf } from './fact-subject.ts';
import { seatsAt } from './facts.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

type Asked = Pick<z.output<typeof operations.factReport.input>, 'organizationId' | 'view'>;
type Figure = z.output<typeof operations.factReportRows.input>['figure'];

/** An organization as it was then, and what was on record about it. */
interface Known extends OrganizationValidityRow {
  readonly isStreet: boolean;
  readonly isCommunity: boolean;
  readonly attributes: Attributes | undefined;
  readonly review: Stated<TeamReviewOutcome> | undefined;
  /** One for each seat that was held; undefined where nobody has described it. */
  readonly seats: readonly (SeatAttributes | undefined)[];
}

async function knownOnes(kit: Kit, rows: readonly OrganizationValidityRow[], moment: Moment): Promise<readonly Known[]> {
  const standing = rows.map((row) => ({ row, subject: { ...subjectOf(kit, row.organizationId), level: row.level } }));
  const communities = standing.filter(({ subject }) => leads(subject, 'community')).map(({ row }) => row.organizationId);
  const ids = rows.map(idOf);
  const [facts, held] = await Promise.all([kit.rows(organizationFactList).getMany(ids), seatsAt(kit, communities, moment)]);
  const seats = Map.groupBy(held, idOf);
  return standing.map(({ row, subject }) => {
    const said = facts.get(row.organizationId);
    const own = seats.get(row.organizationId) ?? [];
    return {
      ...row,
      isStreet: leads(subject, 'street'),
      isCommunity: leads(subject, 'community'),
      attributes: standingAt(said?.attributes, moment)?.fact,
      review: standingAt(said?.reviews, moment),
      seats: own.map(({ postId }) => standingAt(said?.seats[postId], moment)?.fact),
    };
  });
}

async function subtreeKnown(kit: Kit, { organizationId, view }: Asked, moment: Moment): Promise<readonly Known[]> {
  const found: Known[] = [];
  for (const rows of portions(await subtreeAsOf(kit, organizationId, view, moment), chunk)) found.push(...(await knownOnes(kit, rows, moment)));
  return found;
}

const counts: Readonly<Record<Figure, (one: Known) => boolean>> = {
  streets: ({ isStreet }) => isStreet,
  streetsReviewed: ({ isStreet, review }) => isStreet && review !== undefined,
  enterprises: ({ attributes }) => attributes?.enterpriseClass !== undefined,
  submitted: ({ attributes }) => attributes?.partyInCharter === 'submitted',
  adopted: ({ attributes }) => attributes?.partyInCharter === 'adopted',
  pilots: ({ isCommunity, attributes }) => isCommunity && attributes?.seatPilot === true,
};

const parentOf = { line: 'lineParentId', place: 'placeParentId' } as const satisfies Readonly<Record<View, keyof Known>>;

/** Seats of one kind among those described, as they lie in the tree; null when a group is too small to be shown. */
function seatsOf(all: readonly Known[], { organizationId, view }: Asked, least: number, kind: keyof SeatAttributes): number | null {
  const children = Map.groupBy(all, (one) => one[parentOf[view]]);
  const byId = new Map(all.map((one) => [one.organizationId, one]));
  const group = (id: string): Group => {
    const described = (byId.get(id)?.seats ?? []).filter((seat) => seat !== undefined);
    const yes = described.filter((seat) => seat[kind]).length;
    return {
      yes,
      no: described.length - yes,
      parts: (children.get(id) ?? []).filter((one) => one.organizationId !== organizationId).map((one) => group(idOf(one))),
    };
  };
  return shown(group(organizationId), least);
}

const lag = (kit: Kit): number => Math.max(kit.rows(organizationFactList).lagSeconds(), kit.rows(postList).lagSeconds());

const factReport = answer(operations.factReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const all = await subtreeKnown(kit, asked, moment);
  const count = (figure: Figure, of: readonly Known[] = all) => of.filter(counts[figure]).length;
  const least = kit.settings.number('stats.minGroup', moment.asOf, asked.organizationId);
  const seats = all.flatMap((one) => one.seats);
  return {
    asOf: moment.asOf,
    streets: count('streets'),
    streetsReviewed: count('streetsReviewed'),
    charters: enterpriseClasses.values.map((enterpriseClass) => {
      const own = all.filter(({ attributes }) => attributes?.enterpriseClass === enterpriseClass);
      return { enterpriseClass, enterprises: own.length, submitted: count('submitted', own), adopted: count('adopted', own) };
    }),
    pilots: count('pilots'),
    seats: seats.length,
    seatsDescribed: seats.filter((seat) => seat !== undefined).length,
    nonHukou: seatsOf(all, asked, least, 'nonHukou'),
    collegeDiploma: seatsOf(all, asked, least, 'collegeDiploma'),
    lagSeconds: lag(kit),
  };
});

const factReportRows = answer(operations.factReportRows, async ({ limit, cursor, figure, enterpriseClass, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const all = await subtreeKnown(kit, asked, momentOf(kit, asked));
  const chosen = all.filter((one) => counts[figure](one) && (enterpriseClass ?? one.attributes?.enterpriseClass) === one.attributes?.enterpriseClass);
  const { page, ...rest } = pageInMemory(chosen, idOf, limit, cursor);
  const items = page.map(({ organizationId, name, kind, level, attributes, review }) => ({
    ...{ organizationId, name, kind, level },
    sector: subjectOf(kit, organizationId).sector,
    enterpriseClass: attributes?.enterpriseClass ?? null,
    partyInCharter: attributes?.partyInCharter ?? null,
    charterAdoptedOn: attributes?.charterAdoptedOn ?? null,
    outcome: review?.fact ?? null,
    reviewedOn: review?.fromOn ?? null,
  }));
  return { items, ...rest, lagSeconds: lag(kit) };
});

export const factReports = [factReport, factReportRows];
