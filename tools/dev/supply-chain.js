// `npm run lint:supply`: what comes in from outside, and what must not (SEC-34, SEC-35). Names of checks run some of them; `-- --root folder` looks at another folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const here = resolve(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({ options: { root: { type: 'string', default: here } }, allowPositionals: true });
const root = resolve(values.root);
const json = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const reviewed = JSON.parse(readFileSync(join(import.meta.dirname, 'reviewed-packages.json'), 'utf8'));
const locked = () => Object.entries(json('package-lock.json').packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
const nameOf = (path) => path.split('node_modules/').at(-1);

/** Each answers its findings; none means that all is well. */
const checks = {
  secrets: () => findings('secretlint', ['--secretlintrc', join(here, '.secretlintrc.json'), '--no-glob', ...filesOf(root)]),
  lockfile: () => {
    const rules = ['--validate-https', '--validate-integrity', '--allowed-hosts', 'npm'];
    return findings('lockfile-lint', ['--path', join(root, 'package-lock.json'), '--type', 'npm', ...rules]);
  },
  integrity: () => locked().flatMap(([path, { integrity }]) => (/^sha512-/.test(integrity ?? '') ? [] : [`${path} has no sha512`])),
  scripts: () => {
    const having = new Set(locked().flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [nameOf(path)] : [])));
    const known = new Set(Object.keys(reviewed.installScripts));
    return [
      ...[...having.difference(known)].map((name) => `${name} has an install script that nobody has reviewed`),
      ...[...known.difference(having)].map((name) => `${name} has no install script any more: take it off the list`),
      ...(/^ignore-scripts=true$/m.test(readFileSync(join(root, '.npmrc'), 'utf8')) ? [] : ['.npmrc lets install scripts run']),
    ];
  },
  licences: () =>
    locked().flatMap(([path, { license, version, dev }]) => {
      const listed = dev ? [...reviewed.licences, ...reviewed.licencesOfTools] : reviewed.licences;
      return mayBeUsed(license, listed) ? [] : [`${nameOf(path)}@${version}: the licence ${license ?? '(none)'} is not listed`];
    }),
  versions: () =>
    ['package.json', ...json('package.json').workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))].flatMap((path) => {
      const { dependencies, devDependencies, optionalDependencies, overrides } = json(path);
      return Object.entries({
        ...dependencies,
        ...devDependencies,
        ...optionalDependencies,
        ...Object.assign({}, ...Object.values(overrides ?? {}).filter(isTable)),
      })
        .filter(([name, version]) => !(/^\d+\.\d+\.\d+$/.test(version) || version.startsWith('$') || (version === '*' && name.startsWith('@zhitong/'))))
        .map(([name, version]) => `${path}: ${name} ${version} is not one version`);
    }),
  code: () => findings('eslint', ['--no-config-lookup', '--config', join(here, 'eslint.security.config.js'), '--no-inline-config', '.']),
};
const isTable = (value) => typeof value === 'object';

/** `A OR B` may be used by either, `A AND B` when both may. */
const mayBeUsed = (expression = '', listed) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => listed.includes(licence)));

function filesOf(folder) {
  const listed = existsSync(join(folder, '.git'))
    ? execFileSync('git', ['ls-files'], { cwd: folder, encoding: 'utf8' }).trim().split('\n')
    : globSync('**/*', { cwd: folder });
  return listed.filter((path) => existsSync(join(folder, path)));
}

function findings(tool, args) {
  const bin = join(here, 'node_modules', '.bin', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return status === 0 ? [] : [`${stdout}${stderr}`.trim() || `${tool} ended with ${status}`];
}

const chosen = positionals.length > 0 ? positionals : Object.keys(checks);
let found = 0;
for (const name of chosen) {
  const bad = checks[name]();
  found += bad.length;
  console.log(`${name.padEnd(10)} ${bad.length === 0 ? 'ok' : bad.join(`\n${''.padEnd(11)}`)}`);
}
process.exit(found > 0 ? 1 : 0);
