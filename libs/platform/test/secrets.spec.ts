import { afterAll, describe, expect, it } from '@jest/globals';
import { masterKeysAt, subjectKeysAt } from '@zhitong/platform';
import { exitCodeOf } from '@zhitong/platform/runtime/exit.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { existsSync, statSync } from 'node:fs';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe.each([
  ['master-keys.json', masterKeysAt],
  ['subject-keys.json', subjectKeysAt],
])('SEC-34 %s', (name, keysAt: (path: string, production?: boolean) => Promise<unknown>) => {
  it('SEC-34 is never made in production: its absence ends the process with 78', async () => {
    const missing = await keysAt(folder.file(name), true).catch((error: unknown) => error);
    expect(missing).toMatchObject({ name: 'SecretMissing' });
    expect(exitCodeOf(missing)).toBe(78);
    expect(existsSync(folder.file(name))).toBe(false);
  });
  it('SEC-34 is made once elsewhere, for its owner alone', async () => {
    const made = await keysAt(folder.file(name));
    expect(await keysAt(folder.file(name))).toEqual(made);
    expect(statSync(folder.file(name)).mode & 0o777).toBe(0o600);
  });
});
