import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffingDuty } from '@zhitong/catalogue';
import { organizationFacts } from '@zhitong/catalogue/operations/facts.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import * as staffing from '@zhitong/catalogue/operations/staffing.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import type { z } from 'zod';
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
    expect(await refusal(declare(firm, 1))).toBe('VALIDATION_FAILED');
    await declare(firm, 1, 101);
    const recorded = await town.recorded(`organizations.facts-${firm}`);
    expect(recorded.at(-1)).toMatchObject({ type: 'StaffingShortfallFound', data: { inPost: 1, needed: 2 } });
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
