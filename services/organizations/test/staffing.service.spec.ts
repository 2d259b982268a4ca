import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffingDuty } from '@zhitong/catalogue';
import { organizationFacts } from '@zhitong/catalogue/operations/facts.ts';
import { fillPost, vacatePost } from '@zhitong/catalogue/operations/posts.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import * as staffing from '@zhitong/catalogue/operations/staffing.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import * as workers from '@zhitong/catalogue/operations/workers.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import type { z } from 'zod';
import { membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type Town } from './calls.ts';

let town: Town;
let began: string;
const [agencies, branch, firm] = ['org_agencies', 'org_agencies.1', 'org_firm'];
const today = () => shanghaiDate(town.clock.now());
const city = () => town.as('city');
beforeAll(async () => {
  town = await startTown();
  began = today();
  const under = (lineParentId: string) => ({ level: 'base', lineParentId, placeParentId: town.org('city') }) as const;
  const organizations = [
    { ...under(town.org('city')), organizationId: agencies, name: '市直机关工委', kind: 'workCommittee', sector: 'agency' },
    { ...under(agencies), organizationId: branch, name: '市直机关第一党支部', kind: 'branch', sector: 'agency' },
    { ...under(town.org('city')), organizationId: firm, name: '市属企业党委', kind: 'committee', sector: 'soe' },
  ];
  await town.asImporter('registerOrganizations', { organizations, effectiveOn: began });
  await town.settle();
}, 60_000);
afterAll(() => town.remove(), 20_000);

const declare = (organizationId: string, inPost: number, staff?: number) =>
  town.act(city(), staffing.declareStaffing, { organizationId, inPost, ...(staff === undefined ? {} : { staff }) });
const onRecord = async (organizationId: string) => (await town.ask(city(), organizationFacts, { organizationId })).staffing;
type Asked = Omit<z.input<typeof staffing.staffingReport.input>, 'organizationId'>;
async function figures(duty: StaffingDuty, asked: Asked = {}, key = 'city') {
  const { duties } = await town.ask(city(), staffing.staffingReport, { organizationId: town.org(key), view: 'line', ...asked });
  return duties.find((row) => row.duty === duty);
}
const rows = async (figure: (typeof staffing.staffingFigures)[number], duty: StaffingDuty, asked: Asked = {}) =>
  (await town.ask(city(), staffing.staffingReportRows, { organizationId: town.org('city'), view: 'line', figure, duty, limit: 200, ...asked })).items.map(
    ({ organizationId }) => organizationId,
  );

describe('people for party work, on the running services', () => {
  it('ORG-28 R-11 a branch of the city’s agencies has one half-time cadre; who has declared nothing is short', async () => {
    expect(await onRecord(branch)).toEqual({ duty: 'halfTimeCadre', staff: null, inPost: null, least: 1, most: 1, declaredOn: null });
    const before = await figures('halfTimeCadre');
    expect(before).toMatchObject({ declared: 0, inPost: 0, least: before?.organizations, short: before?.organizations });
    await declare(branch, 1);
    expect(await figures('halfTimeCadre')).toEqual({ ...before, declared: 1, inPost: 1, short: (before?.short ?? 0) - 1 });
    expect([await rows('declared', 'halfTimeCadre'), await rows('short', 'halfTimeCadre')]).toEqual([[branch], expect.not.arrayContaining([branch])]);
    expect(await rows('organizations', 'halfTimeCadre')).toHaveLength(before?.organizations ?? -1);
    expect(await figures('halfTimeCadre', { asOf: addDays(began, -1) })).toMatchObject({ declared: 0 });
  });

  it('ORG-28 R-11 an enterprise has a share of its staff: 101 ask for two to three, declared over needed', async () => {
    expect(await onRecord(firm)).toMatchObject({ duty: 'fullTimeWorkers', least: null });
    expect(await refusal(declare(firm, 1))).toBe('STAFF_NOT_ASKED');
    await declare(firm, 1, 101);
    const recorded = await town.recorded(`organizations.facts-${firm}`);
    expect(recorded.at(-1)).toMatchObject({ type: 'StaffingShortfallFound', data: { inPost: 1, needed: 2 } });
    expect(await town.ask(city(), organizationFacts, { organizationId: firm })).toMatchObject({ version: recorded.length });
    expect(await figures('fullTimeWorkers')).toMatchObject({ declared: 1, short: 1, inPost: 1, least: 2, most: 3 });
    town.clock.toDay(addDays(began, 1));
    await declare(firm, 2, 100);
    expect(await figures('fullTimeWorkers')).toMatchObject({ declared: 1, short: 0, inPost: 2, least: 1, most: 2 });
    expect(await figures('fullTimeWorkers', { asOf: began })).toMatchObject({ short: 1, inPost: 1, least: 2, most: 3 });
    expect([await rows('short', 'fullTimeWorkers', { asOf: began }), await rows('short', 'fullTimeWorkers')]).toEqual([[firm], []]);
  });

  it('ORG-28 R-11 a street has a deputy for party building, a community is not asked; the districts add up to the city', async () => {
    expect(await refusal(declare(town.org('community-440308001002'), 1))).toBe('ATTRIBUTE_NOT_ALLOWED');
    expect(
      await refusal(town.act(town.as('community-440308001002'), staffing.declareStaffing, { organizationId: town.org('street-440308001'), inPost: 1 })),
    ).toBe('NOT_FOUND');
    await declare(town.org('street-440308001'), 1);
    const place = { view: 'place' } as const;
    const all = await figures('partyBuildingDeputy', place);
    expect(all).toMatchObject({ declared: 1, inPost: 1, least: all?.organizations });
    const { items } = await town.ask(city(), tree.listChildren, { organizationId: town.org('city'), view: 'place', limit: 100 });
    const parts = await Promise.all(items.map(({ organizationId }) => town.ask(city(), staffing.staffingReport, { organizationId, ...place })));
    const sum = parts.flatMap(({ duties }) => duties.filter(({ duty }) => duty === 'partyBuildingDeputy')).reduce((total, { least }) => total + least, 0);
    expect(sum).toBe(all?.least);
  });

  it('ORG-28 staffing.minPct and staffing.maxPct: a day keeps the share that was in force', async () => {
    const effectiveOn = addDays(today(), 1);
    const { organizationId } = city();
    for (const [key, value] of [
      ['staffing.minPct', '3'],
      ['staffing.maxPct', '4'],
    ] as const)
      await town.act(city(), changeSetting, { key, organizationId, value, effectiveOn, reason: '深组通〔2026〕3号' });
    town.clock.toDay(effectiveOn);
    await town.settle();
    expect(await figures('fullTimeWorkers')).toMatchObject({ short: 1, inPost: 2, least: 3, most: 4 });
    expect(await figures('fullTimeWorkers', { asOf: addDays(effectiveOn, -1) })).toMatchObject({ short: 0, least: 1, most: 2 });
    expect(
      await refusal(
        town.act(city(), changeSetting, {
          key: 'staffing.bigCommittee',
          organizationId,
          value: '49',
          effectiveOn: addDays(effectiveOn, 1),
          reason: '深组通〔2026〕3号',
        }),
      ),
    ).toBe('SETTING_OUT_OF_RANGE');
  });
});

describe('workers of communities and organizers, on the running services', () => {
  const district = () => town.as('district-440308');
  const community = () => town.org('community-440308001002');
  const street = () => town.org('street-440308001');
  const post = async (organizationId: string, type: 'fullTimeWorker' | 'organizer', personId: string) =>
    (await town.act(district(), fillPost, { organizationId, type, personId, fromOn: today() })).id;
  const asked = () => ({ organizationId: district().organizationId });
  let people: readonly string[];
  beforeAll(async () => {
    const officers = new Set(town.personas.map(({ personId }) => personId));
    const { items } = await town.service('organizations').runtime.env.rows(membership).query({ where: [], limit: 1000 });
    people = items.filter(({ kind, personId }) => kind === 'full' && !officers.has(personId)).map(({ personId }) => personId);
  });

  it('ORG-29 a worker has a grade by the rule of its day, figures open their lists, and the post ends it', async () => {
    const [one = '', two = ''] = people;
    const [postId, other] = [await post(community(), 'fullTimeWorker', one), await post(community(), 'fullTimeWorker', two)];
    const about = { postId, organizationId: community() };
    const first = { ...about, reviewPassed: true, reviewedOn: addDays(today(), -9), grade: 11, fromOn: today() };
    expect(await town.ask(district(), workers.workerReport, asked())).toMatchObject({ workers: 2, ungraded: 2, principal: 0 });
    expect(await refusal(town.act(district(), workers.placeWorker, { ...first, grade: 36 }))).toBe('GRADE_OUT_OF_RANGE');
    expect(await refusal(town.act(town.as('branch-440308001002'), workers.placeWorker, first))).toBe('NOT_FOUND');
    await town.act(district(), workers.placeWorker, first);
    const { organizationId } = city();
    const classes = [
      { class: 'lead', from: 1, to: 11 },
      { class: 'assistant', from: 12, to: 35 },
    ];
    const tomorrow = addDays(today(), 1);
    const rule = { key: 'worker.gradeClasses', organizationId, value: JSON.stringify(classes), effectiveOn: tomorrow, reason: '深组通〔2026〕9号' };
    await town.act(city(), changeSetting, rule);
    town.clock.toDay(tomorrow);
    await town.settle();
    expect(await town.ask(district(), workers.workerReport, asked())).toMatchObject({ workers: 2, principal: 1, lead: 0 });
    await town.act(district(), workers.gradeWorker, { ...about, grade: 10, fromOn: tomorrow });
    expect(await town.ask(district(), workers.workerReport, asked())).toMatchObject({ principal: 0, lead: 1, ungraded: 1 });
    expect(await town.ask(district(), workers.workerReport, { ...asked(), asOf: addDays(tomorrow, -1) })).toMatchObject({ principal: 1, lead: 0 });
    const list = (figure: (typeof workers.workerFigures)[number]) => town.ask(district(), workers.workerReportRows, { ...asked(), figure });
    expect((await list('lead')).items).toMatchObject([{ personId: one, grade: 10, gradedOn: tomorrow, reviewedOn: first.reviewedOn }]);
    expect((await list('ungraded')).items).toMatchObject([{ postId: other, grade: null }]);
    await town.act(district(), vacatePost, { ...about, vacatedOn: tomorrow, cause: 'reassigned' });
    expect(await town.ask(district(), workers.workerReport, asked())).toMatchObject({ workers: 1, lead: 0 });
    expect(await refusal(town.act(district(), workers.gradeWorker, { ...about, grade: 9, fromOn: tomorrow }))).toBe('NOT_FOUND');
  });

  it('ORG-29 an organizer is sent, trained and reviewed; who lacks one of them is listed', async () => {
    const postId = await post(street(), 'organizer', people[2] ?? '');
    const about = { postId, organizationId: street() };
    const report = () => town.ask(district(), workers.organizerReport, asked());
    const before = await report();
    await town.act(district(), workers.sendOrganizer, { ...about, sentToId: community(), grade: 'sectionHead', sentOn: today() });
    await town.act(district(), workers.trainOrganizer, { ...about, trainedOn: today() });
    expect(await report()).toMatchObject({ organizers: before.organizers, unsent: before.unsent - 1, untrained: before.untrained - 1 });
    town.clock.toDay(`${Number(today().slice(0, 4)) + 1}-01-02`);
    const { untrained, unreviewed } = await report();
    expect(untrained).toBe(before.untrained);
    await town.act(district(), workers.reviewOrganizer, { ...about, year: String(Number(today().slice(0, 4)) - 1), result: 'competent' });
    expect((await report()).unreviewed).toBe(unreviewed - 1);
    const { items } = await town.ask(district(), workers.organizerReportRows, { ...asked(), figure: 'untrained' });
    expect(items).toHaveLength(untrained);
    expect(items.find((row) => row.postId === postId)).toMatchObject({ sentToId: community(), grade: 'sectionHead', result: 'competent' });
  });
});
