import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as access from '@zhitong/catalogue/operations/access.ts';
import * as structure from '@zhitong/catalogue/operations/structure.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import { z } from 'zod';
import { refusal, startTown, type Town } from './calls.ts';

let town: Town;
let began: string;
let known: string;
let founded: string;
const today = () => shanghaiDate(town.clock.now());
const forever = '9999-12-31T00:00:00.000Z';
const newest = () =>
  town.events
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1) ?? '';
const found = async (name: string, parent: string, extra: object = {}) => {
  const under = { lineParentId: parent, placeParentId: parent };
  const body = { name, kind: 'committee', level: 'base', sector: 'community', ...under, ...extra } as const;
  const { id } = await town.act(town.as('community-440308001002'), tree.proposeOrganization, body);
  await town.act(town.as('street-440308001'), tree.approveOrganization, { organizationId: id });
  return id;
};

beforeAll(async () => {
  town = await startTown();
  began = today();
  const [street, community] = [town.as('street-440308001'), town.org('community-440308001002')];
  founded = await found('企业党委', community, { sector: 'park', reasonCode: 'industryManaged' });
  const other = await found('园区党委', community);
  town.clock.toDay(addDays(began, 4));
  await town.act(street, tree.relocateOrganization, { organizationId: founded, toPlaceId: town.org('community-440308001005'), effectiveOn: addDays(began, 3) });
  town.clock.toDay(addDays(began, 6));
  await town.act(street, tree.convertOrganization, { organizationId: founded, kind: 'workCommittee', effectiveOn: today() });
  const { personId } = town.as('branch-440308001002');
  const grants = await town.ask(town.as('security'), access.listGrants, { personId });
  const held = grants.items.find(({ organizationId }) => organizationId === town.org('branch-440308001002'));
  await town.act(town.as('security'), access.revokeGrant, { grantId: held?.grantId ?? '', personId, reasonCode: 'postEnded' });
  await town.settle();
  known = newest();
  town.clock.toDay(addDays(began, 10));
  await town.act(street, tree.dissolveOrganization, { organizationId: other, reasonCode: 'reorganized', effectiveOn: addDays(began, 8) });
  await town.settle();
}, 90_000);
afterAll(() => town.remove(), 20_000);

const facts = z.looseObject({
  organizationId: z.string().optional(),
  kind: z.string().optional(),
  toKind: z.string().optional(),
  level: z.string().optional(),
  sector: z.string().optional(),
  lineParentId: z.string().optional(),
  placeParentId: z.string().optional(),
  toParentId: z.string().optional(),
  effectiveOn: z.string().optional(),
});
interface Reckoned {
  readonly kind: string;
  readonly level: string;
  readonly sector: string;
  readonly line: string | null;
  readonly place: string | null;
  readonly live: boolean;
}

/** The organizations of a day, from the log alone. */
function reckoned(asOf: string, knownAt: string): ReadonlyMap<string, Reckoned> {
  const all = new Map<string, Reckoned>();
  for (const { stream, type, data, occurredAt, recordedAt } of town.events) {
    if (stream !== 'organizations.tree-city' || recordedAt > knownAt) continue;
    const { organizationId = '', kind = '', toKind, level = '', sector = '', lineParentId = null, placeParentId = null, ...on } = facts.parse(data);
    if ((on.effectiveOn ?? shanghaiDate(occurredAt)) > asOf) continue;
    const before = all.get(organizationId);
    if (before === undefined) all.set(organizationId, { kind, level, sector, line: lineParentId, place: placeParentId, live: true });
    else if (type === 'OrganizationKindChanged') all.set(organizationId, { ...before, kind: toKind ?? '' });
    else if (type === 'PlaceChanged') all.set(organizationId, { ...before, place: on.toParentId ?? null });
    else if (type === 'OrganizationDissolved') all.set(organizationId, { ...before, live: false });
  }
  return all;
}

function below(all: ReadonlyMap<string, Reckoned>, top: string, view: 'line' | 'place'): readonly string[] {
  const under = (id: string | null): boolean => id !== null && (id === top || under(all.get(id)?.[view] ?? null));
  return [...all].filter(([id, { live }]) => live && under(id)).map(([id]) => id);
}

/** Organizations somebody could act for, from the log alone. */
function officed(asOf: string, knownAt: string): ReadonlySet<string> {
  const grant = z.looseObject({ grantId: z.string(), role: z.string().optional(), organizationId: z.string().optional(), fromDate: z.string().optional() });
  const live = new Map<string, string>();
  for (const { type, data, occurredAt, recordedAt } of town.events) {
    if (recordedAt > knownAt || !['GrantGiven', 'GrantRevoked'].includes(type)) continue;
    const { grantId, role = '', organizationId = '', fromDate = '' } = grant.parse(data);
    if (type === 'GrantRevoked' && shanghaiDate(occurredAt) <= asOf) live.delete(grantId);
    if (type === 'GrantGiven' && ['secretary', 'deputySecretary', 'organizationOfficer'].includes(role) && fromDate <= asOf) live.set(grantId, organizationId);
  }
  return new Set(live.values());
}

type Asked = Omit<z.input<typeof structure.structureReport.input>, 'organizationId'>;
const ask = (login: string, asked: Asked = {}) => town.ask(town.as('city'), structure.structureReport, { organizationId: town.org(login), ...asked });
async function listed(login: string, asked: Omit<z.input<typeof structure.structureReportRows.input>, 'organizationId'>): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const more = { organizationId: town.org(login), limit: 7, ...asked, ...(cursor === undefined ? {} : { cursor }) };
    const page = await town.ask(town.as('city'), structure.structureReportRows, more);
    ids.push(...page.items.map(({ organizationId }) => organizationId));
    cursor = page.next;
  } while (cursor !== undefined);
  return ids.sort();
}

const tallied = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
const places = ['city', 'district-440308', 'street-440308001', 'community-440308001002', 'community-440308001005'];
const moments = () => [
  ...[-1, 0, 2, 3, 5, 6, 7, 8, 9, 10].map((day) => ({ asOf: addDays(began, day), knownAt: forever })),
  { asOf: addDays(began, 9), knownAt: known },
];

describe('R-04 R-03 the structure of the city on a day', () => {
  it('R-04 organizations per kind, level and sector are those of the log, by line and by place, now and on any day', async () => {
    for (const { asOf, knownAt } of moments()) {
      const all = reckoned(asOf, knownAt);
      for (const key of places)
        for (const view of ['line', 'place'] as const) {
          const rows = below(all, town.org(key), view).map((id) => all.get(id));
          const report = await ask(key, { view, asOf, knownAt });
          expect({ asOf, key, view, live: report.live }).toEqual({ asOf, key, view, live: rows.length });
          for (const { kind, count } of report.kinds) expect([kind, count]).toEqual([kind, rows.filter((row) => row?.kind === kind).length]);
          for (const { level, count } of report.levels) expect([level, count]).toEqual([level, rows.filter((row) => row?.level === level).length]);
          for (const { sector, count } of report.sectors) expect([sector, count]).toEqual([sector, rows.filter((row) => row?.sector === sector).length]);
        }
    }
    expect((await ask('city')).live).toBe(below(reckoned(today(), forever), town.org('city'), 'line').length);
  });

  it('R-03 live organizations with an acting officer are those of the log, now and on any day', async () => {
    for (const { asOf, knownAt } of moments()) {
      const acting = officed(asOf, knownAt);
      for (const key of places) {
        const rows = below(reckoned(asOf, knownAt), town.org(key), 'line').filter((id) => acting.has(id));
        expect({ asOf, key, withOfficer: (await ask(key, { asOf, knownAt })).withOfficer }).toEqual({ asOf, key, withOfficer: rows.length });
        expect(await listed(key, { asOf, knownAt, withOfficer: 'true' })).toEqual([...rows].sort());
      }
    }
    expect((await ask('city', { asOf: addDays(began, 5) })).withOfficer - (await ask('city', { asOf: addDays(began, 6) })).withOfficer).toBe(1);
  });

  it('0.3 ORG-13 does not know of the end that was filed later, and shows a place as it was', async () => {
    const asOf = addDays(began, 9);
    expect((await ask('city', { asOf, knownAt: known })).live - (await ask('city', { asOf })).live).toBe(1);
    const around = async (key: string, day: number) => (await listed(key, { view: 'place', asOf: addDays(began, day) })).includes(founded);
    expect(await Promise.all([around(places[3] ?? '', 2), around(places[3] ?? '', 3), around(places[4] ?? '', 2), around(places[4] ?? '', 3)])).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('GW-14 done.md 7 each list has exactly as many rows as its figure, and the parts of the tree add up', async () => {
    for (const asked of [{ asOf: addDays(began, 5) }, { asOf: addDays(began, 9), knownAt: known }, {}]) {
      const report = await ask('city', asked);
      expect([tallied(report.kinds), tallied(report.levels), tallied(report.sectors)]).toEqual([report.live, report.live, report.live]);
      for (const { kind, count } of report.kinds) expect(await listed('city', { ...asked, kind })).toHaveLength(count);
      for (const { level, count } of report.levels) expect(await listed('city', { ...asked, level })).toHaveLength(count);
      for (const { sector, count } of report.sectors) expect(await listed('city', { ...asked, sector })).toHaveLength(count);
      const direct = (await town.ask(town.as('city'), tree.organizationTreeAsOf, { organizationId: town.org('city'), asOf: report.asOf, limit: 200 })).items;
      const parts = await Promise.all(direct.map(({ organizationId }) => town.ask(town.as('city'), structure.structureReport, { organizationId, ...asked })));
      for (const figure of ['live', 'banded'] as const)
        expect(parts.reduce((sum, part) => sum + part[figure], 0)).toBe(report[figure] - (figure === 'live' ? 1 : 0));
    }
  });

  it('R-04 counts those outside their size bands for the present, and says null of the past', async () => {
    const crossed = new Map<string, number>();
    for (const { type, data } of town.events) {
      if (type !== 'SizeBandCrossed') continue;
      const { organizationId, warnings } = z.looseObject({ organizationId: z.string(), warnings: z.array(z.string()) }).parse(data);
      crossed.set(organizationId, warnings.length);
    }
    const outside = [...crossed].filter(([, warnings]) => warnings > 0).map(([id]) => id);
    expect(outside.length).toBeGreaterThan(0);
    expect((await ask('city')).outsideBands).toBe(outside.length);
    expect(await listed('city', { outsideBands: 'true' })).toEqual(outside.sort());
    expect((await ask('city', { asOf: addDays(began, 9) })).outsideBands).toBeNull();
    expect((await ask('city', { knownAt: known })).outsideBands).toBeNull();
    expect(await refusal(listed('city', { outsideBands: 'true', asOf: addDays(began, 9) }))).toBe('VALIDATION_FAILED');
    expect(await refusal(ask('city', { asOf: addDays(today(), 1) }))).toBe('FUTURE_DATED');
  });

  it('ORG-03 the organization above says why one may stay outside a band, until when', async () => {
    const city = town.as('city');
    const [organizationId = ''] = await listed('city', { outsideBands: 'true' });
    const profile = () => town.ask(city, tree.getOrganization, { organizationId });
    const { sizeBands } = await profile();
    const [band = 'SIZE_BELOW_3'] = sizeBands;
    const except = (reviewOn: string) => town.act(city, tree.grantSizeException, { organizationId, band, reasonCode: 'membersScattered', reviewOn });
    expect(await refusal(except(today()))).toBe('REVIEW_DATE_OUT_OF_RANGE');
    await except(addDays(today(), 60));
    expect((await profile()).sizeExceptions).toEqual([{ band, reason: 'membersScattered', reviewOn: addDays(today(), 60) }]);
  });
});
