import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, endOfDay, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { homesOf, refusalOf, registerFull } from './people.ts';
import { branches, Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const today = () => shanghaiDate(city.clock.now());
const typesOf = async (journey: Journey, by?: string) => (await journey.seen(by)).steps.map(({ type }) => type);
const recorded = (journey: Journey, type: string, times = 1) =>
  eventually(async () => expect((await typesOf(journey)).filter((one) => one === type)).toHaveLength(times));
/** The clock has had its say about this instant and recorded nothing. */
async function nothingSince(journey: Journey, before: readonly string[]) {
  await city.settle();
  expect(await typesOf(journey)).toEqual(before);
}

describe('the clock of a transfer', () => {
  it('8.1 step 2 lets the committee act for the branch once its days are over', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const { id: transferId } = await city
      .as(sender.branch)
      .command('requestTransfer', { personId, kind: 'withinCity', toCommitteeId: city.org(receiver.committee) });
    const confirm = () => city.as(sender.committee).command('confirmTransferByBranch', { transferId, duesPaidTo: '2026-02' });
    city.clock.to(endOfDay(addDays(today(), 5)));
    expect(await refusalOf(confirm())).toBe('STATE_NOT_ALLOWED');
    city.clock.pass(1);
    expect(await confirm()).toMatchObject({ id: transferId });
  });

  it('8.1 step 3 escalates a late approval on the day after', async () => {
    const journey = await Journey.request(city);
    city.clock.to(endOfDay(addDays(today(), 7)));
    await nothingSince(journey, ['TransferRequested', 'TransferBranchConfirmed']);
    city.clock.pass(1);
    await recorded(journey, 'TransferEscalated');
    await journey.approve();
  });

  it('8.1 step 4 reminds twice, has the department mediate, and lets the letter expire on the day after its last', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    const issuedOn = today();
    city.clock.toDay(addDays(issuedOn, 5));
    await recorded(journey, 'TransferReminderIssued');
    city.clock.toDay(addDays(issuedOn, 7));
    await recorded(journey, 'TransferReminderIssued', 2);
    city.clock.to(endOfDay(addDays(issuedOn, 10)));
    await nothingSince(journey, [
      'TransferRequested',
      'TransferBranchConfirmed',
      'TransferApproved',
      'LetterIssued',
      'TransferReminderIssued',
      'TransferReminderIssued',
    ]);
    city.clock.pass(1);
    await recorded(journey, 'TransferMediationOpened');
    city.clock.to(endOfDay(addDays(issuedOn, 90)));
    expect((await journey.seen()).step).toBe('letterIssued');
    city.clock.pass(1);
    await recorded(journey, 'LetterExpired');
    expect(await refusalOf(journey.accept())).toBe('STATE_NOT_ALLOWED');
    expect(await homesOf(city, journey.personId, journey.last, branches)).toEqual([sender.branch]);
    city.clock.toDay(addDays(issuedOn, 91 + 15 + 1));
    await recorded(journey, 'TransferEscalated');
    await journey.act(sender.committee, 'reissueLetter', { reason: '介绍信过期' });
    await journey.accept();
  });

  it('8.1 accepts on the last day of the letter', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    city.clock.to(endOfDay(addDays(today(), 90)));
    await journey.accept();
  });

  it('8.1 step 5 lapses 30 days after the acceptance, and the member is where it was', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    await journey.accept();
    await journey.assign();
    city.clock.to(endOfDay(addDays(today(), 30)));
    expect((await journey.seen()).step).toBe('accepted');
    city.clock.pass(1);
    await recorded(journey, 'TransferLapsed');
    expect(await refusalOf(journey.arrive())).toBe('STATE_NOT_ALLOWED');
    expect(await homesOf(city, journey.personId, journey.last, branches)).toEqual([sender.branch]);
  });

  it('0.3 records what was missed while the services stood still, in order, each on its day', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    const issuedOn = today();
    await city.stop();
    city.clock.toDay(addDays(issuedOn, 120));
    await city.start();
    await recorded(journey, 'LetterExpired');
    await recorded(journey, 'TransferEscalated');
    expect((await typesOf(journey)).slice(3)).toEqual([
      'LetterIssued',
      'TransferReminderIssued',
      'TransferReminderIssued',
      'TransferMediationOpened',
      'LetterExpired',
      'TransferEscalated',
    ]);
    const stored = city.events.filter(({ stream, type }) => stream === `members.member-${journey.personId}` && type === 'LetterExpired');
    expect(stored.map(({ data }) => data)).toEqual([expect.objectContaining({ expiredOn: addDays(issuedOn, 91), backDueOn: addDays(issuedOn, 106) })]);
  }, 30_000);
});
