import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, shanghaiDate } from '@zhitong/kernel';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { refusalOf, registerFull, somebody } from './people.ts';
import { Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const today = () => shanghaiDate(city.clock.now());
const full = { kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' } as const;
const inside = (more: object = {}) => ({ kind: 'withinCity', toCommitteeId: city.org(receiver.committee), ...more });
const ask = async (input: object, personId?: string) =>
  refusalOf(city.as(sender.branch).command('requestTransfer', { personId: personId ?? (await registerFull(city, sender.branch)).personId, ...input }));
const decide = async (operation: string, input: object) =>
  refusalOf(city.as(sender.committee).command(operation, { personId: (await registerFull(city, sender.branch)).personId, decidedOn: today(), ...input }));
const takeIn = (change: object) =>
  refusalOf(
    city.as(receiver.committee).command('registerIncomingTransfer', {
      ...somebody(),
      ...full,
      toCommitteeId: city.org(receiver.committee),
      letterNumber: 'GZ-0001',
      letterIssuedOn: '2026-02-20',
      letterValidUntil: '2026-04-20',
      origin: '广州',
      ...change,
    }),
  );

describe('requests that the rules refuse', () => {
  it.each([
    ['DESTINATION_REQUIRED', 'without a receiver', () => ask({ kind: 'withinCity' })],
    ['SAME_COMMITTEE', 'to the own committee as to another', () => ask(inside({ toCommitteeId: city.org(sender.committee) }))],
    ['DESTINATION_REQUIRED', 'out of the city without saying where to', () => ask({ kind: 'outOfCity' })],
    ['NOT_FOUND', 'to an organization nobody knows', () => ask(inside({ toCommitteeId: 'org_nowhere' }))],
    ['KIND_NOT_ALLOWED', 'to a branch instead of a committee', () => ask(inside({ toCommitteeId: city.org(receiver.branch) }))],
    ['NOT_A_HOME_BRANCH', 'into a committee instead of a branch', () => ask({ kind: 'sameCommittee', toBranchId: city.org(sender.committee) })],
    ['NOT_FOUND', 'of a person of another district', () => ask(inside(), city.as(receiver.branch).personId)],
    ['FUTURE_DATED', 'with dues paid ahead by more than a year', () => ask(inside({ duesPaidTo: '2027-04' }))],
    ['TRANSFER_OPEN', 'while another is open', async () => ask(inside(), (await Journey.request(city)).personId)],
  ])('MEM-17 %s: %s', async (code, _what, refused) => expect(await refused()).toBe(code));

  it.each([
    ['FUTURE_DATED', 'a letter of tomorrow', () => takeIn({ letterIssuedOn: addDays(today(), 1) })],
    ['LETTER_EXPIRED', 'a letter that ended yesterday', () => takeIn({ letterValidUntil: addDays(today(), -1) })],
    ['BACKDATE_TOO_FAR', 'a letter from more than its longest validity ago', () => takeIn({ letterIssuedOn: addDays(today(), -181) })],
    ['none', 'a letter that ends today, of 180 days ago', () => takeIn({ letterIssuedOn: addDays(today(), -180), letterValidUntil: today() })],
  ])('MEM-18 %s: %s', async (code, _what, refused) => expect(await refused()).toBe(code));
});

describe('decisions that the rules refuse', () => {
  it.each([
    ['FUTURE_DATED', 'suspendMembership', () => ({ decidedOn: addDays(today(), 1) })],
    ['BACKDATE_TOO_FAR', 'endMembership', () => ({ kind: 'left', decidedOn: addDays(today(), -91) })],
    ['none', 'endMembership', () => ({ kind: 'left', decidedOn: addDays(today(), -90) })],
    ['STATE_NOT_ALLOWED', 'restoreMembership', () => ({})],
    ['STATE_NOT_ALLOWED', 'endMembership', () => ({ kind: 'cancelled' })],
  ])('X-11 %s: %s', async (code, operation, input) => expect(await decide(operation, input())).toBe(code));

  it('MEM-17 CERTIFICATE_NOT_DUE for an absence of 3 months, a certificate for a day more', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const issue = (absentUntil: string) => refusalOf(city.as(sender.branch).command('issueCertificate', { personId, absentFrom: today(), absentUntil }));
    expect([await issue(addMonths(today(), 3)), await issue(addDays(addMonths(today(), 3), 1))]).toEqual(['CERTIFICATE_NOT_DUE', 'none']);
  });
  it('MEM-21 LETTER_EXPIRED for a receipt of after the last day', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const { id: transferId } = await city
      .as(sender.branch)
      .command('requestTransfer', { personId, kind: 'outOfCity', destination: '广州', duesPaidTo: '2026-02' });
    await city.as(sender.committee).command('approveTransfer', { transferId, letterDays: 1 });
    const link = (acceptedOn: string) =>
      refusalOf(city.as(sender.committee).command('linkExternalReceipt', { transferId, receiptNumber: 'GZ-1000', recordNumber: 'PROV-1000', acceptedOn }));
    const issued = today();
    expect(await link(addDays(issued, 1))).toBe('FUTURE_DATED');
    city.clock.toDay(addDays(issued, 2));
    await city.settle();
    expect(await link(addDays(issued, 2))).toBe('LETTER_EXPIRED');
    expect(await link(addDays(issued, 1))).toBe('none');
  });
  it('0.3 BACKDATE_TOO_FAR: the committee files 90 days back, the organization above it further with a reason that no event holds', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const suspend = (login: string, days: number, reason?: string) =>
      refusalOf(city.as(login).command('suspendMembership', { personId, decidedOn: addDays(today(), -days), ...(reason === undefined ? {} : { reason }) }));
    expect(await suspend(sender.committee, 91, '补录')).toBe('BACKDATE_TOO_FAR');
    expect(await suspend('district-440308', 91)).toBe('REASON_REQUIRED');
    expect(await suspend('district-440308', 91, '档案移交时发现漏报')).toBe('none');
    await city.settle();
    const stored = city.events.find(({ stream, type }) => stream === `members.member-${personId}` && type === 'MembershipSuspended');
    expect(stored?.data).toMatchObject({ suspendedOn: addDays(today(), -91), lateReasonRef: expect.any(String) });
    expect(JSON.stringify(stored)).not.toContain('档案');
  });
  it('OUT_OF_SCOPE: nobody takes the steps of the other side', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    expect(await refusalOf(journey.act(sender.committee, 'acceptTransfer'))).toBe('OUT_OF_SCOPE');
    expect(await refusalOf(journey.act(receiver.branch, 'acceptTransfer'))).toBe('FORBIDDEN_ROLE');
    await journey.accept();
    expect(await refusalOf(journey.assign(sender.branch))).toBe('OUT_OF_SCOPE');
    expect(await refusalOf(journey.act(`${sender.branch}-2`, 'confirmArrival'))).toBe('NOT_FOUND');
  });
  it('ERASED: nothing happens to whom was erased', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const by = city.as(sender.committee);
    await by.command('endMembership', { personId, kind: 'left', decidedOn: today() });
    await by.command('proposeErasure', { personId });
    await city.as('district-440308').command('erasePerson', { personId });
    expect(await refusalOf(by.command('proposeErasure', { personId }))).toBe('ERASED');
    expect(await refusalOf(city.as('discipline').command('setAuthorisedFlag', { personId, flag: 'matterNotified', setOn: today() }))).toBe('STATE_NOT_ALLOWED');
  });
});
