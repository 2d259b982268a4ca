import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, endOfDay, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { homesOf, refusalOf, registerFull, somebody } from './people.ts';
import { branches, Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const today = () => shanghaiDate(city.clock.now());
const rowsOf = (value: unknown) => z.looseObject({ total: z.number() }).parse(value);
const newBranch = async (name: string): Promise<string> => {
  const organizationId = `org_test${name.length}${city.events.length}`;
  const place = city.org(receiver.committee);
  const organization = { organizationId, name, kind: 'branch', level: 'base', sector: 'community', lineParentId: place, placeParentId: place };
  await city.asImporter('registerOrganizations', { organizations: [organization], effectiveOn: today() });
  await city.settle();
  return organizationId;
};

const registerIn = async (branchId: string): Promise<string> => {
  const person = { ...somebody(), source: 'initialLoad', branchId, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
  return (await city.asImporter('registerMember', person)).id;
};
const homeOf = async (personId: string): Promise<string> =>
  z.looseObject({ branchId: z.string() }).parse(await city.as('city').query('getMember', { personId })).branchId;

describe('organizations that change while a member moves', () => {
  it('8.1 step 5 refuses a branch that was dissolved meanwhile, and another is chosen', async () => {
    const organizationId = await newBranch('暂设党支部');
    const journey = await Journey.request(city);
    await journey.approve();
    await journey.accept();
    await journey.act(receiver.committee, 'assignTransferBranch', { branchId: organizationId });
    await city.as('street-440303001').command('dissolveOrganization', { organizationId, reasonCode: 'unitClosed', effectiveOn: today() });
    await city.settle();
    const confirm = () => journey.act(receiver.committee, 'confirmArrival', { reason: '支部书记出差' });
    expect(await refusalOf(confirm())).toBe('BRANCH_NOT_ACTIVE');
    expect(await refusalOf(journey.act(receiver.committee, 'assignTransferBranch', { branchId: organizationId }))).toBe('BRANCH_NOT_ACTIVE');
    await journey.assign();
    expect(await refusalOf(journey.act(receiver.committee, 'confirmArrival'))).toBe('REASON_REQUIRED');
    await confirm();
    expect(await homesOf(city, journey.personId, journey.last, branches)).toEqual([receiver.branch]);
  });

  it('ALREADY_IN_BRANCH refuses the branch the member is in', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const ask = { personId, kind: 'sameCommittee', toBranchId: city.org(sender.branch), duesPaidTo: '2026-02' };
    expect(await refusalOf(city.as(sender.branch).command('requestTransfer', ask))).toBe('ALREADY_IN_BRANCH');
  });

  it('X-21 brings the founders of a new branch home on its day', async () => {
    const founders = await Promise.all([1, 2, 3].map(() => registerFull(city, receiver.branch)));
    await city.settle();
    const place = city.org(receiver.committee);
    const proposed = await city.as(receiver.committee).command('proposeOrganization', {
      name: '新设党支部',
      kind: 'branch',
      level: 'base',
      sector: 'community',
      lineParentId: place,
      placeParentId: place,
      memberIds: founders.map(({ personId }) => personId),
    });
    const homes = async () => {
      const rows = await Promise.all(founders.map(({ personId }) => city.as(receiver.committee).query('getMember', { personId })));
      return rows;
    };
    expect(await homes()).toEqual(founders.map(() => expect.objectContaining({ branchId: city.org(receiver.branch) })));
    await city.as('street-440303001').command('approveOrganization', { organizationId: proposed.id });
    await eventually(async () => expect(await homes()).toEqual(founders.map(() => expect.objectContaining({ branchId: proposed.id }))));
    const moves = city.events.filter(({ type, data }) => type === 'BranchAssigned' && JSON.stringify(data).includes(`"branchId":"${proposed.id}"`));
    expect(moves.map(({ data }) => data)).toEqual(
      founders.map(() => expect.objectContaining({ causeCode: 'restructure', fromBranchId: city.org(receiver.branch) })),
    );
  });

  it('X-09 moves each member of a split branch into the part that names it, on its day', async () => {
    const organizationId = await newBranch('待分设党支部');
    const people = await Promise.all(Array.from({ length: 6 }, () => registerIn(organizationId)));
    await city.settle();
    const effectiveOn = addDays(today(), 1);
    const part = (name: string, memberIds: readonly string[]) => ({ name, kind: 'branch', memberIds });
    const parts = [part('分设第一党支部', people.slice(0, 3)), part('分设第二党支部', people.slice(3))];
    await city.as('street-440303001').command('splitOrganization', { organizationId, parts, effectiveOn });
    const homes = () => Promise.all(people.map(homeOf));
    await city.settle();
    expect(new Set(await homes())).toEqual(new Set([organizationId]));
    city.clock.toDay(effectiveOn);
    await eventually(async () => expect(await homes()).not.toContain(organizationId));
    const [first, , , second] = await homes();
    expect(await homes()).toEqual([first, first, first, second, second, second]);
    expect(first).not.toBe(second);
  });

  it('X-09 leaves alone who has left before the day of a split; who came after it was decided is listed after 24 hours, and moved by hand', async () => {
    const organizationId = await newBranch('分设中有变动的党支部');
    const people = await Promise.all(Array.from({ length: 6 }, () => registerIn(organizationId)));
    await city.settle();
    const effectiveOn = addDays(today(), 1);
    const part = (name: string, memberIds: readonly string[]) => ({ name, kind: 'branch', memberIds });
    const parts = [part('变动第一党支部', people.slice(0, 3)), part('变动第二党支部', people.slice(3))];
    const [street, community] = [city.as('street-440303001'), city.as(receiver.committee)];
    const transfer = async (personId: string, toBranchId: string) => {
      const asked = { personId, kind: 'sameCommittee', toBranchId, duesPaidTo: city.clock.now().slice(0, 7) };
      const { id: transferId } = await street.command('requestTransfer', asked);
      await community.command('approveTransfer', { transferId });
      await community.command('assignTransferBranch', { transferId, branchId: toBranchId });
      await community.command('confirmArrival', { transferId, reason: '支部书记未到任' });
      await city.settle();
    };
    await street.command('splitOrganization', { organizationId, parts, effectiveOn });
    await city.settle();
    const newcomer = await registerIn(organizationId);
    const [leaver = '', stayer = ''] = people;
    await transfer(leaver, city.org(receiver.branch));
    city.clock.toDay(effectiveOn);
    await eventually(async () => expect(await Promise.all(people.map(homeOf))).not.toContain(organizationId));
    expect([await homeOf(leaver), await homeOf(newcomer)]).toEqual([city.org(receiver.branch), organizationId]);
    const unmoved = () => street.query('unmovedMembers', { organizationId: city.org('street-440303001'), limit: 10 });
    expect(await unmoved()).toMatchObject({ items: [] });
    city.clock.toDay(addDays(effectiveOn, 1));
    expect(await unmoved()).toMatchObject({ items: [{ personId: newcomer, branchId: organizationId, effectiveOn }] });
    const state = async () => z.looseObject({ state: z.string() }).parse(await street.query('getOrganization', { organizationId })).state;
    await eventually(async () => expect(await state()).toBe('underReview'));
    await transfer(newcomer, await homeOf(stayer));
    await eventually(async () => expect(await state()).toBe('dissolved'));
    expect(await unmoved()).toMatchObject({ items: [] });
  });

  it('X-09 lists after 24 hours whom a merge could not move, because its survivor goes on into another', async () => {
    const [first, second, last] = [await newBranch('甲党支部一'), await newBranch('乙党支部二二'), await newBranch('丙党支部三三三')];
    const personId = await registerIn(first);
    await city.settle();
    const effectiveOn = addDays(today(), 1);
    const merge = (into: string, source: string) =>
      city.as('street-440303001').command('mergeOrganizations', { organizationId: into, sourceIds: [source], effectiveOn });
    await merge(second, first);
    await merge(last, second);
    await city.settle();
    const unmoved = () => city.as('street-440303001').query('unmovedMembers', { organizationId: city.org('street-440303001'), limit: 10 });
    city.clock.to(endOfDay(effectiveOn));
    expect(await unmoved()).toMatchObject({ items: [] });
    city.clock.pass(1);
    expect(await unmoved()).toMatchObject({ items: [{ personId, branchId: first, survivorId: second, effectiveOn }], total: 1 });
  });

  it('X-09 two branches of a hundred become one while three of their members are on the way: each is in one branch in the end', async () => {
    const [survivor, source] = [await newBranch('合并后的党支部'), await newBranch('并入他处的党支部')];
    const people = await Promise.all([survivor, source].flatMap((branchId) => Array.from({ length: 100 }, () => registerIn(branchId))));
    await city.settle();
    const [community, street] = [city.as(receiver.committee), city.as('street-440303001')];
    const moving = [people[0], people[100], people[101]].filter((personId) => personId !== undefined);
    const [asked, approved, assigned] = await Promise.all(
      moving.map(async (personId) => {
        const transfer = { personId, kind: 'withinCity', toCommitteeId: city.org(sender.committee), duesPaidTo: city.clock.now().slice(0, 7) };
        return (await street.command('requestTransfer', transfer)).id;
      }),
    );
    for (const transferId of [approved, assigned]) await community.command('approveTransfer', { transferId });
    await city.as(sender.committee).command('acceptTransfer', { transferId: assigned });
    await city.as(sender.committee).command('assignTransferBranch', { transferId: assigned, branchId: city.org(sender.branch) });
    const effectiveOn = addDays(today(), 1);
    await street.command('mergeOrganizations', { organizationId: survivor, sourceIds: [source], effectiveOn });
    city.clock.toDay(effectiveOn);
    const list = async (organizationId: string) => rowsOf(await city.as('city').query('listMembers', { branchId: organizationId, limit: 1 })).total;
    await eventually(async () => expect([await list(survivor), await list(source)]).toEqual([200, 0]), 20_000);
    await city.as(sender.branch).command('confirmArrival', { transferId: assigned });
    await street.command('withdrawTransfer', { transferId: asked });
    await eventually(async () => expect([await list(survivor), await list(source)]).toEqual([199, 0]));
    const homes = await Promise.all(people.map(homeOf));
    expect(Object.fromEntries([...Map.groupBy(homes, (home) => home)].map(([home, those]) => [home, those.length]))).toEqual({
      [survivor]: 199,
      [city.org(sender.branch)]: 1,
    });
  }, 60_000);

  it('X-09 members and open transfers go to the survivor at 00:00 of the day, on both sides', async () => {
    const entering = await Journey.request(city);
    await entering.approve();
    await entering.accept();
    await entering.assign(receiver.other);
    const { personId } = await registerFull(city, receiver.other);
    const away = { personId, kind: 'withinCity', toCommitteeId: city.org(sender.committee), duesPaidTo: '2026-02' };
    const { id: leaving } = await city.as(receiver.other).command('requestTransfer', away);
    const effectiveOn = addDays(today(), 1);
    const standing = [sender.branch, receiver.branch]; // the posts of the merged branch end once it is empty
    await city.settle();
    await city
      .as('street-440303001')
      .command('mergeOrganizations', { organizationId: city.org(receiver.branch), sourceIds: [city.org(receiver.other)], effectiveOn });
    city.clock.to(endOfDay(today()));
    await city.settle();
    expect(await homesOf(city, personId, entering.last, branches)).toEqual([receiver.other]);
    city.clock.pass(1);
    await eventually(async () => expect(await homesOf(city, personId, entering.last, standing)).toEqual([receiver.branch]));
    await eventually(async () => expect(await entering.seen()).toMatchObject({ toBranchId: city.org(receiver.branch) }));
    await entering.arrive();
    expect(await homesOf(city, entering.personId, entering.last, standing)).toEqual([receiver.branch]);
    await city.as(receiver.committee).command('approveTransfer', { transferId: leaving });
    await city.settle();
    expect(await city.as(sender.committee).query('getTransfer', { transferId: leaving })).toMatchObject({
      fromBranchId: city.org(receiver.branch),
      step: 'letterIssued',
    });
  });
});
