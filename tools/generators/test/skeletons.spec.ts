import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FsTree, type Tree } from 'nx/src/generators/tree.js';
import eventGenerator from '../src/event/generator.ts';
import policyGenerator from '../src/policy/generator.ts';
import projectionGenerator from '../src/projection/generator.ts';
import { namesOf } from '../src/skeletons/names.ts';
import useCaseGenerator from '../src/use-case/generator.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const bin = join(root, 'node_modules', '.bin');
const city = mkdtempSync(join(tmpdir(), 'zt-skeletons-'));
let written: readonly string[] = [];
const code = () => written.filter((path) => path.endsWith('.ts'));
const run = (command: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules', command), ...args], {
    cwd: city,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, NODE_OPTIONS: '' },
  });

/** The sources, with packages of their own that lead to the copy. */
function copy(): void {
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  for (const file of tracked.filter((path) => !/^(docs|deploy|web\/(src|e2e|public))\//.test(path))) cpSync(join(root, file), join(city, file));
  mkdirSync(join(city, 'node_modules', '@zhitong'), { recursive: true });
  const packages = join(root, 'node_modules');
  for (const name of readdirSync(packages)) if (name !== '@zhitong') symlinkSync(join(packages, name), join(city, 'node_modules', name));
  const own = join(packages, '@zhitong');
  for (const name of readdirSync(own)) symlinkSync(readlinkSync(join(own, name)), join(city, 'node_modules', '@zhitong', name));
}

beforeAll(async () => {
  copy();
  const tree = new FsTree(city, false);
  const [service, aggregate] = ['organizations', 'size'];
  await eventGenerator(tree, { name: 'size-exception-withdrawn', service, aggregate, visibility: 'public' });
  await useCaseGenerator(tree, { name: 'withdraw-size-exception', service, aggregate, right: 'organization.change', operations: 'tree' });
  await projectionGenerator(tree, { name: 'size-exceptions', service, aggregate });
  await policyGenerator(tree, { name: 'when-size-band-crossed-then-ask-why', service, aggregate, event: 'SizeBandCrossed' });
  await eventGenerator(tree, { name: 'award-granted', service: 'funding', aggregate: 'award', by: 'grant-award' });
  await useCaseGenerator(tree, { name: 'grant-award', service: 'funding', aggregate: 'award', right: 'setting.change' });
  await projectionGenerator(tree, { name: 'award-list', service: 'funding', aggregate: 'award' });
  written = tree.listChanges().map(({ path, content }) => {
    mkdirSync(dirname(join(city, path)), { recursive: true });
    writeFileSync(join(city, path), content ?? '');
    return path;
  });
  // What was written and whatever it reaches: the compiler need not read the whole city.
  writeFileSync(join(city, 'tsconfig.json'), JSON.stringify({ extends: './tsconfig.base.json', include: code() }));
  execFileSync(join(bin, 'buf'), ['generate'], { cwd: join(city, 'proto'), env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` } });
  execFileSync(process.execPath, ['--import', './tools/dev/register.js', 'tools/generators/src/event-catalogue.ts'], { cwd: city });
}, 240_000);
afterAll(() => rmSync(city, { recursive: true, force: true }));

describe('nx g writes the parts that hold no thought', () => {
  it('they compile', () => expect(run('typescript/bin/tsc', '-p', 'tsconfig.json').stdout).toBe(''), 240_000);
  it('they pass the lint of code, format and protos', () => {
    expect(run('eslint/bin/eslint.js', ...code()).stdout).toBe('');
    expect(run('prettier/bin/prettier.cjs', '--list-different', ...code()).stdout).toBe('');
    expect(spawnSync(join(bin, 'buf'), ['lint'], { cwd: join(city, 'proto'), encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
  }, 240_000);
  it('each spec fails and says what is to be written', () => {
    const specs = code().filter((path) => path.endsWith('.spec.ts'));
    const { status, stderr } = run('jest/bin/jest.js', ...specs, '--reporters=default');
    expect(status).toBe(1);
    const failures = specs.map((path) => stderr.split(/^(?=FAIL )/m).find((part) => part.startsWith(`FAIL ${path}`)) ?? path);
    expect(failures).toEqual(specs.map(() => expect.stringContaining('To be written: ')));
    expect(stderr).toContain('Ignored so far by: size-bands.projection.ts');
  }, 240_000);
  it('a union that begins on a line of its own takes one more', async () => {
    const tree = new FsTree(root, false);
    await useCaseGenerator(tree, {
      name: 'pin-directive',
      service: 'organizations',
      aggregate: 'directive',
      right: 'directive.issue',
      operations: 'directives',
    });
    const changed = tree.listChanges().map(({ content }) => content?.toString() ?? '');
    expect(changed).toContainEqual(expect.stringMatching(/export type DirectiveCommand =\n {2}\| PinDirective\n {2}\| /));
  });
  it('what exists is not written over, and what has another form is said', async () => {
    const again = { name: 'size-bands', service: 'organizations', aggregate: 'size' };
    await expect(projectionGenerator(new FsTree(root, false), again)).rejects.toThrow('size-bands.projection.ts exists');
    await expect(projectionGenerator(new FsTree(root, false), { ...again, aggregate: 'nothing' })).rejects.toThrow('generate its first event');
    const useCase = { ...again, name: 'grant-size-exception', right: 'organization.change', operations: 'tree' };
    await expect(useCaseGenerator(new FsTree(root, false), useCase)).rejects.toThrow('declares grantSizeException already');
    const policy = { ...again, name: 'tell-secretary', event: 'SizeBandCrossed' };
    await expect(policyGenerator(new FsTree(root, false), policy)).rejects.toThrow('reads when-...-then-...');
  });
  it('the examples of the page for developers run one after the other', async () => {
    const page = readFileSync(join(root, 'docs', 'developing.md'), 'utf8');
    const examples = [...page.matchAll(/`nx g @zhitong\/generators:([a-z-]+) ([a-z-]+)((?: --[a-z]+=\S+)*)`/g)];
    expect(examples.map(([, kind]) => kind)).toEqual(['use-case', 'event', 'event', 'projection', 'policy']);
    const tree = new FsTree(root, false);
    for (const [, kind = '', name = '', rest = ''] of examples) {
      const options = Object.fromEntries([...rest.matchAll(/--([a-z]+)=(\S+)/g)].map(([, option = '', value = '']) => [option, value]));
      const generator = { 'use-case': useCaseGenerator, event: eventGenerator, projection: projectionGenerator, policy: policyGenerator }[kind];
      await (generator as (tree: Tree, options: object) => Promise<unknown>)(tree, { name, ...options });
    }
    expect(tree.listChanges().length).toBeGreaterThan(10);
  });
  it('a name has one form in each place', () => {
    const forms = { file: 'size-band-crossed', value: 'sizeBandCrossed', type: 'SizeBandCrossed', field: 'size_band_crossed', words: 'size band crossed' };
    for (const given of ['size-band-crossed', 'SizeBandCrossed', 'sizeBandCrossed']) expect(namesOf(given)).toEqual(forms);
    expect(() => namesOf('../size')).toThrow('is no name');
  });
  it('nx finds every one of them', () => {
    const { generators } = JSON.parse(readFileSync(join(root, 'tools/generators/generators.json'), 'utf8')) as { generators: object };
    expect(Object.keys(generators)).toEqual(['use-case', 'event', 'projection', 'policy']);
    const { stdout } = run('nx/dist/bin/nx.js', 'g', '@zhitong/generators:policy', '--help');
    expect(stdout).toContain('Whose event it waits for');
  }, 240_000);
});
