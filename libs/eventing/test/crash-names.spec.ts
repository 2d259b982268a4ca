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

  it('is passed somewhere', () => {
    expect(crashPoints.filter((name) => !passed.has(name))).toEqual([]);
  });
});
