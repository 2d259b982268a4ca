import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { homesOf, refusalOf, registerFull, somebody } from './people.ts';
import { branches, Journey, receiver, sender } from './transfer-people.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const homes = ({ personId, last }: Journey) => homesOf(city, personId, last, branches);
const counted = async (organization: string, login: string) =>
  z.looseObject({ total: z.number() }).parse(await city.as(login).query('memberCounts', { organizationId: city.org(organization) })).total;

describe('a transfer between two districts', () => {
  it('MEM-17..20 8.1 X-08 has the member in one branch at every step and reaches the receiver, whoever stops in between', async () => {
    const journey = await Journey.request(city);
    const steps = [journey.approve, journey.accept, () => journey.assign()];
    expect(await homes(journey)).toEqual([sender.branch]);
    for (const step of steps) {
      await city.restart();
      await step();
      expect(await homes(journey)).toEqual([sender.branch]);
    }
    await city.restart();
    await journey.arrive();
    expect(await homes(journey)).toEqual([receiver.branch]);
    const { step, handsId, steps: history } = await journey.seen();
    expect({ step, handsId }).toEqual({ step: 'assigned', handsId: undefined });
    expect(history.map(({ type }) => type)).toEqual([
      'TransferRequested',
      'TransferBranchConfirmed',
      'TransferApproved',
      'LetterIssued',
      'TransferAccepted',
      'TransferBranchNamed',
      'BranchAssigned',
    ]);
  }, 60_000);

  it('X-02 counts the member once, in the branch of the moment, here and in organizations', async () => {
    const journey = await Journey.request(city);
    await city.settle();
    const before = [await counted(sender.branch, sender.branch), await counted(receiver.branch, receiver.branch)];
    await journey.approve();
    await journey.accept();
    await journey.assign();
    await journey.arrive();
    await city.settle();
    expect([await counted(sender.branch, sender.branch), await counted(receiver.branch, receiver.branch)]).toEqual([
      (before[0] ?? 0) - 1,
      (before[1] ?? 0) + 1,
    ]);
  });

  it('MEM-17 lets the member ask and withdraw, and the branch give its word', async () => {
    const member = city.as('member');
    const receipt = await member.command('requestOwnTransfer', { kind: 'withinCity', toCommitteeId: city.org(receiver.committee) });
    expect(await refusalOf(city.as('city').command('approveTransfer', { transferId: receipt.id }))).toBe('STATE_NOT_ALLOWED');
    expect(await refusalOf(city.as('city').command('confirmTransferByBranch', { transferId: receipt.id, duesPaidTo: '2026-02' }))).toBe('STATE_NOT_ALLOWED');
    await member.command('withdrawOwnTransfer', { transferId: receipt.id });
    expect(
      await member.query(
        'myTransfers',
        { limit: 10 },
        { after: [await member.command('withdrawOwnTransfer', { transferId: receipt.id }).catch(() => receipt)] },
      ),
    ).toMatchObject({ items: [{ step: 'withdrawn' }] });
  });

  it('MEM-18 skips the letter inside one committee', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const toBranchId = city.org(`${sender.branch}-2`);
    const { id: transferId } = await city.as(sender.branch).command('requestTransfer', { personId, kind: 'sameCommittee', toBranchId, duesPaidTo: '2026-02' });
    await city.as(sender.committee).command('approveTransfer', { transferId });
    await city.as(sender.committee).command('assignTransferBranch', { transferId, branchId: toBranchId });
    const last = await city.as(`${sender.branch}-2`).command('confirmArrival', { transferId });
    expect(await homesOf(city, personId, last, [...branches, `${sender.branch}-2`])).toEqual([`${sender.branch}-2`]);
  });

  it('MEM-21 leaves the city with receipt and record only', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const { id: transferId } = await city
      .as(sender.branch)
      .command('requestTransfer', { personId, kind: 'outOfProvince', destination: '湖南省长沙市某支部', duesPaidTo: '2026-02' });
    await city.as(sender.committee).command('approveTransfer', { transferId });
    expect(await refusalOf(city.as(sender.committee).command('issueLetter', { transferId }))).toBe('OUT_OF_SCOPE');
    await city.as('city').command('issueLetter', { transferId, letterDays: 180 });
    const link = { transferId, acceptedOn: city.clock.now().slice(0, 10) };
    expect(await refusalOf(city.as('city').command('linkExternalReceipt', { ...link, receiptNumber: 'HN-0001' }))).toBe('EXTERNAL_RECEIPT_MISSING');
    const last = await city.as('city').command('linkExternalReceipt', { ...link, receiptNumber: 'HN-0001', recordNumber: 'PROV-0001' });
    expect(await city.as(sender.committee).query('getMember', { personId }, { after: [last] })).toMatchObject({ state: 'ended' });
  });

  it('MEM-18 takes somebody in from outside, who is at home on arrival and not before', async () => {
    const letter = { letterNumber: 'GZ-1234', letterIssuedOn: '2026-02-20', letterValidUntil: '2026-04-20', origin: '广州某支部' };
    const person = { ...somebody('钱思源'), kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01', toCommitteeId: city.org(receiver.committee) };
    const taken = await city.as(receiver.committee).command('registerIncomingTransfer', { ...person, ...letter });
    const transferId = taken.id;
    await city.as(receiver.committee).command('acceptTransfer', { transferId });
    await city.as(receiver.committee).command('assignTransferBranch', { transferId, branchId: city.org(receiver.branch) });
    const personId = `per_${transferId.slice(4).split('.')[0]}`;
    expect(await homesOf(city, personId, taken, branches)).toEqual([]);
    const arrived = await city.as(receiver.branch).command('confirmArrival', { transferId });
    expect(await homesOf(city, personId, arrived, branches)).toEqual([receiver.branch]);
    expect(await refusalOf(city.as(receiver.committee).command('registerIncomingTransfer', { ...person, ...letter }))).toBe('DUPLICATE_PERSON');
  });

  it('MEM-21 requests a batch and lists what failed', async () => {
    const [free, busy] = [await registerFull(city, sender.branch), (await Journey.request(city)).personId];
    const to = { kind: 'withinCity', toCommitteeId: city.org(receiver.committee), duesPaidTo: '2026-02' };
    expect(await city.as(sender.branch).command('requestTransfersInBatch', { personIds: [free.personId, busy], ...to })).toMatchObject({
      warnings: [`${busy}=TRANSFER_OPEN`],
    });
    const again = await city
      .as(sender.branch)
      .command('requestTransfersInBatch', { personIds: [free.personId, busy], ...to })
      .catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('ways out', () => {
  it('8.1 returns with a cause, is issued anew twice and no third time', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    expect(await refusalOf(journey.act(receiver.committee, 'returnTransfer'))).toBe('CAUSE_REQUIRED');
    for (const round of [1, 2]) {
      await journey.act(receiver.committee, 'returnTransfer', { cause: 'wrongUnit', reason: '名称不符' });
      expect(await refusalOf(journey.act(sender.committee, 'reissueLetter'))).toBe('REASON_REQUIRED');
      await journey.act(sender.committee, 'reissueLetter', { reason: `第${round}次重开` });
    }
    await journey.act(receiver.committee, 'returnTransfer', { cause: 'notHere' });
    expect(await refusalOf(journey.act(sender.committee, 'reissueLetter', { reason: '第三次' }))).toBe('REISSUE_LIMIT');
    await journey.act(sender.branch, 'withdrawTransfer');
    expect((await journey.seen()).step).toBe('withdrawn');
    expect(await homes(journey)).toEqual([sender.branch]);
  });

  it('8.1 is refused with a cause and can be asked for again', async () => {
    const journey = await Journey.request(city);
    expect(await refusalOf(journey.act(sender.committee, 'refuseTransfer'))).toBe('CAUSE_REQUIRED');
    await journey.act(sender.committee, 'refuseTransfer', { cause: 'papersMissing' });
    expect(await refusalOf(journey.approve())).toBe('STATE_NOT_ALLOWED');
    await Journey.request(city, { personId: journey.personId, receipt: journey.last });
  });

  it('8.1 accepts once: the second with the version it saw is stale, without it the step is over', async () => {
    const journey = await Journey.request(city);
    const { version } = await journey.approve();
    const accept = (ifVersion: number) => city.as(receiver.committee).command('acceptTransfer', { transferId: journey.transferId }, { ifVersion });
    const both = await Promise.allSettled([accept(version), accept(version)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'STALE_VERSION', details: { changedFor: [city.org(receiver.committee)], changedAt: [expect.any(String)] } },
    });
    expect(await refusalOf(journey.accept())).toBe('STATE_NOT_ALLOWED');
  });

  it('8.1 answers a repetition with the first receipt', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const ask = () =>
      city
        .as(sender.branch)
        .command('requestTransfer', { personId, kind: 'withinCity', toCommitteeId: city.org(receiver.committee) }, { key: `again-${personId}` });
    expect(await ask()).toEqual(await ask());
  });

  it('8.1 withdraws before the acceptance and not after it', async () => {
    const journey = await Journey.request(city);
    await journey.approve();
    await journey.accept();
    expect(await refusalOf(journey.act(sender.branch, 'withdrawTransfer'))).toBe('STATE_NOT_ALLOWED');
  });

  it('SELF_APPROVAL keeps whoever asked from approving', async () => {
    const { personId } = await registerFull(city, sender.branch);
    const to = { personId, kind: 'withinCity', toCommitteeId: city.org(receiver.committee), duesPaidTo: '2026-02' };
    const { id: transferId } = await city.as(sender.committee).command('requestTransfer', to);
    expect(await refusalOf(city.as(sender.committee).command('approveTransfer', { transferId }))).toBe('SELF_APPROVAL');
    await city.as('district-440308').command('approveTransfer', { transferId });
  });
});
