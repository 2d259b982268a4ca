import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const folder = join(import.meta.dirname, '../../.cache/results');

/** So that what stands there is of this run. */
export function forgetResults(suites) {
  for (const suite of suites) rmSync(join(folder, `${suite}.json`), { force: true });
}

/** Keeps the titles of a suite's last run, their files, whether they passed, and in one screen why not. */
export function writeResults(suite, results) {
  mkdirSync(folder, { recursive: true });
  replaceResults(
    suite,
    results.map(({ why, ...result }) => (why === undefined ? result : { ...result, why: screenful(why) })),
  );
}

/** Results that were read: those of a second run among them. */
export function replaceResults(suite, results) {
  writeFileSync(join(folder, `${suite}.json`), JSON.stringify(results));
}

/** What the last runs of these suites came to, of all when none is named: `{ title, file, passed, why }` each. */
export function readResults(suites) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => suites?.includes(file.replace('.json', '')) ?? true);
  return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

function screenful(text) {
  return stripVTControlCharacters(text).split('\n').slice(0, 25).join('\n');
}
