import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { itemsOf, refusalOf, registerFull, somebody } from './people.ts';
import { receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const membership = () => ({ source: 'admission', branchId: city.org(sender.branch), kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' });
const register = (person: object, change: object = {}) => city.as(sender.committee).command('registerMember', { ...person, ...membership(), ...change });

describe('registering', () => {
  it('MEM-01 takes a citizen number once, at the same moment too', async () => {
    const person = somebody();
    const both = await Promise.allSettled([register(person), register(person)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(register(person))).toBe('DUPLICATE_PERSON');
  });
  it('MEM-01 holds nothing of a refused one', async () => {
    const person = somebody();
    expect(await refusalOf(register(person, { joinedOn: '2026-03-03', fullFrom: '2026-03-03' }))).toBe('FUTURE_DATED');
    expect(await refusalOf(register(person))).toBe('none');
  });
  it('MEM-01 REL-04 keeps the person of the first registration when its key comes again with another', async () => {
    const [person, other] = [somebody('第五清扬'), somebody('东方明月')];
    const twice = (identity: object) => city.as(sender.committee).command('registerMember', { ...identity, ...membership() }, { key: 'registered-once' });
    const receipt = await twice(person);
    expect(await refusalOf(twice(other))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await twice(person)).toEqual(receipt);
    expect(await city.as('city').query('memberNames', { personIds: [receipt.id] }, { after: [receipt] })).toMatchObject({ names: [{ name: person.name }] });
    expect(await refusalOf(register(other))).toBe('none');
  });
  it('MEM-01 SEC-20 clears up an hour later what never came to its event', async () => {
    const { documents } = city.service('members').runtime.adapters;
    const row = { personId: 'per_never', state: 'reserved', reservedAt: '2026-03-01T00:00:00.000Z' };
    await documents.commit({ writes: [{ collection: 'vault_identities', key: 'abandoned', expectedRevision: 0, guards: {}, row }] });
    await city.restart(); // the first round of upkeep comes with the start
    const left = () => city.service('members').runtime.adapters.documents.stored('vault_identities', ['abandoned']);
    await eventually(async () => expect(await left()).toEqual([]));
  });
  it('MEM-02 registers into branches only, and into those below alone', async () => {
    const above = city.as('district-440308');
    expect(await refusalOf(above.command('registerMember', { ...somebody(), ...membership(), branchId: city.org(sender.committee) }))).toBe(
      'NOT_A_HOME_BRANCH',
    );
    expect(await refusalOf(register(somebody(), { branchId: city.org(receiver.branch) }))).toBe('NOT_FOUND');
    expect(await refusalOf(city.as(sender.branch).command('registerMember', { ...somebody(), ...membership() }))).toBe('FORBIDDEN_ROLE');
  });
  it('I7 writes no clear identity to the disk', async () => {
    const person = somebody('欧阳海棠');
    await register(person);
    await city.restart();
    const files = readdirSync(city.folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.db(-wal)?$/.test(name));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const bytes = readFileSync(join(city.folder, name));
      for (const clear of [person.name, person.citizenNumber, person.phone]) expect([name, bytes.includes(Buffer.from(clear))]).toEqual([name, false]);
    }
  }, 20_000);
});

describe('lists and names', () => {
  it('MEM-07 masks what a list shows and searches inside the scope only', async () => {
    const person = somebody('司马云舒');
    const { personId, receipt } = await registerFull(city, sender.branch, person);
    const row = itemsOf(await city.as(sender.branch).query('listMembers', { name: '云舒', limit: 10 }, { after: [receipt] }));
    expect(row).toEqual([
      expect.objectContaining({
        personId,
        phoneMasked: expect.stringMatching(/^100\*{4}\d{4}$/),
        citizenNumberMasked: expect.stringMatching(/^0000\*{10}\d{4}$/),
      }),
    ]);
    expect(JSON.stringify(row)).not.toContain(person.phone);
    const found = (login: string, text: string) => city.as(login).query('resolvePersonBySearch', { text, limit: 10 }, { after: [receipt] });
    for (const text of ['司马云舒', 'smys', person.citizenNumber]) expect(await found('city', text)).toMatchObject({ items: [{ personId, name: '司马云舒' }] });
    expect(await found(receiver.branch, '司马云舒')).toMatchObject({ items: [] });
    expect(await city.as(receiver.branch).query('memberNames', { personIds: [personId] }, { after: [receipt] })).toEqual({
      names: [{ personId, name: '司*', masked: true }],
    });
    expect(await refusalOf(city.as(receiver.branch).query('getMember', { personId }, { after: [receipt] }))).toBe('NOT_FOUND');
  });
  it('GW-03 walks all pages of a scope, everybody once', async () => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await city.as('city').query('listMembers', { limit: 7, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...itemsOf(page).map(({ personId }) => personId));
      cursor = typeof page === 'object' && page !== null && 'next' in page ? String(page.next) : undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await city.as('city').query('memberCounts', { organizationId: city.org('city') })).toMatchObject({ total: seen.length });
  });
});

describe('looking', () => {
  it('MEM-07 GW-07 GW-08 reveals a field with a reason, tells the person, and stands in the audit', async () => {
    const own = city.as('member');
    const look = await city.as('city').query('revealField', { personId: own.personId, field: 'phone', reason: 'contactMember' });
    expect(look).toMatchObject({ value: expect.stringMatching(/^100\d{8}$/), clearForSeconds: 60, remainingThisHour: 29 });
    expect(await own.query('whoLookedAtMe', { limit: 5 })).toMatchObject({
      items: [{ byPersonId: city.as('city').personId, fields: ['phone'], reason: 'contactMember' }],
    });
    const audit = await city.as('audit').query('auditOfMembers', { operation: 'revealField', limit: 5 });
    expect(itemsOf(audit)).toEqual([
      expect.objectContaining({ actorId: city.as('city').personId, personIds: [own.personId], fields: ['phone'], purpose: 'contactMember' }),
    ]);
  });
  it('GW-08 SEC-19 ends after 30 looks an hour, and begins anew with the next', async () => {
    const { personId, receipt } = await registerFull(city, sender.branch);
    const look = () => city.as(sender.committee).query('revealField', { personId, field: 'address', reason: 'verifyIdentity' }, { after: [receipt] });
    for (let n = 1; n <= 30; n += 1) expect(await look()).toMatchObject({ remainingThisHour: 30 - n });
    expect(await refusalOf(look())).toBe('RATE_LIMITED');
  });
});

describe('erasing', () => {
  it('MEM-07 SEC-20 takes two persons, leaves [已删除] and a log that can be read again', async () => {
    const person = somebody('诸葛思远');
    const { personId } = await registerFull(city, sender.branch, person);
    const propose = (login: string) => city.as(login).command('proposeErasure', { personId });
    const erase = (login: string) => city.as(login).command('erasePerson', { personId });
    expect(await refusalOf(propose(sender.committee))).toBe('RETENTION_HOLD');
    await city.as(sender.committee).command('endMembership', { personId, kind: 'left', decidedOn: shanghaiDate(city.clock.now()) });
    expect(await refusalOf(erase(sender.committee))).toBe('SECOND_PERSON_REQUIRED');
    await propose(sender.committee);
    expect(await refusalOf(erase(sender.committee))).toBe('SECOND_PERSON_REQUIRED');
    const last = await erase('district-440308');
    const names = () => city.as('city').query('memberNames', { personIds: [personId] }, { after: [last] });
    expect(await names()).toEqual({ names: [{ personId, name: '[已删除]', masked: false }] });
    expect(await city.as('city').query('resolvePersonBySearch', { text: person.name, limit: 5 })).toMatchObject({ items: [] });
    expect(await refusalOf(city.as('city').query('revealField', { personId, field: 'phone', reason: 'other' }))).toBe('ERASED');
    const before = itemsOf(await city.as('city').query('memberHistory', { personId, limit: 50 }, { after: [last] }));
    await city.as('operator').command('rebuildProjectionOfMembers', { projection: 'member-history' });
    await eventually(() => city.service('members').runtime.builds.active(historyOf(city)) === 2);
    expect(itemsOf(await city.as('city').query('memberHistory', { personId, limit: 50 }))).toEqual(before);
    expect(before.at(0)).toMatchObject({ type: 'PersonErased' });
    expect(await refusalOf(register(person))).toBe('none');
  });
});

function historyOf(of: TestCity) {
  const found = of.service('members').runtime.projections.find(({ name }) => name === 'member-history');
  if (!found) throw new Error('no history');
  return found;
}
