import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, revealableFields, rightsOf, type Operation, type Role } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { CanarySearch } from '@zhitong/testing/canary/search.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { z } from 'zod';
import { startTestCity, type TestCaller, type TestCity } from '../test-city.ts';
import { actors, standsAbove, standsAt } from './actors.ts';
import { specimen, type Ids } from './specimens.ts';

const home = 'branch-440308001002';
const planted = { name: '欧阳鹮羽', citizenNumber: '000000198704133071', birthDate: '1987-04-13', phone: '10077310451', address: '广东省深圳市某区鹮羽路77号' };
const { name, ...contact } = planted;
/** They say who somebody is to those who may read members there; nothing else does without a reason. */
const tellNames = new Set(['getMember', 'memberNames', 'resolvePersonBySearch']);
/** What was made for these people; the own record is theirs alone. */
const revealed = new Set(['revealField']);
const queries = operations.filter(({ kind, context }) => kind === 'query' && (context === 'organizations' || context === 'members'));

/** @throws whatever is no refusal. */
function refusalIn(error: unknown): Rejected {
  if (error instanceof Rejected) return error;
  throw error;
}

describe('SEC-19 what identifies a person', () => {
  let city: TestCity;
  let person: TestCaller;
  let ids: Ids;
  beforeAll(async () => {
    city = await startTestCity();
    const membership = { source: 'initialLoad', branchId: city.org(home), kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    const { id: personId } = await city.asImporter('registerMember', { ...planted, ...membership });
    await city.asImporter('giveGrant', { personId, role: 'member', organizationId: city.org(home), fromOn: '2026-03-02' });
    await city.settle();
    person = city.person(personId, city.org(home));
    await person.command('raiseObjection', { field: 'other', text: `${name}，${contact.phone}` });
    const { id: transferId } = await city
      .as(home)
      .command('requestTransfer', { personId, kind: 'outOfProvince', destination: contact.address, duesPaidTo: '2026-03' });
    await city.settle();
    ids = {
      personId,
      transferId,
      organizationId: city.org(home),
      branchId: city.org(home),
      memberId: personId,
      officerId: personId,
      directiveId: 'dir_1',
      requestId: 'req_1',
    };
  }, 60_000);
  afterAll(() => city.remove(), 20_000);

  const mayIn = (login: string, role: Role, right: 'member.read' | 'member.reveal') => rightsOf[role].includes(right) && standsAbove(standsAt(login), home);

  /** The smallest input and every filter, about the person's branch and about the own organization, and searches for the name. */
  function* inputs(operation: Operation, caller: TestCaller): Iterable<object> {
    const own = { ...ids, organizationId: caller.organizationId, branchId: caller.organizationId };
    for (const about of [ids, own]) {
      const smallest = specimen(operation, about);
      yield 'limit' in operation.input.shape ? { ...smallest, limit: 100 } : smallest;
      if ('text' in smallest) yield { ...smallest, text: name };
    }
    if (operation.name === 'listMembers') yield { name, limit: 50 };
    if (operation.name === 'resolvePersonBySearch') yield { text: contact.citizenNumber, limit: 5 };
  }

  async function answers(caller: TestCaller, operation: Operation): Promise<string> {
    const told: unknown[] = [];
    for (const input of inputs(operation, caller)) {
      told.push(
        await caller.query(operation.name, input).catch((error: unknown) => {
          const { code, sentence, details } = refusalIn(error);
          return [code, sentence, details];
        }),
      );
    }
    return JSON.stringify(told);
  }

  it.each(actors)('%s (%s) reads no field of it in clear, in any answer of any question', async (login, role) => {
    const clear: string[] = [];
    let asked = 0;
    for (const operation of queries.filter((one) => !revealed.has(one.name))) {
      const bytes = Buffer.from(await answers(city.as(login), operation));
      asked += 1;
      const told = new Set(new CanarySearch(planted).in({ name: operation.name, bytes }).map(({ canary }) => canary));
      const mayTell = tellNames.has(operation.name) && mayIn(login, role, 'member.read') ? ['name'] : [];
      // Who answers objections reads what was written in them.
      const written = operation.name === 'openObjections' && rightsOf[role].includes('member.register') ? ['name', 'phone'] : [];
      const destination = ['listTransfers', 'getTransfer'].includes(operation.name) && rightsOf[role].includes('member.read') ? ['address'] : [];
      const wrong = [...told].filter((field) => ![...mayTell, ...written, ...destination].includes(field));
      if (wrong.length > 0) clear.push(`${operation.name}: ${wrong.join(', ')}`);
    }
    expect(clear).toEqual([]);
    expect(asked).toBe(queries.length - revealed.size);
  });

  it('is revealed field by field to those with the right, in their scope, with a reason, and the person sees each look', async () => {
    const looks: string[] = [];
    for (const [login, role] of actors) {
      for (const field of revealableFields.values) {
        const { personId } = ids;
        const ask = (more: object) => city.as(login).query('revealField', { personId, field, ...more });
        const allowed = mayIn(login, role, 'member.reveal');
        const outcome = await ask({ reason: 'verifyIdentity' }).catch((error: unknown) => refusalIn(error).code);
        if (allowed) {
          expect(outcome).toMatchObject({ value: planted[field] });
          looks.push(JSON.stringify([city.as(login).personId, field]));
          for (const without of [{}, { reason: 'curious' }, { reason: '' }]) await expect(ask(without)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
        } else expect(['FORBIDDEN_ROLE', 'NOT_FOUND']).toContain(outcome);
      }
    }
    const seen = z.object({ items: z.array(z.looseObject({ byPersonId: z.string(), fields: z.array(z.string()), reason: z.string() })) });
    await eventually(async () => {
      const { items } = seen.parse(await person.query('whoLookedAtMe', { limit: 200 }));
      const reveals = items.filter(({ reason }) => reason === 'verifyIdentity').map(({ byPersonId, fields: [field] }) => JSON.stringify([byPersonId, field]));
      expect(reveals.sort()).toEqual(looks.sort());
    }, 5_000);
    expect(looks.length).toBeGreaterThanOrEqual(5 * revealableFields.values.length);
  });
});
