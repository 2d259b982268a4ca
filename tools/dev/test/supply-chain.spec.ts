import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zt-supply-'));
const check = (...args: readonly string[]) => spawnSync(process.execPath, [join(root, 'tools/dev/supply-chain.js'), ...args], { encoding: 'utf8' });

type Entry = Record<string, unknown>;
interface Lock {
  packages: Record<string, Entry>;
}
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const plant = (change: (zod: Entry) => void) => {
  const lock: Lock = JSON.parse(lockText);
  const zod = lock.packages['node_modules/zod'];
  if (zod === undefined) throw new Error('zod is not locked');
  change(zod);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
};
const found = (name: string) => {
  const { status, stdout } = check('--root', folder, name);
  return { status, stdout };
};

beforeAll(() => {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, file), join(folder, file));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('SEC-35 what comes in from outside is what was reviewed', () => {
  it.each(['lockfile', 'integrity', 'scripts', 'licences', 'versions'])('SEC-35 %s: nothing is found where nothing was planted', (name) =>
    expect(found(name)).toMatchObject({ status: 0 }),
  );
  it.each<[what: string, name: string, change: (zod: Entry) => void, said: RegExp]>([
    ['a package from git', 'lockfile', (zod) => (zod['resolved'] = 'git+ssh://git@github.com/colinhacks/zod.git#0a1b2c3'), /zod/],
    ['a package from another host', 'lockfile', (zod) => (zod['resolved'] = 'https://packages.example.com/zod/-/zod-4.6.7.tgz'), /zod/],
    ['a package without sha512', 'integrity', (zod) => delete zod['integrity'], /node_modules\/zod has no sha512/],
    ['a new install script', 'scripts', (zod) => (zod['hasInstallScript'] = true), /zod has an install script/],
    ['an unlisted licence', 'licences', (zod) => (zod['license'] = 'SSPL-1.0'), /zod@\S+: the licence SSPL-1.0 is not listed/],
    ['a licence for tools in the product', 'licences', (zod) => (zod['license'] = 'MPL-2.0'), /the licence MPL-2.0 is not listed/],
  ])('SEC-35 %s is found', (_what, name, change, said) => {
    plant(change);
    expect(found(name)).toEqual({ status: 1, stdout: expect.stringMatching(said) });
  });
  it('SEC-35 a version that is not one is found', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, zod: '^4.6.7' } }));
    expect(found('versions')).toEqual({ status: 1, stdout: expect.stringContaining('package.json: zod ^4.6.7 is not one version') });
  });
  it.each(['ev' + 'al(text);', 'new Func' + 'tion(text)();', "setTimeout('go' + text, 1);"])('SEC-35 %s is found, whatever a comment allows', (line) => {
    writeFileSync(join(folder, 'planted.js'), `const text = 'go()';\n// eslint-disable-next-line\n${line}\n`);
    expect(found('code')).toEqual({ status: 1, stdout: expect.stringMatching(/no-eval|no-new-func|no-implied-eval/) });
  });
});

describe('SEC-34 secrets come from the environment or from files of the installation', () => {
  it('SEC-34 a planted secret is found', () => {
    const line = (what: string) => ['-----', what, ' RSA PRIVATE ', 'KEY-----'].join('');
    writeFileSync(join(folder, 'planted.txt'), [line('BEGIN'), 'MIIEpAIBAAKCAQEA7'.repeat(40), line('END'), ''].join('\n'));
    expect(found('secrets')).toEqual({ status: 1, stdout: expect.stringContaining('planted.txt') });
  });
});
