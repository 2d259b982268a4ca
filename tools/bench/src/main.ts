import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { embeddedRows } from './embedded-rows.ts';
import { compare } from './measure.ts';
import { line } from './rows.ts';

/** `npm run bench [-- --row E1]`: prints every row as a ratio measured side by side and, for a whole run, writes docs/performance.md. */
const { values } = parseArgs({ options: { row: { type: 'string' } } });
const { rows, close } = embeddedRows();
const chosen = rows.filter(({ id }) => values.row === undefined || id === values.row);
const head = [
  `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, load average ${loadavg()[0]?.toFixed(2) ?? '?'}, ${new Date().toISOString().slice(0, 10)}.`,
  '',
  '| row | what | against | ours | yardstick | ratio [range] | reach | |',
  '|---|---|---|---|---|---|---|---|',
];
process.stdout.write(`${head.join('\n')}\n`);
const lines: string[] = [];
for (const row of chosen) {
  lines.push(line(row, await compare(row.ours, row.theirs)));
  process.stdout.write(`${lines.at(-1) ?? ''}\n`);
}
await close();
if (values.row === undefined) {
  const text = [
    '# Performance',
    '',
    'Written by `npm run bench`: ratios measured side by side in one run, median of seven rounds and their range.',
    '',
    ...head,
    ...lines,
    '',
  ];
  writeFileSync(new URL('../../../docs/performance.md', import.meta.url), text.join('\n'));
}
