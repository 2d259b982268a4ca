import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadModelStore } from '@zhitong/eventing';
import { openMemoryEphemeralStore } from '@zhitong/memory';
import { createLocalKeyService, KeyRing, parseMasterKeys } from '@zhitong/platform';
import { openSqliteReadModelStore } from '@zhitong/sqlite';
import { createMembersService } from '../src/members.service.ts';
import { Vault } from '../src/vault/vault.ts';
import { MemberKit } from './member-kit.ts';

const base64 = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const at = '2026-03-02T01:00:00.000Z';
const person = (name: string, citizenNumber: string) => ({
  name, citizenNumber, birthDate: '1980-01-01', phone: '10012345678', source: 'initialLoad', branchId: 'org_a', kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01',
});
const officer = (organizationId: string, personId = `per_${organizationId.slice(4)}`) => ({ personId, organizationId });

let folder: string;
let store: ReadModelStore;
let kit: MemberKit;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zt-members-'));
  store = await openSqliteReadModelStore({ file: join(folder, 'vault.db') });
  const service = createLocalKeyService(parseMasterKeys(`m1:${base64(1)}`, base64(9)));
  const vault = await Vault.open({ store, service, keys: await KeyRing.open(store, service), ephemeral: openMemoryEphemeralStore() });
  kit = new MemberKit(createMembersService({ vault }), () => at);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const idOf = (receipt: unknown): string => (typeof receipt === 'object' && receipt !== null && 'id' in receipt ? String(receipt.id) : '');

describe('a member moves', () => {
  it('MEM-01 MEM-17..20 registers, transfers inside the city and arrives, with names for those in scope only', async () => {
    const personId = idOf(await kit.run('registerMember', officer('org_c1'), person('张伟明', '000000198001011230')));
    const transferId = idOf(await kit.run('requestTransfer', officer('org_a'), { personId, kind: 'withinCity', toCommitteeId: 'org_c2', duesPaidTo: '2026-02' }));
    expect(transferId).toMatch(new RegExp(`^trf_${personId.slice(4)}\\.[0-9a-f]{12}$`));
    await kit.run('approveTransfer', officer('org_c1'), { transferId });
    await expect(kit.run('acceptTransfer', officer('org_c1'), { transferId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await kit.run('acceptTransfer', officer('org_c2'), { transferId });
    await kit.run('assignTransferBranch', officer('org_c2'), { transferId, branchId: 'org_b' });
    expect(await kit.run('getMember', officer('org_a'), { personId })).toMatchObject({ branchId: 'org_a', name: '张伟明', phoneMasked: '100****5678', transferOpen: true });
    await kit.run('confirmArrival', officer('org_b'), { transferId });
    await expect(kit.run('getMember', officer('org_a'), { personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await kit.run('getMember', officer('org_b'), { personId })).toMatchObject({ branchId: 'org_b', transferOpen: false, entitled: true, partyAge: 9 });
    expect(await kit.run('memberNames', officer('org_a'), { personIds: [personId] })).toEqual({ names: [{ personId, name: '张*', masked: true }] });
    expect(await kit.run('memberNames', officer('org_b'), { personIds: [personId] })).toEqual({ names: [{ personId, name: '张伟明', masked: false }] });
    expect(JSON.stringify(kit.eventsOf(personId))).not.toMatch(/张伟明|000000198001011230|10012345678/);
  });
  it('MEM-01 registers a citizen number once, and a refused registration holds nothing', async () => {
    const input = person('张伟明', '000000198001011230');
    await expect(kit.run('registerMember', officer('org_c1'), { ...input, branchId: 'org_c1' })).rejects.toMatchObject({ code: 'NOT_A_HOME_BRANCH' });
    await kit.run('registerMember', officer('org_c1'), input);
    await expect(kit.run('registerMember', officer('org_c1'), input)).rejects.toMatchObject({ code: 'DUPLICATE_PERSON' });
  });
  it('MEM-18 takes in a letter from outside, and overwrites nobody who is a member already', async () => {
    const { source: _source, branchId: _branchId, ...stranger } = person('王芳', '000000198001011232');
    const letter = { toCommitteeId: 'org_c2', letterNumber: 'GZ-1234', letterIssuedOn: '2026-02-20', letterValidUntil: '2026-04-20', origin: '广州某支部' };
    const transferId = idOf(await kit.run('registerIncomingTransfer', officer('org_c2'), { ...stranger, ...letter }));
    await kit.run('acceptTransfer', officer('org_c2'), { transferId });
    await kit.run('assignTransferBranch', officer('org_c2'), { transferId, branchId: 'org_b' });
    await kit.run('confirmArrival', officer('org_b'), { transferId });
    const personId = `per_${transferId.slice(4).split('.')[0]}`;
    expect(await kit.run('getMember', officer('org_b'), { personId })).toMatchObject({ branchId: 'org_b', name: '王芳', kind: 'full' });
    await expect(kit.run('registerIncomingTransfer', officer('org_c1'), { ...stranger, ...letter, toCommitteeId: 'org_c1', name: '别人' })).rejects.toMatchObject({ code: 'DUPLICATE_PERSON' });
    expect(await kit.run('getMember', officer('org_b'), { personId })).toMatchObject({ name: '王芳' });
  });
  it('MEM-21 requests a batch item by item and lists what failed', async () => {
    const first = idOf(await kit.run('registerMember', officer('org_c1'), person('张伟明', '000000198001011230')));
    const second = idOf(await kit.run('registerMember', officer('org_c1'), person('李明', '000000198001011231')));
    await kit.run('requestTransfer', officer('org_a'), { personId: first, kind: 'withinCity', toCommitteeId: 'org_c2' });
    const receipt = await kit.run('requestTransfersInBatch', officer('org_a'), { personIds: [first, second, 'per_none'], kind: 'withinCity', toCommitteeId: 'org_c2' });
    expect(receipt).toMatchObject({ warnings: [`${first}=TRANSFER_OPEN`, 'per_none=NOT_FOUND'] });
    expect(kit.eventsOf(second).map(({ type }) => type)).toContain('TransferRequested');
  });
  it('MEM-07 shows a person who looked, and erases nobody who is a member', async () => {
    const personId = idOf(await kit.run('registerMember', officer('org_c1'), person('张伟明', '000000198001011230')));
    expect(await kit.run('revealField', officer('org_a'), { personId, field: 'phone', reason: 'contactMember' })).toEqual({ value: '10012345678', clearForSeconds: 60, remainingThisHour: 29 });
    expect(await kit.run('whoLookedAtMe', officer('org_a', personId), {})).toMatchObject({ total: 1, items: [{ byPersonId: 'per_a', fields: ['phone'], reason: 'contactMember' }] });
    expect(await kit.run('myRecord', officer('org_a', personId), {})).toMatchObject({ name: '张伟明', citizenNumberMasked: '0000**********1230' });
    await expect(kit.run('proposeErasure', officer('org_c1'), { personId })).rejects.toMatchObject({ code: 'RETENTION_HOLD' });
  });
});
