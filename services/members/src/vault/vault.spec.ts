import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadModelStore } from '@zhitong/eventing';
import { openMemoryEphemeralStore } from '@zhitong/memory';
import { createLocalKeyService, KeyRing, parseMasterKeys, SealBroken } from '@zhitong/platform';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { CanarySearch, filesBelow } from '@zhitong/testing/canary/search.ts';
import { nameTokens } from './name-index.ts';
import { ageBand, erasedName, maskCitizenNumber, maskName, maskPhone } from './masking.ts';
import { Vault } from './vault.ts';
import { persons, tokens, type PersonRow } from './vault.store.ts';

const at = '2026-03-02T01:00:00.000Z';
const today = '2026-03-02';
const base64 = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const zhang = { name: '张伟明', citizenNumber: '000000198001011230', birthDate: '1980-01-01', phone: '10012345678', address: '广东省深圳市盐田区某路1号' };
const nobody = async () => false;
const everybody = async () => true;

let folder: string;
let stores: ReadModelStore[];
let vault: Vault;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zt-vault-'));
  stores = ['vault.db', 'keys.db'].map((name) => openSqliteDocumentStore({ file: join(folder, name) }));
  const service = createLocalKeyService(parseMasterKeys(`m1:${base64(1)}`, base64(9)));
  const [store, keyStore] = stores;
  if (!store || !keyStore) throw new Error('no stores');
  vault = await Vault.open({ store, service, keys: await KeyRing.open(keyStore, service), ephemeral: openMemoryEphemeralStore() });
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await rm(folder, { recursive: true });
});

const keep = async (personId: string, identity = zhang) => {
  await vault.keep(personId, await vault.reserve(identity.citizenNumber, personId, at, nobody), identity);
  await vault.confirm(personId);
};
const found = async (text: string) => {
  const ids = [];
  for await (const page of vault.search.pages(text)) ids.push(...page);
  return ids;
};

describe('masking', () => {
  it('MEM-07 shows no more than the ends', () => {
    expect([maskName('张伟明'), maskName('欧阳娜'), maskPhone('13812341234'), maskCitizenNumber('440308198001011234')]).toEqual([
      '张*',
      '欧*',
      '138****1234',
      '4403**********1234',
    ]);
    expect([ageBand(19), ageBand(20), ageBand(29), ageBand(30), ageBand(79), ageBand(80)]).toEqual(['<20', '20-29', '20-29', '30-39', '70-79', '80+']);
  });
});

describe('identity', () => {
  it('MEM-01 gives a citizen number to one person only, and to the same person again', async () => {
    await keep('per_1');
    await expect(vault.reserve(zhang.citizenNumber, 'per_2', at, nobody)).rejects.toMatchObject({ code: 'DUPLICATE_PERSON' });
    await expect(vault.reserve(zhang.citizenNumber, 'per_1', at, nobody)).resolves.toEqual(expect.any(String));
    expect(await vault.findByCitizenNumber(zhang.citizenNumber)).toBe('per_1');
  });
  it('MEM-01 of two at the same moment one wins', async () => {
    const both = await Promise.allSettled(['per_1', 'per_2'].map((personId) => vault.reserve(zhang.citizenNumber, personId, at, nobody)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
  it('MEM-01 takes over an abandoned reservation after an hour, not before, and not of a registered person', async () => {
    await vault.reserve(zhang.citizenNumber, 'per_1', at, nobody);
    await expect(vault.reserve(zhang.citizenNumber, 'per_2', '2026-03-02T01:59:59.999Z', nobody)).rejects.toMatchObject({ code: 'DUPLICATE_PERSON' });
    await expect(vault.reserve(zhang.citizenNumber, 'per_2', '2026-03-02T02:00:00.000Z', everybody)).rejects.toMatchObject({ code: 'DUPLICATE_PERSON' });
    await vault.reserve(zhang.citizenNumber, 'per_2', '2026-03-02T02:00:00.000Z', nobody);
    expect(await vault.findByCitizenNumber(zhang.citizenNumber)).toBe('per_2');
  });
  it('MEM-01 sweeps orphans and keeps what came to an event', async () => {
    const other = { ...zhang, citizenNumber: '000000198001011231' };
    await vault.keep('per_1', await vault.reserve(zhang.citizenNumber, 'per_1', at, nobody), zhang);
    await vault.keep('per_2', await vault.reserve(other.citizenNumber, 'per_2', at, nobody), other);
    expect(await vault.sweep('2026-03-02T02:30:00.000Z', async (personId) => personId === 'per_2')).toBe(1);
    expect([await vault.findByCitizenNumber(zhang.citizenNumber), await vault.findByCitizenNumber(other.citizenNumber)]).toEqual([undefined, 'per_2']);
    expect(await vault.sweep('2026-03-02T02:30:00.000Z', nobody)).toBe(0);
  });
});

describe('names', () => {
  it('finds by full name, by two following characters and by initials', async () => {
    await keep('per_1');
    await keep('per_2', { ...zhang, name: '张伟', citizenNumber: '000000198001011231' });
    expect((await found('张伟明')).sort()).toEqual(['per_1']);
    expect((await found('张伟')).sort()).toEqual(['per_1', 'per_2']);
    expect(await found('伟明')).toEqual(['per_1']);
    expect(await found('zwm')).toEqual(['per_1']);
    expect(await found('李伟')).toEqual([]);
    expect(await vault.search.among(['per_2', 'per_9'], '张伟')).toEqual(['per_2']);
    expect(nameTokens('单雄信')).toContain('initials:sxx'); // a surname is read as one
  });
  it('answers names and masks for a page', async () => {
    await keep('per_1');
    expect(await vault.names(['per_1', 'per_9'])).toEqual(new Map([['per_1', '张伟明']]));
    expect((await vault.masked(['per_1'], today)).get('per_1')).toEqual({
      nameMasked: '张*',
      citizenNumberMasked: '0000**********1230',
      phoneMasked: '100****5678',
      addressMasked: '广东省深圳市****',
      ageBand: '40-49',
    });
  });
});

describe('reveal', () => {
  const by = { personId: 'per_9', organizationId: 'org_1' };
  const reveal = (n: number, perHour = 3) => vault.reveal({ personId: 'per_1', field: 'phone', reason: 'contactMember', by, at, perHour, lookId: `look-${n}` });
  it('MEM-07 shows the field, counts it and tells the person', async () => {
    await keep('per_1');
    expect(await reveal(1)).toEqual({ value: '10012345678', remaining: 2 });
    const { items } = await vault.looksAt('per_1', 10);
    expect(items).toEqual([expect.objectContaining({ byPersonId: 'per_9', byOrganizationId: 'org_1', fields: ['phone'], reason: 'contactMember', at })]);
  });
  it('SEC-19 refuses the look after the last of the hour', async () => {
    await keep('per_1');
    for (let n = 1; n <= 30; n += 1) await reveal(n, 30);
    await expect(reveal(31, 30)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect((await vault.countLooks('per_1')).count).toBe(30);
  });
});

describe('erasing', () => {
  it('MEM-07 SEC-20 leaves nothing readable and nothing to search, and frees the citizen number', async () => {
    await keep('per_1');
    const proof = await vault.erase('per_1', at);
    expect(proof).toEqual({ owner: 'per_1', destroyedAt: at });
    expect([await vault.names(['per_1']), await vault.masked(['per_1'], today), await found('张伟明')]).toEqual([
      new Map([['per_1', erasedName]]),
      new Map(),
      [],
    ]);
    await expect(vault.own('per_1')).rejects.toMatchObject({ code: 'ERASED' });
    await expect(
      vault.reveal({ personId: 'per_1', field: 'phone', reason: 'other', by: { personId: 'per_9' }, at, perHour: 30, lookId: 'x' }),
    ).rejects.toMatchObject({ code: 'ERASED' });
    expect(await vault.findByCitizenNumber(zhang.citizenNumber)).toBeUndefined();
    expect(await vault.erase('per_1', '2027-01-01T00:00:00.000Z')).toEqual(proof);
  });
  it('SEC-20 wins over a correction that is under way: neither record nor search word comes back', async () => {
    await keep('per_1');
    const [store] = stores;
    if (!store) throw new Error('no store');
    const commit = store.commit.bind(store);
    store.commit = async (unit) => {
      store.commit = commit;
      await vault.erase('per_1', at); // after the record was sealed, before it is written
      return commit(unit);
    };
    await expect(vault.correct('per_1', { phone: '10099990000' })).rejects.toMatchObject({ code: 'ERASED' });
    expect([await found('张伟明'), await store.getMany(persons, ['per_1'])]).toEqual([[], new Map()]);
  });
  it('SEC-20 leaves the wrapped key, the sealed record and the digests in no file', async () => {
    await keep('per_1');
    const [store, keyStore] = stores;
    const rows = [
      await store?.get(persons, 'per_1'),
      await keyStore?.get('data_keys', 'per_1'),
      (await store?.query(tokens, { where: [], limit: 1 }))?.items[0],
    ];
    const secrets = Object.fromEntries(
      [...JSON.stringify(rows).matchAll(/"(?:bytes|identityRef|token)":"([^"]+)"/g)].map(([, text = '']) => [text.slice(0, 8), text]),
    );
    expect(Object.keys(secrets)).toHaveLength(4);
    const search = new CanarySearch(secrets);
    const hits = () => new Set(search.all(filesBelow(folder)).map(({ canary }) => canary));
    expect(hits().size).toBe(4);
    await vault.erase('per_1', at);
    expect(hits()).toEqual(new Set());
  });
  it('I7 writes no clear value to the disk', async () => {
    await keep('per_1');
    await Promise.all(stores.map((store) => store.close()));
    const bytes = Buffer.concat(await Promise.all(['vault.db', 'keys.db'].map((name) => readFile(join(folder, name)))));
    for (const clear of [zhang.name, zhang.citizenNumber, zhang.phone, zhang.address, 'zwm']) expect(bytes.includes(Buffer.from(clear))).toBe(false);
    stores = [];
  });
});

describe('swapped records', () => {
  it('SEC-18 refuses the record of another person', async () => {
    await keep('per_1');
    await keep('per_2', { ...zhang, citizenNumber: '000000198001011231' });
    const [store] = stores;
    const stolen = await store?.get<PersonRow>(persons, 'per_2');
    const [held] = (await store?.stored(persons, ['per_1'])) ?? [];
    await store?.commit({ writes: [{ collection: persons, key: 'per_1', expectedRevision: held?.revision ?? 0, guards: {}, row: stolen }] });
    await expect(vault.names(['per_1'])).rejects.toBeInstanceOf(SealBroken);
  });
});
