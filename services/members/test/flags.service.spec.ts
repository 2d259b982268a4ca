import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { homesOf, itemsOf, refusalOf, registerFull } from './people.ts';
import { Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const today = () => shanghaiDate(city.clock.now());
const set = (personId: string, flag: string) => city.as('discipline').command('setAuthorisedFlag', { personId, flag, setOn: today() });
const clear = (personId: string, flag: string) => city.as('discipline').command('clearAuthorisedFlag', { personId, flag, clearedOn: today() });

/** Lets an authorised body set a hold, and its policy have its say, after a use case has looked and before its commit. */
function holdBefore(type: string, personId: string): () => boolean {
  const { handler } = city.service('members').runtime;
  const handle = handler.handle.bind(handler);
  let held = false;
  const spied = jest.spyOn(handler, 'handle').mockImplementation(async (stream, request) => {
    if (commandType(request.command) === type) {
      spied.mockRestore();
      held = true;
      await set(personId, 'transferHold');
      await city.settle();
    }
    return handle(stream, request);
  });
  return () => held;
}
const commandType = (command: unknown) => (typeof command === 'object' && command !== null && 'type' in command ? command.type : undefined);

describe('authorised flags', () => {
  it('MEM-05 I8 leaves no trace on the open topic and in the history of the member', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const last = await set(personId, 'matterNotified');
    expect(last.stream).toBe(`members.flags-${personId}`);
    await city.settle();
    const open = city.events.filter(({ stream }) => !stream.startsWith('members.flags-'));
    expect(open.filter(({ type, data }) => type.startsWith('AuthorisedFlag') || JSON.stringify(data).includes('matterNotified'))).toEqual([]);
    const history = await city.as(sender.committee).query('memberHistory', { personId, limit: 50 }, { after: [last] });
    expect(itemsOf(history).map(({ type }) => type)).toEqual(['BranchAssigned', 'MemberRegistered']);
  });

  it('MEM-05 tells the authority and the own branch all, and those above that a flag exists', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const last = await set(personId, 'votingStopped');
    const held = [{ flag: 'votingStopped', authorityId: city.as('discipline').organizationId, setOn: today() }];
    const seenBy = (login: string) => city.as(login).query('getMember', { personId }, { after: [last] });
    for (const login of ['discipline', sender.branch]) expect(await seenBy(login)).toMatchObject({ flagged: true, flags: held });
    for (const login of [sender.committee, 'district-440308', 'city']) expect(await seenBy(login)).toMatchObject({ flagged: true, flags: [] });
  });

  it('MEM-03 takes off the entitled list and puts back on it', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const entitled = async (last: Awaited<ReturnType<typeof set>>) =>
      itemsOf(await city.as(sender.branch).query('entitledMembers', { organizationId: city.org(sender.branch), limit: 100 }, { after: [last] })).some(
        (item) => item.personId === personId,
      );
    expect(await entitled(await set(personId, 'matterNotified'))).toBe(true);
    expect(await entitled(await set(personId, 'votingStopped'))).toBe(false);
    expect(await entitled(await clear(personId, 'votingStopped'))).toBe(true);
  });

  it('MEM-19 a hold refuses a request, ends an open transfer, and lets go when cleared', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    await set(journey.personId, 'transferHold');
    await eventually(async () => expect((await journey.seen()).step).toBe('ended'));
    expect((await journey.seen()).steps.at(-1)).toMatchObject({ type: 'TransferEnded', code: 'authorityHold' });
    const again = () => Journey.request(city, { personId: journey.personId, receipt: journey.last });
    expect(await refusalOf(again())).toBe('AUTHORITY_HOLD');
    await clear(journey.personId, 'transferHold');
    await again();
  });

  it('MEM-19 8.1 a hold set between the look and the commit of a request ends it, though it found nothing open', async () => {
    const { personId, receipt } = await registerFull(city, sender.branch);
    const committed = holdBefore('RequestTransfer', personId);
    const journey = await Journey.request(city, { personId, receipt });
    await eventually(async () => expect((await journey.seen()).step).toBe('ended'));
    expect((await journey.seen()).steps.map(({ type, code }) => (type === 'TransferEnded' ? code : type))).toEqual([
      'TransferRequested',
      'TransferBranchConfirmed',
      'authorityHold',
    ]);
    expect(committed()).toBe(true);
  });

  it('MEM-19 8.1 a hold set between the look and the commit of an arrival has ended the process, and the member is at home where it was', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    await journey.accept();
    const named = await journey.assign();
    const committed = holdBefore('ConfirmArrival', journey.personId);
    expect(await refusalOf(journey.arrive())).toBe('STATE_NOT_ALLOWED');
    expect(committed()).toBe(true);
    expect((await journey.seen()).step).toBe('ended');
    expect(await homesOf(city, journey.personId, named, [sender.branch, receiver.branch])).toEqual([sender.branch]);
  });

  it('X-11 a suspension and an end of membership end an open transfer', async () => {
    for (const [operation, input] of [
      ['suspendMembership', {}],
      ['endMembership', { kind: 'deceased' }],
    ] as const) {
      const journey = await Journey.request(city);
      await journey.approve();
      const last = await city.as(sender.committee).command(operation, { personId: journey.personId, decidedOn: today(), ...input });
      await city.settle();
      expect([last.warnings, (await journey.seen()).step]).toEqual([[], 'ended']);
      expect(await refusalOf(Journey.request(city, { personId: journey.personId, receipt: last }))).toBe('NOT_TRANSFERABLE');
    }
  });

  it('MEM-05 is for authorised bodies alone', async () => {
    const { personId } = await registerFull(city, receiver.branch);
    for (const login of [receiver.branch, receiver.committee, 'city', 'security']) {
      expect(await refusalOf(city.as(login).command('setAuthorisedFlag', { personId, flag: 'votingStopped', setOn: today() }))).toBe('FORBIDDEN_ROLE');
    }
  });
});
