import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endMembership } from '@zhitong/catalogue/operations/members.ts';
import * as reserves from '@zhitong/catalogue/operations/reserves.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('reserve cadres, on the running services', () => {
  let town: Town;
  let community: TestCaller;
  let district: TestCaller;
  let people: readonly string[];
  beforeAll(async () => {
    town = await startTown();
    community = town.as('community-440308001002');
    district = town.as('district-440308');
    const where = [{ field: 'branchId', in: ['branch-440308001002', 'branch-440308001002-2'].map((key) => town.org(key)) }];
    const { items } = await town.service('organizations').runtime.env.rows(membership).query({ where, limit: 100 });
    const officers = new Set(town.personas.map(({ personId }) => personId));
    people = items.filter(({ kind, personId }) => kind === 'full' && !officers.has(personId)).map(({ personId }) => personId);
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const one = (index: number) => ({ organizationId: community.organizationId, personId: people[index] ?? '' });
  const list = (index: number, age: number, caller = community) => town.act(caller, reserves.listReserveCadre, { ...one(index), age });
  const report = (asked: { readonly asOf?: string; readonly knownAt?: string } = {}) =>
    town.ask(district, reserves.reserveReport, { organizationId: district.organizationId, ...asked });
  const short = async () =>
    (await town.ask(district, reserves.reservePosts, { organizationId: district.organizationId, short: 'true', limit: 100 })).items.map(
      ({ organizationId }) => organizationId,
    );
  const row = async (index: number) =>
    (await town.ask(community, reserves.reserveCadres, { organizationId: community.organizationId, limit: 50 })).items.find(
      ({ personId }) => personId === people[index],
    );

  it('ORG-24 R-11 two for the post of a community, thirty-five years old are young and thirty-six are not; the district is sum over sum', async () => {
    const before = await report();
    expect(before).toMatchObject({ reserves: 0, needed: 2 * before.posts, met: 0 });
    expect((await list(0, 35)).warnings).toEqual(['RESERVE_RATIO']);
    expect((await list(1, 36)).warnings).toEqual([]);
    expect([(await row(0))?.attributes, (await row(1))?.attributes]).toEqual([['young'], []]);
    expect(await report()).toMatchObject({ reserves: 2, met: 1 });
    expect(await short()).toHaveLength(before.posts - 1);
    expect(await short()).not.toContain(community.organizationId);
  });

  it('ORG-24 refuses whom the rule does not know, and shows nothing to others', async () => {
    expect(await refusal(list(0, 30))).toBe('ALREADY_EXISTS');
    expect(await refusal(list(0, 30, town.as('community-440308001005')))).toBe('NOT_FOUND');
    const nobody = { ...one(0), personId: 'per_nobody' };
    expect(await refusal(town.act(community, reserves.listReserveCadre, { ...nobody, age: 30 }))).toBe('NOT_FULL_MEMBER');
    expect(await refusal(town.act(district, reserves.listReserveCadre, { ...one(0), organizationId: district.organizationId, age: 30 }))).toBe(
      'LEVEL_NOT_ALLOWED',
    );
    expect(await refusal(town.act(community, reserves.appointReserveCadre, one(0)))).toBe('STATE_NOT_ALLOWED');
  });

  it('ORG-24 trained and appointed, the reserve has one too few; who is no member any more is withdrawn', async () => {
    await town.act(community, reserves.trainReserveCadre, one(0));
    expect((await town.act(community, reserves.appointReserveCadre, one(0))).warnings).toEqual(['RESERVE_RATIO']);
    expect(await row(0)).toMatchObject({ state: 'appointed' });
    const recorded = await town.recorded(`organizations.reserves-${community.organizationId}`);
    expect(recorded.at(-1)).toMatchObject({ type: 'ReserveRatioBreached', data: { live: 1, needed: 2 } });
    await town.act(community, endMembership, { personId: people[1] ?? '', kind: 'left', decidedOn: shanghaiDate(town.clock.now()) });
    await eventually(async () => expect(await row(1)).toMatchObject({ state: 'withdrawn' }));
    expect(await report()).toMatchObject({ reserves: 0, met: 0 });
  });

  it('ORG-24 reserve.perPost and reserve.youngAge: who was listed before keeps what was young then', async () => {
    const effectiveOn = addDays(shanghaiDate(town.clock.now()), 1);
    await list(2, 36);
    const city = town.as('city');
    for (const [key, value] of [
      ['reserve.youngAge', '40'],
      ['reserve.perPost', '1'],
    ] as const)
      await town.act(city, changeSetting, { key, organizationId: city.organizationId, value, effectiveOn, reason: '深组通〔2026〕2号' });
    town.clock.toDay(effectiveOn);
    await town.settle();
    await list(3, 36);
    expect([(await row(2))?.attributes, (await row(3))?.attributes]).toEqual([[], ['young']]);
    const { posts, needed, met } = await report();
    expect([needed, met]).toEqual([posts, 1]);
    expect(await report({ asOf: addDays(effectiveOn, -1) })).toMatchObject({ needed: 2 * posts, reserves: 1, met: 0 });
    const relisted = town.events.find(({ type, data }) => type === 'ReserveCadreListed' && JSON.stringify(data).includes(one(2).personId))?.recordedAt ?? '';
    const before = new Date(Date.parse(relisted) - 1).toISOString();
    expect(await report({ asOf: addDays(effectiveOn, -1), knownAt: before })).toMatchObject({ reserves: 0 });
    const past = { organizationId: district.organizationId, short: 'true', asOf: addDays(effectiveOn, -1), limit: 100 } as const;
    expect((await town.ask(district, reserves.reservePosts, past)).items).toHaveLength(posts);
    expect(await refusal(list(0, 17))).toBe('VALIDATION_FAILED');
  });
});
