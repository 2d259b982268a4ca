import { afterEach, describe, expect, it } from '@jest/globals';
import { CanarySearch, filesBelow } from '@zhitong/testing/canary/search.ts';
import { runSource } from '@zhitong/testing/source-process.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { openVaultIn, planted, vaultAt } from './vault-crash.samples.ts';

const child = new URL('./vault-crash.child.ts', import.meta.url);
const { birthDate: _often, ...clear } = planted;

describe('SEC-20 a vault whose process is killed', () => {
  let folder: TemporaryFolder;
  const dieAt = async (point: string) => {
    folder = temporaryFolder();
    expect((await runSource(child, [folder.path], { ZT_CRASH_AT: `${point}#1` })).signal).toBe('SIGKILL');
    return openVaultIn(folder.path);
  };
  const hits = (canaries: Readonly<Record<string, string>>) => new CanarySearch(canaries).all(filesBelow(folder.path));
  afterEach(() => folder.remove());

  it('at vault.stored keeps the record for the repeated registration, and nothing in clear', async () => {
    const { vault, close } = await dieAt('vault.stored');
    expect(await vault.reserve(planted.citizenNumber, 'per_1', vaultAt, async () => false)).toEqual(expect.any(String));
    expect(await vault.own('per_1')).toEqual(planted);
    await close();
    expect(hits(clear)).toEqual([]);
  });

  it.each(['vault.keyDestroyed', 'vault.erased'])('at %s has lost the key for good, and the rest when the erasure is taken up again', async (point) => {
    const { vault, keys, service, store, close } = await dieAt(point);
    const ref = await service.mac('citizen-number', planted.citizenNumber);
    expect([await keys.findMany(['per_1']), await keys.destroyed(['per_1'])]).toEqual([new Map(), new Set(['per_1'])]);
    await expect(vault.own('per_1')).rejects.toMatchObject({ code: 'ERASED' });
    expect(await vault.erase('per_1', '2027-01-01T00:00:00.000Z')).toEqual({ owner: 'per_1', destroyedAt: vaultAt });
    expect(await vault.findByCitizenNumber(planted.citizenNumber)).toBeUndefined();
    expect((await store.query('vault_tokens', { where: [{ field: 'personId', eq: 'per_1' }], limit: 1 })).items).toEqual([]);
    await close();
    expect(hits({ ...clear, 'digest of the number': ref })).toEqual([]);
  });
});
