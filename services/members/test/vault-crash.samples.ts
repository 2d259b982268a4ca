import { openMemoryEphemeralStore } from '@zhitong/memory';
import { createLocalKeyService, KeyRing, parseMasterKeys } from '@zhitong/platform';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { join } from 'node:path';
import { Vault } from '../src/vault/vault.ts';

export const vaultAt = '2026-03-02T01:00:00.000Z';
export const planted = {
  name: '欧阳鹮羽',
  citizenNumber: '000000198704133071',
  birthDate: '1987-04-13',
  phone: '10077310451',
  address: '广东省深圳市某区鹮羽路77号',
};

/** A vault on files, as the embedded runtime has it. */
export async function openVaultIn(folder: string) {
  const [store, keyStore] = ['documents.db', 'keys.db'].map((name) => openSqliteDocumentStore({ file: join(folder, name) }));
  if (!store || !keyStore) throw new Error('no stores');
  const service = createLocalKeyService(parseMasterKeys(`m1:${Buffer.alloc(32, 1).toString('base64')}`, Buffer.alloc(32, 9).toString('base64')));
  const keys = await KeyRing.open(keyStore, service);
  const vault = await Vault.open({ store, service, keys, ephemeral: openMemoryEphemeralStore() });
  const close = async () => {
    await store.close();
    await keyStore.close();
  };
  return { vault, service, keys, store, keyStore, close };
}
