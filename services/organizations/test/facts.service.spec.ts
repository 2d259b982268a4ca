import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as facts from '@zhitong/catalogue/operations/facts.ts';
import { fillPost, vacatePost } from '@zhitong/catalogue/operations/posts.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import type { z } from 'zod';
import { membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

let town: Town;
let began: string;
let people: readonly string[];
let firm: string;
const today = () => shanghaiDate(town.clock.now());
const as = (login: string) => town.as(login);
const [here, there] = ['community-440308001002', 'community-440308001005'];

type Asked = Omit<z.input<typeof facts.factReport.input>, 'organizationId'>;
const report = (asked: Asked = {}, caller = as('district-440308')) => town.ask(caller, facts.factReport, { organizationId: caller.organizationId, ...asked });
async function rows(asked: Omit<z.input<typeof facts.factReportRows.input>, 'organizationId'>, caller = as('district-440308')): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const more = { organizationId: caller.organizationId, limit: 3, ...asked, ...(cursor === undefined ? {} : { cursor }) };
    const page = await town.ask(caller, facts.factReportRows, more);
    found.push(...page.items.map(({ organizationId }) => organizationId));
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}
const set = (
  organizationId: string,
  attributes: Omit<z.input<typeof facts.setOrganizationAttributes.input>, 'organizationId'>,
  caller = as(here),
  options = {},
) => town.act(caller, facts.setOrganizationAttributes, { organizationId, ...attributes }, options);
const review = (caller: TestCaller, organizationId: string, reviewedOn = today()) =>
  town.act(caller, facts.reviewStreetTeam, { organizationId, outcome: 'strengthened', reviewedOn });

beforeAll(async () => {
  town = await startTown();
  began = today();
  const officers = new Set(town.personas.map(({ personId }) => personId));
  const { items } = await town.service('organizations').runtime.env.rows(membership).query({ where: [], limit: 1000 });
  people = items.filter(({ kind, personId }) => kind === 'full' && !officers.has(personId)).map(({ personId }) => personId);
  const under = { lineParentId: town.org(here), placeParentId: town.org(here) };
  const founded = { name: '二级企业党委', kind: 'committee', level: 'base', sector: 'soe', reasonCode: 'industryManaged', ...under } as const;
  firm = (await town.act(as(here), tree.proposeOrganization, founded)).id;
  await town.act(as('street-440308001'), tree.approveOrganization, { organizationId: firm });
}, 60_000);
afterAll(() => town.remove(), 20_000);

const enterprise = { enterpriseClass: 'secondLevelOrBelow' } as const;

describe('facts about organizations, on the running services', () => {
  it('ORG-14 what applies is shown and taken, the charter is counted by class, now and as of a day', async () => {
    const shown = () => town.ask(as(here), facts.organizationFacts, { organizationId: firm });
    expect(await shown()).toMatchObject({ attributes: null, applicable: expect.arrayContaining(['partyInCharter', 'proceduralRulesOn']) });
    expect(await refusal(set(firm, { hasDisciplineCommittee: true }))).toBe('ATTRIBUTE_NOT_ALLOWED');
    expect(await refusal(set(firm, enterprise, as(there)))).toBe('NOT_FOUND');
    const submit = { ...enterprise, partyInCharter: 'submitted' } as const;
    const { version: ifVersion } = await shown();
    await set(firm, { ...submit, massOrganizations: ['union'] }, as(here), { ifVersion });
    expect(await refusal(set(firm, submit, as(here), { ifVersion }))).toBe('STALE_VERSION');
    await set(town.org(here), { seatPilot: true });
    const submitted = { enterpriseClass: 'secondLevelOrBelow', enterprises: 1, submitted: 1, adopted: 0 };
    expect((await report()).charters).toContainEqual(submitted);
    town.clock.toDay(addDays(began, 1));
    await set(firm, { ...enterprise, partyInCharter: 'adopted', charterAdoptedOn: began, massOrganizations: ['union'] });
    expect(await shown()).toMatchObject({ attributes: { partyInCharter: 'adopted', charterAdoptedOn: began, massOrganizations: ['union'], fromOn: today() } });
    expect((await report()).charters).toContainEqual({ ...submitted, submitted: 0, adopted: 1 });
    expect((await report({ asOf: began })).charters).toContainEqual(submitted);
    expect(await rows({ figure: 'adopted', enterpriseClass: 'secondLevelOrBelow' })).toEqual([firm]);
    expect([await rows({ figure: 'adopted', asOf: began }), await rows({ figure: 'submitted', asOf: began })]).toEqual([[], [firm]]);
    expect([(await report()).pilots, await rows({ figure: 'pilots' })]).toEqual([1, [town.org(here)]]);
  });

  it('ORG-15 the organization above reviews a street, the street itself does not; reviewed over live streets, with their list', async () => {
    const [street, district] = [as('street-440308001'), as('district-440308')];
    const before = await report();
    expect(before.streetsReviewed).toBe(0);
    expect(await refusal(review(street, street.organizationId))).toBe('OUT_OF_SCOPE');
    expect(await refusal(review(district, town.org(here)))).toBe('LEVEL_NOT_ALLOWED');
    await review(district, street.organizationId, began);
    expect(await report({ asOf: addDays(began, -1) })).toMatchObject({ streetsReviewed: 0 });
    expect(await report({ asOf: began })).toMatchObject({ streets: before.streets, streetsReviewed: 1 });
    const recordedBefore = town.events.find(({ type }) => type === 'OrganizationAttributesSet')?.recordedAt ?? '';
    expect(await report({ asOf: began, knownAt: recordedBefore })).toMatchObject({ streetsReviewed: 0 });
    expect(await rows({ figure: 'streetsReviewed' })).toEqual([street.organizationId]);
    expect(await rows({ figure: 'streets' })).toHaveLength(before.streets);
    expect(await town.ask(district, facts.organizationFacts, { organizationId: street.organizationId })).toMatchObject({
      review: { outcome: 'strengthened', reviewedOn: began },
    });
  });

  const fill = async (login: string, personId = '') =>
    (await town.act(as(login), fillPost, { organizationId: town.org(login), personId, type: 'committeeMember', fromOn: today() })).id;
  const describeSeat = (login: string, postId: string, nonHukou: boolean) =>
    town.act(as(login), facts.setSeatAttributes, { organizationId: town.org(login), postId, nonHukou, collegeDiploma: true });
  let full: string;

  it('ORG-30 seats are counted once described; a group of four is shown nowhere and in no difference, one of five is', async () => {
    const seats: (readonly [login: string, postId: string])[] = [];
    for (const [index, personId] of people.slice(0, 12).entries()) {
      const login = index < 7 ? here : there;
      seats.push([login, await fill(login, personId)]);
    }
    for (const [index, [login, postId]] of seats.slice(0, 11).entries()) await describeSeat(login, postId, index < 4);
    expect(await report()).toMatchObject({ seats: 12, seatsDescribed: 11, nonHukou: null, collegeDiploma: null });
    const [login, last] = seats[11] ?? [there, ''];
    await describeSeat(login, last, true);
    full = today();
    expect(await report()).toMatchObject({ seats: 12, seatsDescribed: 12, nonHukou: 5, collegeDiploma: 12 });
    expect(await report({}, as(here))).toMatchObject({ seats: 7, nonHukou: null, collegeDiploma: 7 });
    expect(await report({ asOf: addDays(full, -1) })).toMatchObject({ seats: 0, nonHukou: 0 });
    expect(await town.ask(as(here), facts.organizationFacts, { organizationId: town.org(here) })).toMatchObject({ seats: 7, seatsDescribed: 7 });
    expect(await refusal(describeSeat(here, 'pst_nobody', true))).toBe('NOT_FOUND');
    town.clock.toDay(addDays(full, 1));
    await town.act(as(login), vacatePost, { organizationId: town.org(login), postId: last, vacatedOn: today(), cause: 'resigned' });
    expect(await report()).toMatchObject({ seats: 11, seatsDescribed: 11, nonHukou: null });
    expect(await report({ asOf: full })).toMatchObject({ seats: 12, nonHukou: 5 });
    expect(await refusal(describeSeat(login, last, true))).toBe('NOT_FOUND');
  });

  it('ORG-30 stats.minGroup: a day keeps the smallest group that was in force', async () => {
    await describeSeat(there, await fill(there, people[12]), true);
    expect(await report()).toMatchObject({ nonHukou: 5 });
    const effectiveOn = addDays(today(), 1);
    const city = as('city');
    await town.act(city, changeSetting, { key: 'stats.minGroup', organizationId: city.organizationId, value: '6', effectiveOn, reason: '深统〔2026〕1号' });
    town.clock.toDay(effectiveOn);
    await town.settle();
    expect(await report()).toMatchObject({ nonHukou: null });
    expect(await report({ asOf: full })).toMatchObject({ nonHukou: 5 });
  });
});
