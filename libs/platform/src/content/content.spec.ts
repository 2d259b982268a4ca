import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadModelStore } from '@zhitong/eventing';
import { openSqliteReadModelStore } from '@zhitong/sqlite';
import { createContent, type ContentStore } from './content-store.ts';
import { KeyRing } from './key-ring.ts';
import { createLocalKeyService, parseMasterKeys } from './local-key-service.adapter.ts';
import { SealBroken } from './key-service.port.ts';
import { openText, sealText, newDataKey } from './sealing.ts';

const base64 = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const service = (text = `m1:${base64(1)}`) => createLocalKeyService(parseMasterKeys(text, base64(9)));
const at = '2026-03-02T01:00:00.000Z';

let folder: string;
let store: ReadModelStore;
let keys: KeyRing;
let content: ContentStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zt-content-'));
  store = await openSqliteReadModelStore({ file: join(folder, 'content.db') });
  keys = await KeyRing.open(store, service());
  content = await createContent({ documents: store, keys });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('sealing', () => {
  it('SEC-18 refuses every altered byte, another context and another key', () => {
    const key = newDataKey();
    const sealed = sealText(key, '支部意见', 'per_1|txt_1');
    expect(openText(key, sealed, 'per_1|txt_1')).toBe('支部意见');
    expect(() => openText(key, sealed, 'per_2|txt_1')).toThrow(SealBroken);
    expect(() => openText(newDataKey(), sealed, 'per_1|txt_1')).toThrow(SealBroken);
    const bytes = Buffer.from(sealed.bytes, 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(() => openText(key, { ...sealed, bytes: altered.toString('base64url') }, 'per_1|txt_1')).toThrow(SealBroken);
    }
  });
  it('refuses master keys that are none', () => {
    for (const wrong of ['', 'm1', `m1:${Buffer.alloc(31).toString('base64')}`, `m1:${base64(1)} m1:${base64(2)}`]) expect(() => service(wrong)).toThrow();
  });
});

describe('content', () => {
  it('opens what it sealed, under a reference that a retry meets again', async () => {
    const call = content.forCall('command-1');
    const ref = await call.seal({ personId: 'per_1' }, 'reason', '家庭原因');
    expect(ref).toMatch(/^txt_[0-9a-f]{32}$/);
    expect(await content.forCall('command-1').seal({ personId: 'per_1' }, 'reason', '家庭原因')).toBe(ref);
    expect(await call.seal({ personId: 'per_1' }, 'other', '家庭原因')).not.toBe(ref);
    expect(await call.open(ref)).toBe('家庭原因');
    await expect(call.seal({ personId: 'per_1' }, 'reason', '别的')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
  it('MEM-07 opens nothing of an erased owner, everything of the others, and seals nothing new for the erased', async () => {
    const call = content.forCall('command-1');
    const [mine, theirs] = [await call.seal({ personId: 'per_1' }, 'a', 'one'), await call.seal({ organizationId: 'org_1' }, 'b', 'two')];
    await content.destroy({ personId: 'per_1' }, at);
    expect([...(await call.openMany([mine, theirs, 'txt_none']))]).toEqual([[theirs, 'two']]);
    await expect(call.seal({ personId: 'per_1' }, 'c', 'three')).rejects.toMatchObject({ code: 'ERASED' });
  });
  it('keeps the first proof of a destruction and lists it', async () => {
    await keys.obtain('per_1');
    await keys.destroy('per_1', at);
    expect(await keys.destroy('per_1', '2027-01-01T00:00:00.000Z')).toEqual({ owner: 'per_1', destroyedAt: at });
    const proofs = [];
    for await (const proof of keys.proofs()) proofs.push(proof);
    expect(proofs).toEqual([{ owner: 'per_1', destroyedAt: at }]);
    expect(await keys.destroyed(['per_1', 'per_2'])).toEqual(new Set(['per_1']));
  });
  it('SEC-18 rotates the master key without a failed read, and the old master is then needless', async () => {
    const refs = await Promise.all(Array.from({ length: 20 }, (_, n) => content.forCall(`command-${n}`).seal({ personId: `per_${n}` }, 'a', `text ${n}`)));
    const both = await KeyRing.open(store, service(`m2:${base64(2)} m1:${base64(1)}`));
    const reading = (ring: KeyRing) => createContent({ documents: store, keys: ring }).then((one) => one.forCall('any').openMany(refs));
    const half = await both.rotate(10);
    expect([half, (await reading(both)).size]).toEqual([10, 20]);
    while ((await both.rotate(10)) > 0);
    const onlyNew = await KeyRing.open(store, service(`m2:${base64(2)}`));
    expect((await reading(onlyNew)).get(refs[7] ?? '')).toBe('text 7');
  });
  it('two makers of one key agree on it', async () => {
    const [one, two] = await Promise.all([keys.obtain('per_1'), keys.obtain('per_1')]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

describe('working papers', () => {
  it('SEC-22 are replaced under their name, read like any text, and gone once they are discarded', async () => {
    const owner = { organizationId: 'org_1' };
    const ref = await content.keep(owner, 'imp_1/checked/0', '一');
    expect(await content.keep(owner, 'imp_1/checked/0', '二')).toBe(ref);
    expect(await content.forCall('any').open(ref)).toBe('二');
    await content.discard([ref, 'txt_nobody']);
    expect(await store.getMany('content_texts', [ref])).toEqual(new Map());
    expect(await content.keep(owner, 'imp_1/checked/0', '三')).toBe(ref);
    expect(await content.forCall('any').open(ref)).toBe('三');
  });
});
