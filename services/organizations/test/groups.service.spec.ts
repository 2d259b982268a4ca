import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as groups from '@zhitong/catalogue/operations/groups.ts';
import { endMembership } from '@zhitong/catalogue/operations/members.ts';
import { eventually } from '@zhitong/testing';
import { membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('party groups, on the running services', () => {
  let town: Town;
  let secretary: TestCaller;
  let people: readonly string[];
  beforeAll(async () => {
    town = await startTown();
    secretary = town.as('branch-440308001002');
    const { items } = await town
      .service('organizations')
      .runtime.env.rows(membership)
      .query({ where: [{ field: 'branchId', eq: secretary.organizationId }], limit: 100 });
    people = items.filter(({ kind }) => kind === 'full').map(({ personId }) => personId);
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const listed = async (who: TestCaller = secretary) => (await town.ask(who, groups.partyGroups, { organizationId: secretary.organizationId })).items;
  const set = (fields: object, who: TestCaller = secretary, options = {}) =>
    town.act(
      who,
      groups.setPartyGroup,
      { organizationId: secretary.organizationId, name: '第一党小组', headId: people[0] ?? '', memberIds: [], ...fields },
      options,
    );

  it('ORG-12 the secretary divides the branch; nobody is in two groups, nobody from elsewhere in one', async () => {
    const { id: groupId } = await set({ memberIds: people.slice(0, 2) });
    expect(await listed()).toEqual([{ groupId, name: '第一党小组', headId: people[0], memberIds: people.slice(0, 2) }]);
    expect(await refusal(set({ name: '第二党小组', headId: people[1] ?? '' }))).toBe('GROUP_TAKEN');
    expect(await refusal(set({ name: '第二党小组', headId: town.as('branch-440308001005').personId }))).toBe('NOT_A_MEMBER');
    expect(await refusal(set({}, town.as('branch-440308001005')))).toBe('NOT_FOUND');
    expect(await refusal(town.ask(town.as('member'), groups.partyGroups, { organizationId: secretary.organizationId }))).toBe('FORBIDDEN_ROLE');
    await set({ groupId, memberIds: people.slice(0, 3) });
    expect(await listed(town.as('street-440308001'))).toMatchObject([{ memberIds: people.slice(0, 3) }]);
  });

  it('console 3.3 GW-03 a group is not changed on a list of them that others have changed since, be it another of them that is gone', async () => {
    const seen = async () => (await town.ask(secretary, groups.partyGroups, { organizationId: secretary.organizationId })).version;
    const [group] = await listed();
    const { id: groupId } = await set({ name: '第二党小组', headId: people[4] ?? '' });
    const before = await seen();
    await town.act(secretary, groups.dissolvePartyGroup, { organizationId: secretary.organizationId, groupId });
    const change = (ifVersion: number) => set({ groupId: group?.groupId, memberIds: people.slice(0, 3) }, secretary, { ifVersion });
    expect(await refusal(change(before))).toBe('STALE_VERSION');
    await change(await seen());
  });

  it('ORG-12 who leaves the branch leaves the group, and a group that is dissolved is gone', async () => {
    const [group] = await listed();
    const gone = people[2] ?? '';
    await town.act(town.as('community-440308001002'), endMembership, { personId: gone, kind: 'left', decidedOn: '2026-03-02' });
    await eventually(async () => expect((await listed())[0]?.memberIds).toEqual(people.slice(0, 2)));
    await town.act(secretary, groups.dissolvePartyGroup, { organizationId: secretary.organizationId, groupId: group?.groupId ?? '' });
    expect(await listed()).toEqual([]);
  });
});
