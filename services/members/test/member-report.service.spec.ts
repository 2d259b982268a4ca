import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { itemsOf, refusalOf, registerFull } from './people.ts';
import { branches, Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
let began: string;
let known: string;
const today = () => shanghaiDate(city.clock.now());
const newest = () =>
  city.events
    .map(({ recordedAt }) => recordedAt)
    .sort()
    .at(-1) ?? '';
const report = z.object({ members: z.number(), withHome: z.number() });

beforeAll(async () => {
  city = await startTestCity();
  began = today();
  const { personId: leaving } = await registerFull(city, sender.branch);
  city.clock.toDay(addDays(began, 5));
  const journey = await Journey.request(city);
  await journey.approve();
  await journey.accept();
  await journey.assign();
  city.clock.toDay(addDays(began, 9));
  await journey.arrive();
  await city.settle();
  known = newest();
  city.clock.toDay(addDays(began, 30));
  await city.as(sender.committee).command('endMembership', { personId: leaving, kind: 'left', decidedOn: addDays(began, 7) });
  await registerFull(city, receiver.other);
  await city.settle();
}, 90_000);
afterAll(() => city.remove());

/** Homes by person, from the log alone: the last fact of each person that counts. */
function reckoned(asOf: string, knownAt: string): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { type, data, recordedAt } of city.events) {
    const on = z.looseObject({ personId: z.string(), assignedOn: z.string().optional(), endedOn: z.string().optional(), branchId: z.string().optional() });
    if (!['BranchAssigned', 'MembershipEnded'].includes(type) || recordedAt > knownAt) continue;
    const { personId, assignedOn, endedOn, branchId } = on.parse(data);
    if ((assignedOn ?? endedOn ?? '') > asOf) continue;
    if (branchId === undefined) homes.delete(personId);
    else homes.set(personId, branchId);
  }
  return homes;
}
const ask = async (login: string, asked: object) => report.parse(await city.as(login).query('memberReport', { organizationId: city.org(login), ...asked }));
const forever = '9999-12-31T00:00:00.000Z';

describe('R-03 members with a home branch', () => {
  it('now and as of any day is what the log says, for the city and for a branch', async () => {
    for (const day of [-1, 0, 4, 5, 6, 7, 8, 9, 10, 29, 30]) {
      const asOf = addDays(began, day);
      const homes = reckoned(asOf, forever);
      expect({ asOf, ...(await ask('city', { asOf })) }).toEqual({ asOf, members: homes.size, withHome: homes.size });
      for (const key of branches) {
        const count = [...homes.values()].filter((id) => id === city.org(key)).length;
        expect({ asOf, key, ...(await ask(key, { asOf })) }).toEqual({ asOf, key, members: count, withHome: count });
      }
    }
    expect((await ask('city', {})).withHome).toBe(reckoned(today(), forever).size);
  });

  it('0.3 does not know what was filed later, though it had happened by then', async () => {
    const asOf = addDays(began, 8);
    const [then, now] = [reckoned(asOf, known).size, reckoned(asOf, forever).size];
    expect(then - now).toBe(1);
    expect([(await ask('city', { asOf, knownAt: known })).withHome, (await ask('city', { asOf })).withHome]).toEqual([then, now]);
  });

  it('done.md 7 the list behind it has exactly that many rows, and the parts of the tree add up', async () => {
    for (const asked of [{ asOf: addDays(began, 8) }, { asOf: addDays(began, 8), knownAt: known }, {}]) {
      const homes = reckoned(asked.asOf ?? today(), asked.knownAt ?? forever);
      const rows: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await city
          .as('city')
          .query('memberReportRows', { organizationId: city.org('city'), limit: 7, ...asked, ...(cursor === undefined ? {} : { cursor }) });
        rows.push(...itemsOf(page).map(({ personId, branchId }) => `${String(personId)}@${String(branchId)}`));
        cursor = z.looseObject({ next: z.string().optional() }).parse(page).next;
      } while (cursor !== undefined);
      expect([...rows].sort()).toEqual([...homes].map(([personId, branchId]) => `${personId}@${branchId}`).sort());
      const parts = await Promise.all(['district-440308', 'district-440303'].map((key) => ask(key, asked)));
      expect(parts.reduce((sum, { withHome }) => sum + withHome, 0)).toBe(rows.length);
    }
  });
});

describe('MEM-03 the entitled list as of a date', () => {
  it('is who was full, not suspended and not stopped on that day, as far as known by then', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const start = today();
    const entitled = async (asked: object) => {
      const page = await city.as(sender.branch).query('entitledMembers', { organizationId: city.org(sender.branch), limit: 200, ...asked });
      return itemsOf(page).some((item) => item.personId === personId);
    };
    const flag = (operation: string, on: object) => city.as('discipline').command(operation, { personId, flag: 'votingStopped', ...on });
    const decide = (operation: string) => city.as(sender.committee).command(operation, { personId, decidedOn: today() });
    city.clock.toDay(addDays(start, 10));
    await decide('suspendMembership');
    city.clock.toDay(addDays(start, 20));
    await decide('restoreMembership');
    city.clock.toDay(addDays(start, 40));
    await city.settle();
    const before = newest();
    await flag('setAuthorisedFlag', { setOn: addDays(start, 30) });
    await flag('clearAuthorisedFlag', { clearedOn: addDays(start, 35) });
    await city.settle();
    const on = await Promise.all([-1, 0, 9, 10, 19, 20, 29, 30, 34, 35, 40].map(async (day) => [day, await entitled({ asOf: addDays(start, day) })]));
    expect(on).toEqual([
      [-1, false],
      [0, true],
      [9, true],
      [10, false],
      [19, false],
      [20, true],
      [29, true],
      [30, false],
      [34, false],
      [35, true],
      [40, true],
    ]);
    expect(await entitled({ asOf: addDays(start, 30), knownAt: before })).toBe(true);
    expect(await entitled({})).toBe(true);
  });

  it('pages, and is for those who may read the branch', async () => {
    const asked = { organizationId: city.org(sender.branch), asOf: today() };
    const all = itemsOf(await city.as(sender.branch).query('entitledMembers', { ...asked, limit: 200 }));
    const first = await city.as(sender.branch).query('entitledMembers', { ...asked, limit: 1 });
    const { next } = z.looseObject({ next: z.string() }).parse(first);
    const second = itemsOf(await city.as(sender.branch).query('entitledMembers', { ...asked, limit: 200, cursor: next }));
    expect([...itemsOf(first), ...second]).toEqual(all);
    expect(all.length).toBeGreaterThan(2);
    expect(await refusalOf(city.as(receiver.branch).query('entitledMembers', asked))).toBe('NOT_FOUND');
  });
});
