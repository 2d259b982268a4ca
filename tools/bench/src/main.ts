import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { doorRows } from './door-rows.ts';
import { embeddedRows } from './embedded-rows.ts';
import { compare } from './measure.ts';
import { mongodbRows } from './mongodb-rows.ts';
import { keep } from './report.ts';
import { line, type Rows } from './rows.ts';
import { topicRows } from './topic-rows.ts';

/** Rows that run on the same servers, by what their ids look like. */
const families: readonly { readonly ids: RegExp; readonly open: () => Promise<Rows> }[] = [
  { ids: /^E[1-5]$/, open: embeddedRows },
  { ids: /^(P[1-69]$|E6)/, open: mongodbRows },
  { ids: /^P(7|10)$/, open: topicRows },
  { ids: /^D[13]$/, open: doorRows },
];

/** `npm run bench [-- --row P3]`: prints rows as ratios measured side by side and keeps them in docs/performance.md; rows not run stay as they are. */
const { values } = parseArgs({ options: { row: { type: 'string' } } });
const circumstances = () => `${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
process.stdout.write(`Node ${process.version}, ${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}\n`);
let ran = 0;
for (const { ids, open } of families) {
  if (values.row !== undefined && !ids.test(values.row)) continue;
  const { rows, close } = await open();
  try {
    for (const row of rows.filter(({ id }) => values.row === undefined || id === values.row)) {
      const measured = line(row, await compare(row.ours, row.theirs), circumstances());
      process.stdout.write(`${measured}\n`);
      keep(measured);
      ran++;
    }
  } finally {
    await close();
  }
}
if (ran === 0) throw new Error(`There is no row ${String(values.row)}`);
