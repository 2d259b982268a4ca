import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from '@zhitong/platform/runtime/configuration.ts';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'CHANGELOG.md', ...globSync('docs/*.md', { cwd: root }), 'docs/events/README.md', ...globSync('docs/adr/*.md', { cwd: root })];
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(text('package.json'));

const source = text('libs/platform/src/runtime/configuration.ts');
const variables = [...source.slice(source.indexOf('const schema'), source.indexOf('export type Configuration')).matchAll(/^ {2}([A-Z_]+): /gm)].map(
  ([, name = '']) => name,
);
const documented = new Map([...text('docs/operations.md').matchAll(/^\| `([A-Z][A-Z_]+)` \| (\S+) \|/gm)].map(([, name = '', value = '']) => [name, value]));
const defaults = new Map(Object.entries(readConfiguration({})));

/** Paths in backticks that begin like a folder of the repository; those with a placeholder are patterns. */
const mentioned = (page: string) =>
  [...text(page).matchAll(/`((?:libs|services|tools|proto|web|deploy|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path.replace(/\/$/, ''));
const links = (page: string) => [...text(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path).filter((path) => !path.endsWith('.png'));

describe('the documents say what is', () => {
  it('every variable is documented, and no other', () => {
    expect(variables.length).toBeGreaterThan(20);
    expect([...documented.keys()].sort()).toEqual([...variables].sort());
  });

  it.each(variables)('%s has the default that the document names', (name) => {
    const value = defaults.get(name);
    expect(documented.get(name)).toBe(value === undefined || (Array.isArray(value) && value.length === 0) ? '-' : `\`${String(value)}\``);
  });

  it.each(pages)('%s names files that exist', (page) => {
    const missing = [...mentioned(page).map((path) => join(root, path)), ...links(page).map((path) => join(root, dirname(page), path))].filter(
      (path) => !existsSync(path),
    );
    expect(missing.map((path) => path.slice(root.length))).toEqual([]);
  });

  it.each(pages)('%s names scripts that exist', (page) => {
    const named = [...text(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('decisions are numbered once each and state a cost', () => {
    const decisions = globSync('docs/adr/*.md', { cwd: root });
    const numbers = decisions.map((path) => /(\d{4})-/.exec(path)?.[1]);
    expect(new Set(numbers).size).toBe(decisions.length);
    expect(decisions.filter((path) => !text(path).includes('Cost'))).toEqual([]);
  });
});
