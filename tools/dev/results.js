import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../.cache/results');

/** Keeps the titles of a suite's last run and whether they passed. */
export function writeResults(suite, results) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${suite}.json`), JSON.stringify(results));
}

/** What the last runs of all suites came to: `{ title, passed }` each. */
export function readResults() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}
