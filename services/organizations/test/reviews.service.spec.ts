import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewOutcomes } from '@zhitong/catalogue';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import * as reviews from '@zhitong/catalogue/operations/reviews.ts';
import * as terms from '@zhitong/catalogue/operations/terms.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

const placeId = 'org_leftPlace';
const emptyId = 'org_empty.branch';
const youngId = 'org_young.branch';

let town: Town;
let city: TestCaller;
let district: TestCaller;
let street: TestCaller;
let community: TestCaller;
let secretary: TestCaller;
let reviewId: string;

const about = z.looseObject({ organizationId: z.string().default(''), personId: z.string().default(''), heldOn: z.string().default('') });
const news = (type: string) => town.events.filter((event) => event.type === type).map(({ data }) => about.parse(data));

/** What stands out below an organization, from the log alone: everybody was there since March, but who came in June, and nobody's term but one is entered. */
function reckoned(top: string): ReadonlyMap<string, readonly string[]> {
  const node = z.looseObject({ organizationId: z.string(), kind: z.string(), lineParentId: z.string().optional(), placeCode: z.string().optional() });
  const nodes = new Map(news('OrganizationRegistered').map((data) => [data.organizationId, node.parse(data)]));
  const gone = new Set(news('OrganizationDissolved').map((data) => data.organizationId));
  const inTerm = new Set(news('TermStarted').map((data) => data.organizationId));
  const homes = new Map(
    town.events
      .filter(({ type }) => type === 'BranchAssigned')
      .map(({ data }) => {
        const { personId, branchId } = z.looseObject({ personId: z.string(), branchId: z.string() }).parse(data);
        return [personId, branchId] as const;
      }),
  );
  const bands = new Map(
    town.events
      .filter(({ type }) => type === 'SizeBandCrossed')
      .map(({ data }) => {
        const { organizationId, warnings } = z.looseObject({ organizationId: z.string(), warnings: z.array(z.string()) }).parse(data);
        return [organizationId, warnings.length] as const;
      }),
  );
  const met = new Set(
    news('MeetingHeld')
      .filter(({ heldOn }) => heldOn >= '2026-04-01' && heldOn <= '2026-09-30')
      .map(({ organizationId }) => organizationId),
  );
  const under = (id: string | undefined): boolean => id !== undefined && (id === top || under(nodes.get(id)?.lineParentId));
  const grounds = ({ organizationId: id, kind }: z.output<typeof node>): readonly string[] => {
    if (gone.has(id)) return ['placeWithoutOrganization'];
    const branch = kind === 'branch';
    return [
      ...((bands.get(id) ?? 0) > 0 ? ['sizeBand'] : []),
      ...(branch && ![...homes.values()].includes(id) ? ['noMembers'] : []),
      ...(branch && id !== youngId && !met.has(id) ? ['noMeeting'] : []),
      ...(kind === 'workCommittee' || kind === 'leadingGroup' || inTerm.has(id) ? [] : ['noRunningTerm']),
    ];
  };
  const all = [...nodes.values()].filter(({ organizationId: id }) => id !== top && under(id)).map((one) => [one.organizationId, grounds(one)] as const);
  return new Map(all.filter(([, found]) => found.length > 0));
}

beforeAll(async () => {
  town = await startTown('2026-03-02T01:00:00.000Z');
  [city, district, street] = [town.as('city'), town.as('district-440308'), town.as('street-440308001')];
  [community, secretary] = [town.as('community-440308001002'), town.as('branch-440308001002')];
  const under = (parent: TestCaller) => ({ lineParentId: parent.organizationId, placeParentId: parent.organizationId });
  const left = { organizationId: placeId, name: '旧社区党委', kind: 'committee', level: 'community', sector: 'community', placeCode: '440308001999' } as const;
  const branch = { kind: 'branch', level: 'base', sector: 'community', ...under(community) } as const;
  const organizations = [
    { ...left, ...under(street) },
    { organizationId: emptyId, name: '空支部', ...branch },
  ];
  await town.asImporter('registerOrganizations', { organizations, effectiveOn: '2026-03-02' });
  await town.asImporter('registerOrganizations', { organizations: [{ organizationId: youngId, name: '新支部', ...branch }], effectiveOn: '2026-06-01' });
  await town.settle();
  town.clock.to('2026-07-01T01:00:00.000Z');
  const plan = { organizationId: secretary.organizationId, kinds: ['themeDay' as const], startsAt: '2026-07-01T00:30:00.000Z', title: '主题党日' };
  const { id: meetingId } = await town.act(secretary, meetings.planMeeting, plan);
  await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-07-01' });
  await town.act(community, terms.enterTerm, { organizationId: secretary.organizationId, startsOn: '2025-03-01', reason: '中组发〔2018〕1号' });
  await town.act(street, tree.dissolveOrganization, { organizationId: placeId, reasonCode: 'reorganized', effectiveOn: '2026-07-01' });
  town.clock.to('2026-10-08T01:00:00.000Z');
  await town.settle();
}, 90_000);
afterAll(() => town.remove(), 20_000);

const report = (who: TestCaller, asked: object = {}) => town.ask(who, reviews.reviewReport, { organizationId: who.organizationId, ...asked });
async function rows(who: TestCaller, asked: object = {}) {
  const { items, total } = await town.ask(who, reviews.reviewReportRows, { organizationId: who.organizationId, limit: 100, ...asked });
  expect(total).toBe(items.length);
  return items;
}
const decide = (who: TestCaller, organizationId: string, outcome: (typeof reviewOutcomes.values)[number] = 'keep') =>
  town.act(who, reviews.decideReview, { reviewId, organizationId, outcome, reasonCode: 'inactive' });
const owed = async (who: TestCaller) =>
  (await town.ask(who, inbox.todo, { organizationId: who.organizationId, limit: 100 })).entries.filter(({ subject }) => subject === 'review');

describe('ORG-10 a structure review, on the running services', () => {
  it('ORG-10 is opened by a committee for what is below it, and by nobody else', async () => {
    const open = (who: TestCaller, fields: object = {}) =>
      town.act(who, reviews.openReview, { organizationId: who.organizationId, untilOn: '2026-10-31', ...fields });
    expect(await refusal(open(secretary))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(open(community, { organizationId: secretary.organizationId }))).toBe('REVIEW_BY_COMMITTEE');
    expect(await refusal(open(town.as('district-440303'), { organizationId: district.organizationId }))).toBe('NOT_FOUND');
    expect(await refusal(open(district, { untilOn: '2026-10-07' }))).toBe('DATE_PASSED');
    reviewId = (await open(district)).id;
    const [review] = (await town.ask(community, reviews.listReviews, { organizationId: community.organizationId })).items;
    expect(review).toMatchObject({ reviewId, organizationId: district.organizationId, view: 'line', openedOn: '2026-10-08', decided: 0 });
  });

  it('ORG-10 lists what the log says stands out, each once with its grounds, complete, and for whoever reads at every level', async () => {
    const all = reckoned(district.organizationId);
    await eventually(async () =>
      expect((await town.ask(district, reviews.listReviews, { organizationId: district.organizationId })).items[0]?.listed).toBe(all.size),
    );
    const found = await rows(district);
    expect(new Map(found.map(({ organizationId, grounds }) => [organizationId, grounds]))).toEqual(all);
    expect(all.get(emptyId)).toEqual(expect.arrayContaining(['noMembers', 'noMeeting', 'noRunningTerm']));
    expect([all.get(youngId)?.includes('noMeeting'), all.get(placeId)]).toEqual([false, ['placeWithoutOrganization']]);
    expect(all.has(secretary.organizationId)).toBe((all.get(secretary.organizationId) ?? []).includes('sizeBand'));
    const own = [...reckoned(community.organizationId).keys()].sort();
    expect(own.length).toBeGreaterThan(1);
    expect((await rows(community)).map(({ organizationId }) => organizationId).sort()).toEqual([community.organizationId, ...own].sort());
    expect(await rows(town.as('district-440303'))).toEqual([]);
  });

  it('ORG-10 what is listed stays so, whatever becomes of it afterwards', async () => {
    const before = await rows(district);
    await town.act(community, terms.enterTerm, { organizationId: emptyId, startsOn: '2026-10-01' });
    await town.settle();
    expect(await rows(district)).toEqual(before);
  });

  it('ORG-10 each is decided once by who stands above it; a decision that asks for an act says when that has happened', async () => {
    expect(await refusal(decide(community, community.organizationId))).toBe('OUT_OF_SCOPE');
    expect(await refusal(decide(community, secretary.organizationId.replace('org_', 'org_x')))).toBe('NOT_FOUND');
    expect(await refusal(decide(district, placeId, 'dissolve'))).toBe('STATE_NOT_ALLOWED');
    await decide(community, emptyId, 'dissolve');
    expect(await refusal(decide(district, emptyId, 'keep'))).toBe('STATE_NOT_ALLOWED');
    await decide(district, emptyId, 'dissolve');
    await decide(street, community.organizationId);
    expect(await rows(community, { state: 'decided' })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ organizationId: emptyId, outcome: 'dissolve', reasonCode: 'inactive', decidedOn: '2026-10-08', followedOn: null }),
        expect.objectContaining({ organizationId: community.organizationId, outcome: 'keep', followedOn: null }),
      ]),
    );
    town.clock.to('2026-10-12T01:00:00.000Z');
    await town.act(street, tree.dissolveOrganization, { organizationId: emptyId, reasonCode: 'membersMoved', effectiveOn: '2026-10-12' });
    await eventually(async () => expect(await rows(community, { outcome: 'dissolve' })).toMatchObject([{ organizationId: emptyId, followedOn: '2026-10-12' }]));
    expect(await rows(community, { outcome: 'dissolve', asOf: '2026-10-11' })).toMatchObject([{ organizationId: emptyId, followedOn: null }]);
    await decide(district, youngId, 'merge');
  });

  it('R-04 reviews decided of those listed, now and on any day: each figure has its list, and the parts of the tree add up', async () => {
    const decisions = town.events.filter(({ type }) => type === 'ReviewDecided').map(({ recordedAt }) => recordedAt);
    const listed = reckoned(district.organizationId).size;
    const figures = async (asked: object) => {
      const { listed: of, decided } = await report(district, asked);
      return [of, decided];
    };
    expect(await figures({ asOf: '2026-10-07' })).toEqual([0, 0]);
    expect(await figures({ asOf: '2026-10-08' })).toEqual([listed, 2]);
    expect(await figures({})).toEqual([listed, decisions.length]);
    expect(await figures({ knownAt: decisions.sort()[0] })).toEqual([listed, 1]);
    expect(await figures({ reviewId: 'rev_nobody' })).toEqual([0, 0]);
    for (const asked of [{ asOf: '2026-10-08' }, {}, { view: 'place' }] as const) {
      const all = await report(city, asked);
      expect(all.levels.reduce((sum, level) => sum + level.listed, 0)).toBe(all.listed);
      expect(all.levels.reduce((sum, level) => sum + level.decided, 0)).toBe(all.decided);
      expect(all.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(all.decided);
      for (const { level, listed: of, decided } of all.levels) {
        expect(await rows(city, { ...asked, level })).toHaveLength(of);
        expect(await rows(city, { ...asked, level, state: 'decided' })).toHaveLength(decided);
      }
      for (const { ground, listed: of, decided } of all.grounds) {
        expect(await rows(city, { ...asked, ground })).toHaveLength(of);
        expect(await rows(city, { ...asked, ground, state: 'decided' })).toHaveLength(decided);
      }
      for (const { outcome, count } of all.outcomes) expect(await rows(city, { ...asked, outcome })).toHaveLength(count);
      const children = (await town.ask(city, tree.listChildren, { organizationId: city.organizationId, limit: 100 })).items;
      const parts = await Promise.all(children.map(({ organizationId }) => town.ask(city, reviews.reviewReport, { organizationId, ...asked })));
      expect([parts.reduce((sum, part) => sum + part.listed, 0), parts.reduce((sum, part) => sum + part.decided, 0)]).toEqual([all.listed, all.decided]);
    }
  });

  it('ORG-10 what is not decided waits in the to-do of the reviewing organization, overdue from the day after the last one', async () => {
    const open = await rows(district, { state: 'open' });
    expect((await owed(district)).map(({ otherOrganizationId }) => otherOrganizationId).sort()).toEqual(
      open.map(({ organizationId }) => organizationId).sort(),
    );
    expect(await owed(street)).toEqual([]);
    town.clock.to('2026-10-31T15:59:59.999Z');
    expect(await owed(district)).toMatchObject([{ action: 'decideReview', id: reviewId, overdue: false }, ...open.slice(1).map(() => ({ overdue: false }))]);
    town.clock.to('2026-10-31T16:00:00.000Z');
    expect((await owed(district)).every(({ overdue }) => overdue)).toBe(true);
    await decide(district, placeId);
    await eventually(async () => expect((await owed(district)).length).toBe(open.length - 1));
  });
});
