import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { factReport, organizationFacts, setOrganizationAttributes, setSeatAttributes } from '@zhitong/catalogue/operations/facts.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import * as participation from '@zhitong/catalogue/operations/participation.ts';
import * as posts from '@zhitong/catalogue/operations/posts.ts';
import { listChildren } from '@zhitong/catalogue/operations/tree.ts';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('part-time members and joint work, on the running services', () => {
  let town: Town;
  let street: TestCaller;
  let community: TestCaller;
  let partner: TestCaller;
  let postId: string;
  beforeAll(async () => {
    town = await startTown('2026-03-02T01:00:00.000Z');
    [street, community, partner] = [town.as('street-440308001'), town.as('community-440308001002'), town.as('branch-440308001005')];
    const post = { organizationId: community.organizationId, personId: partner.personId, type: 'partTimeMember', fromOn: '2026-03-02' } as const;
    postId = (await town.act(street, posts.fillPost, post)).id;
    await town.settle();
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const joint = async (heldOn: string) => {
    const plan = { organizationId: community.organizationId, kinds: ['jointMeeting' as const], startsAt: `${heldOn}T00:30:00.000Z`, title: '联席会议' };
    const { id: meetingId } = await town.act(community, meetings.planMeeting, plan);
    await town.act(community, meetings.holdMeeting, { meetingId, heldOn });
    return meetingId;
  };
  const mark = (meetingId: string, personId: string, as: 'present' | 'absent' = 'present') =>
    town.act(community, meetings.recordAttendance, { meetingId, personId, mark: as });
  const shared = async (who: TestCaller, direction: 'hosted' | 'joined', asked: object = {}) => {
    const { items, total } = await town.ask(who, participation.listParticipation, { organizationId: who.organizationId, direction, ...asked });
    expect(total).toBe(items.length);
    return items.map(({ organizationId, meetings: met, actions, lastOn }) => [organizationId, met, actions, lastOn]);
  };

  it('ORG-27 a part-time member is called to joint meetings without a vote; attendance counts for both organizations until it is put right', async () => {
    const first = await joint('2026-03-02');
    const { items } = await town.ask(community, meetings.listAttendance, { meetingId: first });
    expect(items).toContainEqual(expect.objectContaining({ personId: partner.personId, expected: true, entitled: false }));
    await mark(first, partner.personId);
    expect(await refusal(mark(first, town.as('branch-440303001001').personId))).toBe('WRONG_BRANCH');
    town.clock.to('2026-03-03T01:00:00.000Z');
    const second = await joint('2026-03-03');
    await mark(second, partner.personId);
    await eventually(async () => expect(await shared(community, 'hosted')).toEqual([[partner.organizationId, 2, 0, '2026-03-03']]));
    expect(await shared(partner, 'joined')).toEqual([[community.organizationId, 2, 0, '2026-03-03']]);
    expect([await shared(community, 'joined'), await shared(partner, 'hosted')]).toEqual([[], []]);
    await mark(second, partner.personId, 'absent');
    await eventually(async () => expect(await shared(community, 'hosted')).toEqual([[partner.organizationId, 1, 0, '2026-03-02']]));
    const recorded = await town.recorded(`organizations.participation-${community.organizationId}.${partner.organizationId}.2026`);
    expect(recorded.map(({ type }) => type)).toEqual(['ParticipationCounted', 'ParticipationCounted', 'ParticipationReversed']);
  });

  it('ORG-27 joint actions count in both directions, by whoever held them', async () => {
    const act = (who: TestCaller, partnerId: string, fields: object = {}) =>
      town.act(who, participation.recordJointAction, {
        ...{ organizationId: who.organizationId, partnerIds: [partnerId], kind: 'volunteering', heldOn: '2026-03-03' },
        ...fields,
      });
    await act(community, partner.organizationId);
    await act(partner, community.organizationId, { kind: 'activity', heldOn: '2026-03-02' });
    await eventually(async () => {
      expect(await shared(community, 'hosted')).toEqual([[partner.organizationId, 1, 1, '2026-03-03']]);
      expect(await shared(community, 'joined')).toEqual([[partner.organizationId, 0, 1, '2026-03-02']]);
      expect(await shared(partner, 'hosted')).toEqual([[community.organizationId, 0, 1, '2026-03-02']]);
    });
    expect(await shared(community, 'hosted', { year: '2025' })).toEqual([]);
    expect(await refusal(act(partner, town.org('branch-440308001002')))).toBe('JOINT_WORK_SIDES');
    expect(await refusal(act(partner, 'org_nobody'))).toBe('NOT_FOUND');
    expect(await refusal(act(partner, community.organizationId, { organizationId: community.organizationId }))).toBe('NOT_FOUND');
  });

  it('ORG-27 a street may be a pilot, nobody else', async () => {
    const set = (organizationId: string) => town.act(town.as('district-440308'), setOrganizationAttributes, { organizationId, partTimePilot: true });
    await set(street.organizationId);
    const { attributes, applicable } = await town.ask(street, organizationFacts, { organizationId: street.organizationId });
    expect([attributes?.partTimePilot, applicable.includes('partTimePilot')]).toEqual([true, true]);
    expect(await refusal(set(community.organizationId))).toBe('ATTRIBUTE_NOT_ALLOWED');
  });

  const report = (who: TestCaller, asked: object = {}) => town.ask(who, participation.partTimeReport, { organizationId: who.organizationId, ...asked });
  const rows = async (who: TestCaller, asked: object = {}) => {
    const { items, total } = await town.ask(who, participation.partTimeReportRows, { organizationId: who.organizationId, limit: 100, ...asked });
    expect(total).toBe(items.length);
    return items;
  };

  it('R-12 ORG-27 communities with a part-time member, now and on any day: those without are listed with the warning, the tree adds up', async () => {
    const registered = z.looseObject({ organizationId: z.string(), level: z.string(), placeCode: z.string().optional() });
    const communities = town.events
      .filter(({ type }) => type === 'OrganizationRegistered')
      .map(({ data }) => registered.parse(data))
      .filter(({ level, placeCode }) => level === 'community' && placeCode !== undefined);
    town.clock.to('2026-03-05T01:00:00.000Z');
    await town.act(street, posts.vacatePost, { organizationId: community.organizationId, postId, vacatedOn: '2026-03-05', cause: 'reassigned' });
    const city = town.as('city');
    for (const [asOf, staffed] of [
      ['2026-03-01', 0],
      ['2026-03-02', 1],
      ['2026-03-04', 1],
      ['2026-03-05', 0],
    ] as const) {
      const all = await report(city, { asOf });
      expect([asOf, all.communities, all.staffed]).toEqual([asOf, asOf < '2026-03-02' ? all.communities : communities.length, staffed]);
      expect(await rows(city, { asOf })).toHaveLength(all.communities);
      expect(await rows(city, { asOf, staffed: 'true' })).toHaveLength(all.staffed);
      const without = await rows(city, { asOf, staffed: 'false' });
      expect(without).toHaveLength(all.communities - all.staffed);
      expect(without.every(({ warning, partTimeMembers }) => warning === 'NO_PART_TIME_MEMBER' && partTimeMembers === 0)).toBe(true);
      const children = (await town.ask(city, listChildren, { organizationId: city.organizationId })).items;
      const parts = await Promise.all(children.map(({ organizationId }) => town.ask(city, participation.partTimeReport, { organizationId, asOf })));
      expect([parts.reduce((sum, part) => sum + part.communities, 0), parts.reduce((sum, part) => sum + part.staffed, 0)]).toEqual([
        all.communities,
        all.staffed,
      ]);
    }
    expect((await rows(city, { asOf: '2026-03-04', staffed: 'true' })).map(({ organizationId }) => organizationId)).toEqual([community.organizationId]);
  });

  it('R-12 seats with a diploma among the seats of a day', async () => {
    const seats = [];
    for (const login of ['community-440308001002', 'community-440308001005']) {
      const organizationId = town.org(login);
      for (const personId of [town.as('branch-440308001002').personId, partner.personId, town.as('branch-440303001001').personId]) {
        const { id } = await town.act(street, posts.fillPost, { organizationId, personId, type: 'committeeMember', fromOn: '2026-03-05' });
        seats.push({ organizationId, postId: id });
      }
    }
    for (const seat of seats) await town.act(street, setSeatAttributes, { ...seat, nonHukou: false, collegeDiploma: true });
    const before = await town.ask(street, factReport, { organizationId: street.organizationId, asOf: '2026-03-04' });
    await eventually(async () => {
      const after = await town.ask(street, factReport, { organizationId: street.organizationId });
      expect([after.seats - before.seats, after.collegeDiploma]).toEqual([seats.length, seats.length]);
    });
  });
});
