import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportColumns } from '@zhitong/catalogue';
import * as exports from '@zhitong/catalogue/operations/exports.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import { auditCollection } from '@zhitong/platform/audit/audit-record.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

let town: Town;
let [street, other]: TestCaller[] = [];
const who = (caller: TestCaller | undefined): TestCaller => {
  if (caller === undefined) throw new Error('The town has not begun');
  return caller;
};
beforeAll(async () => {
  town = await startTown();
  [street, other] = ['street-440308001', 'community-440308001005'].map((login) => town.as(login));
}, 60_000);
afterAll(() => town.remove(), 20_000);

const asked = () => ({ organizationId: who(street).organizationId, list: 'organizations' as const, columns: ['name', 'kind'], purpose: '年度排查' });
const request = async (fields: object = {}) => (await town.act(who(street), exports.requestExport, { ...asked(), ...fields })).id;
const question = (caller: TestCaller | undefined, exportId: string) => town.ask(who(caller), exports.exportQuestion, { exportId });
const take = (caller: TestCaller | undefined, exportId: string) => town.act(who(caller), exports.takeExport, { exportId });
const listed = async () => (await town.ask(who(street), exports.listExports, { organizationId: who(street).organizationId })).items;

describe('P32 SEC-32 exports', () => {
  it('P32 name their list, columns, filters and purpose; what the list does not have is refused', async () => {
    const filters = [
      { name: 'kind', value: 'branch' },
      { name: 'view', value: 'line' },
    ];
    const exportId = await request({ filters });
    expect(await question(street, exportId)).toMatchObject({ list: 'organizations', columns: ['name', 'kind'], filters, purpose: '年度排查' });
    expect(await refusal(request({ columns: ['secretary'] }))).toBe('VALIDATION_FAILED');
    expect(await refusal(request({ filters: [{ name: 'kind', value: 'party' }] }))).toBe('VALIDATION_FAILED');
    expect(await refusal(request({ filters: [{ name: 'password', value: 'x' }] }))).toBe('VALIDATION_FAILED');
    for (const [list, codes] of Object.entries(exportColumns)) expect(await request({ list, columns: codes.values, filters: [] })).toMatch(/^exp_/);
  });

  it('SEC-32 SEC-24 each download is on record before it begins, and shown in the list', async () => {
    const exportId = await request({ purpose: '核对' });
    await take(street, exportId);
    await take(street, exportId);
    const row = (await listed()).find((one) => one.exportId === exportId);
    expect(row).toMatchObject({ exportId, purpose: '核对', expired: false, downloads: 2, requestedById: who(street).personId });
    expect(row?.downloaded.map(({ byId }) => byId)).toEqual([who(street).personId, who(street).personId]);
    const { documents } = town.service('organizations').runtime.adapters;
    const where = [{ field: 'operation', eq: 'takeExport' }];
    expect((await documents.count(auditCollection.name, where, 10)).count).toBe(2);
  });

  it('SEC-32 those of others and those that have expired do not exist, and are listed as expired', async () => {
    const exportId = await request({ purpose: '过期' });
    for (const call of [() => question(other, exportId), () => take(other, exportId), () => question(street, 'exp_nobody')])
      expect(await refusal(call())).toBe('NOT_FOUND');
    town.clock.toDay(addDays(shanghaiDate(town.clock.now()), 2));
    expect(await refusal(question(street, exportId))).toBe('NOT_FOUND');
    expect(await refusal(take(street, exportId))).toBe('NOT_FOUND');
    expect((await listed()).find((row) => row.exportId === exportId)).toMatchObject({ expired: true, downloads: 0 });
  });
});
