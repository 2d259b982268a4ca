import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@zhitong/catalogue';
import { shanghaiDate } from '@zhitong/kernel';
import { z } from 'zod';
import { startTestCity, type TestCaller, type TestCity } from '../../all/test-city.ts';
import { itemsOf, refusalOf } from './people.ts';

let city: TestCity;
let own: TestCaller;
beforeAll(async () => {
  city = await startTestCity();
  own = city.as('member');
}, 60_000);
afterAll(() => city.remove());

const today = () => shanghaiDate(city.clock.now());
const list = z.array(z.looseObject({}));
const exported = z.object({ record: z.looseObject({}), flags: list, history: list, transfers: list, looks: list });
const exportMine = async (...after: Receipt[]) => exported.parse(await own.query('exportMyRecord', {}, { after }));

describe('the own record', () => {
  it('MEM-07 shows it in clear but for the citizen number', async () => {
    const member = expect.objectContaining({ state: 'full' });
    const record = { personId: own.personId, name: expect.any(String), phone: expect.stringMatching(/^1\d{10}$/), member };
    expect(await own.query('myRecord', {})).toMatchObject({ ...record, citizenNumberMasked: expect.stringMatching(/^\d{4}\*{10}\d{4}$/) });
  });

  it('MEM-07 SEC-23 exports everything the person may read: record, flags with authority and date, history, transfers, looks', async () => {
    const { personId } = own;
    const flag = await city.as('discipline').command('setAuthorisedFlag', { personId, flag: 'matterNotified', setOn: today() });
    const transfer = await own.command('requestOwnTransfer', { kind: 'outOfCity', destination: '广州市某支部' });
    await city.as('city').query('revealField', { personId, field: 'phone', reason: 'contactMember' });
    const { record, flags, history, transfers, looks } = await exportMine(flag, transfer);

    expect(record).toMatchObject({ ...z.looseObject({}).parse(await own.query('myRecord', {})), citizenNumber: expect.stringMatching(/^\d{18}$/) });
    expect(flags).toEqual([{ flag: 'matterNotified', authorityId: city.as('discipline').organizationId, setOn: today() }]);
    expect(history.map(({ type }) => type)).toEqual(['MemberRegistered', 'BranchAssigned', 'TransferRequested']);
    expect(transfers).toEqual(itemsOf(await own.query('myTransfers', { limit: 100 })));
    expect(looks).toEqual(itemsOf(await own.query('whoLookedAtMe', { limit: 100 })));
    expect([transfers.length, looks.length]).toEqual([1, 1]);
  });

  it('SEC-23 who looked is what the audit holds of clear data, by reveal and by exact search', async () => {
    const { citizenNumber } = z.looseObject({ citizenNumber: z.string() }).parse((await exportMine()).record);
    await city.as('city').query('resolvePersonBySearch', { text: citizenNumber, limit: 5 });
    await city.as('district-440308').query('resolvePersonBySearch', { text: citizenNumber, limit: 5 });
    await city.as('city').query('revealField', { personId: own.personId, field: 'birthDate', reason: 'verifyIdentity' });
    const audited = await Promise.all(
      ['revealField', 'resolvePersonBySearch'].map(async (operation) => itemsOf(await city.as('audit').query('auditOfMembers', { operation, limit: 200 }))),
    );
    const ofPerson = z.array(z.looseObject({ actorId: z.string(), at: z.string(), personIds: z.array(z.string()), purpose: z.string().nullable() }));
    const looks = (await exportMine()).looks.map(({ byPersonId, at, fields, reason }) => [byPersonId, at, fields, reason]);
    const records = ofPerson.parse(audited.flat()).filter(({ personIds }) => personIds.includes(own.personId));
    const known = records.map(({ actorId, at, fields, purpose }) => [actorId, at, fields, purpose]);
    expect(looks.map((look) => JSON.stringify(look)).sort()).toEqual(known.map((record) => JSON.stringify(record)).sort());
    expect(looks.length).toBe(4);
  });

  it('SEC-23 is asked for without an id: nobody else meets it there, and by its id it is not found outside the scope', async () => {
    const other = city.as('discipline');
    const theirs = exported.parse(await other.query('exportMyRecord', {}));
    expect(theirs.record).toMatchObject({ personId: other.personId });
    expect(JSON.stringify(theirs)).not.toContain(own.personId);
    expect(await refusalOf(city.as('district-440303').query('getMember', { personId: own.personId }))).toBe('NOT_FOUND');
  });
});
