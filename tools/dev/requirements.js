// `npm run requirements`: every requirement the product claims, the tests that carry its id in their title, and how they came out
// when the suites ran last. Fails on one without a test, or with one that failed.
import { readFileSync } from 'node:fs';
import { readResults } from './results.js';

const claimed = readFileSync(new URL('../../docs/requirements.md', import.meta.url), 'utf8');
const ids = [...claimed.matchAll(/^\| ((?:ORG|LINK|MEM|GW|R|X|REL|SEC)-\d{2}) \|/gm)].map(([, id]) => id);
const results = readResults();
const verbose = process.argv.includes('--titles');
const open = [];
for (const id of ids) {
  const tests = results.filter(({ title }) => new RegExp(`\\b${id}\\b`).test(title));
  const failed = tests.filter(({ passed }) => !passed);
  const state = tests.length === 0 ? 'no test' : failed.length > 0 ? `${failed.length} of ${tests.length} failed` : `${tests.length} passed`;
  if (tests.length === 0 || failed.length > 0) open.push(id);
  console.log(`${id.padEnd(8)} ${state}`);
  if (verbose) for (const { title } of tests) console.log(`         ${title}`);
}
console.log(`\n${ids.length - open.length} of ${ids.length} claimed requirements are proved${open.length === 0 ? '' : `; open: ${open.join(', ')}`}`);
process.exit(ids.length > 0 && open.length === 0 ? 0 : 1);
