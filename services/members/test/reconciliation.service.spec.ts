import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { collectionsOf } from '@zhitong/eventing';
import { addDays, shanghaiDate, startOfDay, addHours } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { refusalOf } from './people.ts';
import { Journey, receiver } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const answered = z.object({
  runs: z.array(z.object({ flow: z.string(), on: z.string(), compared: z.number(), differences: z.number() })),
  items: z.array(z.object({ flow: z.string(), key: z.string(), source: z.number(), target: z.number(), sinceOn: z.string() })),
  total: z.number(),
});
const asked = async () => answered.parse(await city.as('operator').query('reconciliationOfOrganizations', { limit: 100 }));
const today = () => shanghaiDate(city.clock.now());

/** The next night, at the minute its comparison is due. */
async function nextNight() {
  const night = addDays(today(), 1);
  city.clock.to(addHours(startOfDay(night), 2));
  await eventually(async () => expect((await asked()).runs.at(0)).toMatchObject({ flow: 'X-02', on: night }));
  return { night, ...(await asked()) };
}

/** Somebody's hand in the store, or a fold that went wrong once. */
async function miscount(by: number) {
  const { runtime } = city.service('organizations');
  const projection = runtime.projections.find(({ name }) => name === 'membership');
  if (!projection) throw new Error('organizations knows no members');
  const { tallies } = collectionsOf(projection, runtime.builds.active(projection));
  const key = `members/${city.org(receiver.branch)}`;
  await runtime.adapters.readModels.commit({ writes: [], additions: [{ collection: tallies.name, key, shard: '0', amounts: { full: by } }] });
}

describe('X-02 nightly', () => {
  it('finds the counts of organizations equal to what members said, after arrivals too', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    await journey.accept();
    await journey.assign();
    await journey.arrive();
    await city.settle();
    const { runs, items } = await nextNight();
    expect(runs).toHaveLength(1);
    expect(runs[0]?.compared).toBe([...city.service('organizations').runtime.env.tree.current().nodes()].length);
    expect(items).toEqual([]);
  });

  it('lists a difference with both figures until it is mended by somebody, and mends nothing', async () => {
    await miscount(2);
    const first = await nextNight();
    const [difference] = first.items;
    expect(first.items).toEqual([
      { flow: 'X-02', key: city.org(receiver.branch), source: difference?.source, target: (difference?.source ?? 0) + 2, sinceOn: first.night },
    ]);
    expect((await nextNight()).items).toEqual(first.items);
    await miscount(-2);
    expect((await nextNight()).items).toEqual([]);
  });

  it('happens once a night, not before 02:00, and is for operators', async () => {
    const { night } = await nextNight();
    const ran = (await asked()).runs;
    city.clock.to(addHours(startOfDay(addDays(night, 1)), 1));
    await miscount(1);
    await city.settle();
    expect((await asked()).runs).toEqual(ran);
    expect((await nextNight()).total).toBe(1);
    expect(await refusalOf(city.as('member').query('reconciliationOfOrganizations', {}))).toBe('FORBIDDEN_ROLE');
  });
});
