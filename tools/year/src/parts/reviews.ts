import type { OrganizationKind } from '@zhitong/catalogue';
import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { checkDays } from '../calendar.ts';
import { sumsOver, type Branch, type District, type Figures, type Organization } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';
import type { Election, Term } from './elections.ts';
import type { Meeting } from './meetings.ts';
import { membersOn, type Move } from './moves.ts';

/** What stands out, by its code. */
type Ground = 'sizeBand' | 'noMembers' | 'noMeeting' | 'noRunningTerm';

/** An organization that the review lists, and what is decided about it; no day: nothing within the year. */
interface Listed {
  readonly organization: Organization;
  readonly grounds: readonly Ground[];
  readonly outcome: 'keep' | 'merge' | 'convert';
  readonly decidedOn: string | undefined;
}

export interface Review {
  readonly openedOn: string;
  readonly listed: readonly Listed[];
}

interface Past {
  readonly terms: readonly Term[];
  readonly elections: readonly Election[];
  readonly moves: readonly Move[];
  readonly meetings: readonly Meeting[];
}

/** Kinds without terms (ORG-16). */
const termless: ReadonlySet<OrganizationKind> = new Set<OrganizationKind>(['workCommittee', 'leadingGroup', 'temporaryBranch']);
/** ORG-03: full members of a branch at least, members at most, and from how many full members on there is a committee. */
const [leastFull, mostMembers, committeeFrom] = [3, 50, 7];
const mostInGeneralBranch = 100;

/** Size bands are looked at when somebody comes or goes; where that happens nobody elects, so that no branch has a committee by then. */
function isOutside({ fullIds, memberIds }: Branch, members: number): boolean {
  const full = fullIds.length + members - memberIds.length;
  return full < leastFull || full >= committeeFrom || members > mostMembers;
}

function isInTerm(organizationId: string, { terms, elections }: Past, on: string): boolean {
  const election = elections.find(({ branch, approvedOn }) => branch.organizationId === organizationId && approvedOn <= on);
  const dueOn = election?.dueOn ?? terms.find((term) => term.organizationId === organizationId)?.dueOn;
  return dueOn !== undefined && dueOn >= on;
}

/** ORG-10 of one organization, on a day in the last quarter. */
function groundsOf(organization: Organization, branches: readonly Branch[], past: Past, on: string): readonly Ground[] {
  const { organizationId, kind } = organization;
  const branch = branches.find((one) => one.organizationId === organizationId);
  const members = (one: Branch) => membersOn(one, past.moves, on);
  const below = branches.filter(({ path }) => path.includes(organizationId)).reduce((sum, one) => sum + members(one), 0);
  const year = on.slice(0, 4);
  const called = (meeting: Meeting) =>
    meeting.branch === branch && !meeting.kinds.includes('committeeMeeting') && meeting.on >= `${year}-04-01` && meeting.on <= `${year}-09-30`;
  const found: readonly (readonly [Ground, boolean])[] = [
    ['sizeBand', branch === undefined ? kind === 'generalBranch' && below > mostInGeneralBranch : isOutside(branch, members(branch))],
    ['noMembers', branch !== undefined && members(branch) === 0],
    ['noMeeting', branch !== undefined && !past.meetings.some(called)],
    ['noRunningTerm', !termless.has(kind) && !isInTerm(organizationId, past, on)],
  ];
  return found.flatMap(([ground, stands]) => (stands ? [ground] : []));
}

/** In the last quarter, when what was filed late about the two before it is on record; most of the list is decided within the year. */
export function planReview({ organizationId: districtId, organizations, branches }: District, past: Past, year: number, seed: number): Review {
  const openedOn = `${year}-11-03`;
  const listed = organizations.flatMap((organization): Listed[] => {
    const grounds = organization.organizationId === districtId ? [] : groundsOf(organization, branches, past, openedOn);
    if (grounds.length === 0) return [];
    const random = randomOf(seed, `review/${organization.organizationId}`);
    const [outcome, day] = [random.pick(['keep', 'merge', 'convert'] as const), random.between(2, 40)];
    return [{ organization, grounds, outcome, decidedOn: random.chance(8000) ? addDays(openedOn, day) : undefined }];
  });
  return { openedOn, listed };
}

const reasons = { keep: 'sound', merge: 'tooFewMembers', convert: 'tooManyMembers' } as const;
const grounds: readonly Ground[] = ['sizeBand', 'noMembers', 'noMeeting', 'noRunningTerm'];

function actsOf({ organizationId: districtId, officer }: District, { openedOn, listed }: Review, year: number): readonly Act[] {
  let reviewId = '';
  const open = async () => {
    reviewId = (await officer.command('/reviews', { organizationId: districtId, untilOn: `${year}-12-20` }, `review/${year}`)).id;
    // The list is made of what is so now: the time of the city stands still until it is.
    await officer.until<{ readonly items: readonly { readonly listed: number | null }[] }>(
      `/reviews?organizationId=${districtId}&limit=1`,
      ({ items }) => typeof items[0]?.listed === 'number',
    );
  };
  const decisions = listed.flatMap(({ organization: { organizationId }, outcome, decidedOn: on }): Act[] => {
    const decide = () =>
      officer.command(`/reviews/${reviewId}/organizations/${organizationId}/decide`, { outcome, reasonCode: reasons[outcome] }, `review/${organizationId}`);
    return on === undefined ? [] : [{ on, what: 'a listed organization is decided on', run: decide }];
  });
  return [{ on: openedOn, what: 'a structure review is opened', run: open }, ...decisions];
}

/** Figures of one listed organization up to a day: by level, ground and outcome. */
function figuresOf({ organization: { level }, grounds: stands, outcome, decidedOn }: Listed, on: string): Figures {
  const decided = Number(decidedOn !== undefined && decidedOn <= on);
  const ofGrounds = stands.flatMap((ground) => [
    [`listed/${ground}`, 1],
    [`decided/${ground}`, decided],
  ]);
  return { listed: 1, decided, [`listed/${level}`]: 1, [`decided/${level}`]: decided, [`outcome/${outcome}`]: decided, ...Object.fromEntries(ofGrounds) };
}

function checksOn({ officer: who, organizations }: District, { listed }: Review, on: string, year: number): readonly Check[] {
  // A report is of the reviews of its year.
  const asOf = on > `${year}-12-31` ? `${year}-12-31` : on;
  const sums = sumsOver(
    listed.map((one) => ({ ...one.organization, one })),
    ({ one }) => figuresOf(one, asOf),
  );
  const progress = (figures: Figures, of: string) => ({ listed: figures[`listed/${of}`] ?? 0, decided: figures[`decided/${of}`] ?? 0 });
  return organizations.map(({ organizationId }) => {
    const figures = sums.get(organizationId) ?? {};
    return {
      on,
      who,
      path: `/organizations/${organizationId}/review-report?asOf=${asOf}`,
      expected: {
        listed: figures['listed'] ?? 0,
        decided: figures['decided'] ?? 0,
        levels: ['city', 'district', 'street', 'community', 'base'].map((level) => ({ level, ...progress(figures, level) })),
        grounds: [...grounds, 'placeWithoutOrganization'].map((ground) => ({ ground, ...progress(figures, ground) })),
        outcomes: ['keep', 'merge', 'split', 'convert', 'dissolve'].map((outcome) => ({ outcome, count: figures[`outcome/${outcome}`] ?? 0 })),
      },
    };
  });
}

/** ORG-10, R-04. */
export const reviewsPart = (district: District, review: Review, year: number): Part => ({
  acts: actsOf(district, review, year),
  checks: checkDays(year).flatMap((on) => (on < review.openedOn ? [] : checksOn(district, review, on, year))),
});
