import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, endOfDay, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../../all/test-city.ts';
import { refusalOf } from './people.ts';
import { receiver, sender } from './transfer-people.ts';

const upper = 'street-440308001';
let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
}, 60_000);
afterAll(() => city.remove());

const detail = z.looseObject({ step: z.string(), handsId: z.string().optional(), steps: z.array(z.looseObject({ type: z.string() })) });

/** The own transfer of the branch's secretary, refused by the committee or whoever acts for it. */
async function refusedTransfer(refusedBy: string = sender.committee): Promise<string> {
  const member = city.as(sender.branch);
  const { id: transferId } = await member.command('requestOwnTransfer', { kind: 'withinCity', toCommitteeId: city.org(receiver.committee) });
  await member.command('confirmTransferByBranch', { transferId, duesPaidTo: '2026-02' });
  await city.as(refusedBy).command('refuseTransfer', { transferId, cause: 'staysInUnit' });
  return transferId;
}
const appeal = (transferId: string, login: string = sender.branch) => city.as(login).command('appealOwnTransfer', { transferId, reason: '工作已经调动' });
const decide = (transferId: string, outcome: 'upheld' | 'overruled', login = upper) =>
  city.as(login).command('decideTransferAppeal', { transferId, outcome, reason: '已核实' });
async function seen(transferId: string, login: string = upper) {
  await city.settle();
  return detail.parse(await city.as(login).query('getTransfer', { transferId }));
}

describe('8.1 step 3, an appeal against a refusal', () => {
  it('8.1 goes from the member to the organization above, which overrules: the sender approves and does not refuse again', async () => {
    const transferId = await refusedTransfer();
    const dueOn = addDays(shanghaiDate(city.clock.now()), 7);
    await appeal(transferId);
    expect(await seen(transferId)).toMatchObject({ step: 'appealed', handsId: city.org(upper), dueOn, appealed: true, appealReason: '工作已经调动' });
    for (const other of [sender.branch, sender.committee, 'street-440303001']) expect(await refusalOf(decide(transferId, 'upheld', other))).not.toBe('none');
    expect(await refusalOf(decide(transferId, 'upheld', sender.committee))).toBe('OUT_OF_SCOPE');
    expect(await refusalOf(city.as(sender.committee).command('withdrawTransfer', { transferId }))).not.toBe('none');
    await decide(transferId, 'overruled');
    expect(await seen(transferId)).toMatchObject({ step: 'requested', handsId: city.org(sender.committee), dueOn });
    expect(await refusalOf(city.as(sender.committee).command('refuseTransfer', { transferId, cause: 'other' }))).toBe('STATE_NOT_ALLOWED');
    await city.as(sender.committee).command('approveTransfer', { transferId });
    await city.as(sender.branch).command('withdrawOwnTransfer', { transferId });
  });

  it('8.1 upheld ends there: no second appeal', async () => {
    const transferId = await refusedTransfer();
    expect(await refusalOf(appeal(transferId, sender.committee))).not.toBe('none');
    await appeal(transferId);
    expect(await refusalOf(appeal(transferId))).toBe('STATE_NOT_ALLOWED');
    await decide(transferId, 'upheld');
    expect(await seen(transferId)).toMatchObject({ step: 'refused', appealed: true });
    const own = await city.as(sender.branch).query('myTransfers', { limit: 10 });
    expect(own).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ transferId, step: 'refused', appealed: true })]) });
    expect(await refusalOf(appeal(transferId))).toBe('STATE_NOT_ALLOWED');
  });

  it('8.1 passes by whoever refused: when that was the organization above, the next one decides, and hears of it when it is late', async () => {
    const transferId = await refusedTransfer(upper);
    const on = shanghaiDate(city.clock.now());
    await appeal(transferId);
    expect(await seen(transferId)).toMatchObject({ handsId: city.org('district-440308') });
    expect(await refusalOf(decide(transferId, 'upheld'))).toBe('OUT_OF_SCOPE');
    city.clock.to(endOfDay(addDays(on, 7)));
    expect((await seen(transferId)).steps.map(({ type }) => type)).not.toContain('TransferEscalated');
    city.clock.pass(1);
    const escalated = expect.objectContaining({ type: 'TransferEscalated', organizationId: city.org('city') });
    await eventually(async () => expect((await seen(transferId)).steps).toContainEqual(escalated));
    await decide(transferId, 'overruled', 'district-440308');
  });
});
