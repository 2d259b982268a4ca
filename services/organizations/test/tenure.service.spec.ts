import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as oversight from '@zhitong/catalogue/operations/oversight.ts';
import { fillPost, vacatePost } from '@zhitong/catalogue/operations/posts.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import * as tenure from '@zhitong/catalogue/operations/tenure.ts';
import { enterTerm } from '@zhitong/catalogue/operations/terms.ts';
import { addDays, addMonths, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import type { z } from 'zod';
import { membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type Town } from './calls.ts';

let town: Town;
let began: string;
let people: readonly string[];
const [first, second] = ['community-440308001002', 'community-440308001005'];
const today = () => shanghaiDate(town.clock.now());
const reason = '任职时间较早，现补录。';
const district = () => town.as('district-440308');
const street = () => town.as('street-440308001');

beforeAll(async () => {
  town = await startTown();
  began = today();
  const officers = new Set(town.personas.map(({ personId }) => personId));
  const { items } = await town.service('organizations').runtime.env.rows(membership).query({ where: [], limit: 1000 });
  people = items.filter(({ kind, personId }) => kind === 'full' && !officers.has(personId)).map(({ personId }) => personId);
}, 60_000);
afterAll(() => town.remove(), 20_000);

const take = async (login: string, personId: string, fromOn: string) =>
  (await town.act(street(), fillPost, { organizationId: town.org(login), personId, type: 'secretary', fromOn, reason, reasonCode: 'other' })).id;
const leave = (login: string, postId: string, vacatedOn: string) =>
  town.act(street(), vacatePost, { organizationId: town.org(login), postId, vacatedOn, cause: 'reassigned', reason });
type Asked = Omit<z.input<typeof tenure.tenureReport.input>, 'organizationId'>;
const report = async (asked: Asked = {}) => {
  const { secretaries, reached } = await town.ask(district(), tenure.tenureReport, { organizationId: district().organizationId, ...asked });
  return { secretaries, reached };
};
const rows = async (asked: Omit<z.input<typeof tenure.tenureReportRows.input>, 'organizationId'> = {}) =>
  (await town.ask(district(), tenure.tenureReportRows, { organizationId: district().organizationId, limit: 50, ...asked })).items;
const settled = (expected: Awaited<ReturnType<typeof report>>) => eventually(async () => expect(await report()).toEqual(expected));

describe('tenure of secretaries of communities, on the running services', () => {
  it('ORG-21 the reason for a secretary is one of a list', async () => {
    const [personId = ''] = people;
    const post = { organizationId: town.org(first), personId, type: 'secretary', fromOn: today(), reasonCode: 'longAgo' };
    expect(await refusal(street().command('fillPost', post))).toBe('VALIDATION_FAILED');
  });

  it('ORG-25 R-11 whoever has moved between communities is found on the day the six years are full, by the clock', async () => {
    const [mover = '', newcomer = ''] = people;
    const start = addMonths(addDays(began, 2), -72);
    const post = await take(first, mover, start);
    await leave(first, post, addDays(began, -40));
    const moved = await take(second, mover, addDays(began, -10));
    await take(first, newcomer, addDays(began, -10));
    await settled({ secretaries: 2, reached: 0 });
    expect((await rows()).find(({ personId }) => personId === mover)).toMatchObject({ sinceOn: start, fullOn: addDays(began, 2), reachedOn: null });
    town.clock.toDay(addDays(began, 1));
    await town.settle();
    expect(await report()).toEqual({ secretaries: 2, reached: 0 });
    town.clock.toDay(addDays(began, 2));
    await settled({ secretaries: 2, reached: 1 });
    expect(await rows({ reached: 'true' })).toMatchObject([{ organizationId: town.org(second), personId: mover, reachedOn: today() }]);
    expect(await rows()).toHaveLength(2);
    const recorded = await town.recorded(`organizations.tenure-${mover}`);
    expect(recorded.map(({ type }) => type)).toEqual(['TenurePostTaken', 'TenurePostLeft', 'TenurePostTaken', 'SixYearTenureReached']);
    expect(await report({ asOf: addDays(began, 1) })).toEqual({ secretaries: 2, reached: 0 });
    const found = town.events.find(({ type }) => type === 'SixYearTenureReached')?.recordedAt ?? '';
    const [asOf, before] = [today(), new Date(Date.parse(found) - 1).toISOString()];
    expect([await report({ asOf, knownAt: before }), await report({ asOf, knownAt: found })]).toEqual([
      { secretaries: 2, reached: 0 },
      { secretaries: 2, reached: 1 },
    ]);
    town.clock.toDay(addDays(began, 3));
    await leave(second, moved, today());
    await settled({ secretaries: 1, reached: 0 });
    expect(await report({ asOf })).toEqual({ secretaries: 2, reached: 1 });
  });

  it('ORG-25 tenure.gapDays and tenure.years: a longer break begins anew; who began before the change keeps the years of then', async () => {
    const returner = people[2] ?? '';
    const third = 'community-440308001006';
    const effectiveOn = addDays(today(), 1);
    const city = town.as('city');
    for (const [key, value] of [
      ['tenure.gapDays', '0'],
      ['tenure.years', '1'],
    ] as const)
      await town.act(city, changeSetting, { key, organizationId: city.organizationId, value, effectiveOn, reason: '深组通〔2026〕4号' });
    const post = await take(third, returner, addMonths(effectiveOn, -12));
    town.clock.toDay(effectiveOn);
    await town.settle();
    await leave(third, post, addDays(effectiveOn, -1));
    await take(third, returner, effectiveOn);
    await settled({ secretaries: 2, reached: 0 });
    expect((await rows()).find(({ personId }) => personId === returner)).toMatchObject({ sinceOn: effectiveOn, fullOn: addMonths(effectiveOn, 12) });
    expect((await rows({ asOf: addDays(effectiveOn, -2) })).find(({ personId }) => personId === returner)).toMatchObject({
      fullOn: addMonths(effectiveOn, 60),
    });
  });
});

describe('reports and audits of secretaries of communities, on the running services', () => {
  it('ORG-26 personal matters are filed once a year from above; an audit is owed around an election, to the organization above', async () => {
    const login = 'community-440308001007';
    const [organizationId, personId] = [town.org(login), people[3] ?? ''];
    const asked = { organizationId: district().organizationId };
    const figures = () => town.ask(district(), oversight.oversightReport, asked);
    const owed = async () =>
      (await town.ask(street(), inbox.todo, { organizationId: street().organizationId })).entries.filter(
        ({ action, id }) => action === 'recordAudit' && id === organizationId,
      );
    await take(login, personId, addDays(today(), -10));
    await eventually(async () =>
      expect((await town.ask(district(), oversight.oversightReportRows, asked)).items.map(({ personId: id }) => id)).toContain(personId),
    );
    const before = await figures();
    const { postId = '' } = (await town.ask(district(), oversight.oversightReportRows, asked)).items.find((row) => row.personId === personId) ?? {};
    const about = { postId, organizationId };
    expect(await refusal(town.act(town.as(login), oversight.filePersonalMatters, { ...about, filedOn: today() }))).toBe('OUT_OF_SCOPE');
    await town.act(street(), oversight.filePersonalMatters, { ...about, filedOn: today() });
    await town.act(street(), oversight.filePersonalMatters, { ...about, filedOn: today() });
    await eventually(async () => expect(await figures()).toMatchObject({ filed: before.filed + 1, unfiled: before.unfiled - 1 }));

    expect(await refusal(town.act(street(), oversight.recordAudit, { ...about, auditedOn: today() }))).toBe('AUDIT_NOT_DUE');
    await town.act(street(), enterTerm, { organizationId, startsOn: addMonths(addDays(today(), 91), -60), reason });
    await town.settle();
    expect(await owed()).toEqual([]);
    town.clock.toDay(addDays(today(), 1));
    await town.settle();
    expect(await owed()).toMatchObject([{ group: 'waiting', subject: 'org', overdue: false }]);
    expect((await figures()).auditDue).toBe(before.auditDue + 1);
    const { items } = await town.ask(district(), oversight.oversightReportRows, { ...asked, figure: 'auditDue' });
    expect(items.find((row) => row.postId === postId)).toMatchObject({ warnings: ['AUDIT_DUE'], audit: { occasion: 'election', on: addDays(today(), 90) } });
    await town.act(street(), oversight.recordAudit, { ...about, auditedOn: today() });
    await eventually(async () => expect(await owed()).toEqual([]));
    expect((await town.recorded(`organizations.oversight-${postId}`)).map(({ type }) => type)).toEqual(['PersonalMattersFiled', 'AuditRecorded']);
  });
});
