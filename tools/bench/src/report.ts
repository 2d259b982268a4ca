import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../../docs/performance.md', import.meta.url);
const isRow = (text: string) => /^\| [A-Z]\d+[a-z]? /.test(text);
const idOf = (text: string) => text.split(' ')[1] ?? '';

/** Puts a measured row into the table of the page, in the place of the one with its id; everything else on the page stays. */
export function keep(measured: string): void {
  writeFileSync(file, withRow(readFileSync(file, 'utf8'), measured));
}

export function withRow(page: string, measured: string): string {
  const lines = page.split('\n');
  const at = lines.findIndex((text) => text.startsWith('|---')) + 1;
  if (at === 0) throw new Error('The page has no table');
  const rows = lines.filter(isRow).filter((text) => idOf(text) !== idOf(measured));
  const sorted = [...rows, measured].sort((a, b) => idOf(a).localeCompare(idOf(b), 'en', { numeric: true }));
  const rest = lines.filter((text) => !isRow(text));
  return [...rest.slice(0, at), ...sorted, ...rest.slice(at)].join('\n');
}
