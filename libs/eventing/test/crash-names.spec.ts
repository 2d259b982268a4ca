import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { crashPoints } from '@zhitong/eventing';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('every crash point', () => {
  const sources = globSync(['libs/*/src/**/*.ts', 'libs/adapters/*/src/**/*.ts', 'services/*/src/**/*.ts'], { cwd: root })
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
  const passed = new Set([...sources.matchAll(/crashPoint(?:During)?\(\s*'([\w.]+)'/g)].map(([, name]) => name));

  // The vault has no crash tests yet; a name leaves this list when the vault passes it.
  const owed: readonly string[] = ['vault.stored', 'vault.keyDestroyed', 'vault.erased'];

  it('is passed somewhere', () => {
    expect(crashPoints.filter((name) => !passed.has(name))).toEqual(owed);
  });
});
