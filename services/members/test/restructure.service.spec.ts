import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, endOfDay, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { homesOf, refusalOf, registerFull, somebody } from './people.ts';
import { branches, Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const today = () => shanghaiDate(city.clock.now());
const newBranch = async (name: string): Promise<string> => {
  const organizationId = `org_test${name.length}${city.events.length}`;
  const place = city.org(receiver.committee);
  const organization = { organizationId, name, kind: 'branch', level: 'base', sector: 'community', lineParentId: place, placeParentId: place };
  await city.asImporter('registerOrganizations', { organizations: [organization], effectiveOn: today() });
  await city.settle();
  return organizationId;
};

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
    const people: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const person = { ...somebody(), source: 'initialLoad', branchId: organizationId, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
      people.push((await city.asImporter('registerMember', person)).id);
    }
    await city.settle();
    const effectiveOn = addDays(today(), 1);
    const part = (name: string, memberIds: readonly string[]) => ({ name, kind: 'branch', memberIds });
    const parts = [part('分设第一党支部', people.slice(0, 3)), part('分设第二党支部', people.slice(3))];
    await city.as('street-440303001').command('splitOrganization', { organizationId, parts, effectiveOn });
    const homes = async () => {
      const found = await Promise.all(people.map((personId) => city.as('street-440303001').query('getMember', { personId })));
      return found.map((member) => (typeof member === 'object' && member !== null && 'branchId' in member ? String(member.branchId) : ''));
    };
    await city.settle();
    expect(new Set(await homes())).toEqual(new Set([organizationId]));
    city.clock.toDay(effectiveOn);
    await eventually(async () => expect(await homes()).not.toContain(organizationId));
    const [first, , , second] = await homes();
    expect(await homes()).toEqual([first, first, first, second, second, second]);
    expect(first).not.toBe(second);
  });

  it('X-09 lists after 24 hours whom a merge could not move, because its survivor goes on into another', async () => {
    const [first, second, last] = [await newBranch('甲党支部一'), await newBranch('乙党支部二二'), await newBranch('丙党支部三三三')];
    const person = { ...somebody(), source: 'initialLoad', branchId: first, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    const { id: personId } = await city.asImporter('registerMember', person);
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
