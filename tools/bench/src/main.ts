import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { doorRows } from './door-rows.ts';
import { embeddedRows } from './embedded-rows.ts';
import { compare } from './measure.ts';
import { mongodbRows } from './mongodb-rows.ts';
import { profiled } from './profile.ts';
import { keep } from './report.ts';
import { line, type Row, type Rows } from './rows.ts';
import { topicRows } from './topic-rows.ts';

/** Rows that run on the same servers, by what their ids look like. */
const families: readonly { readonly ids: RegExp; readonly open: () => Promise<Rows> }[] = [
  { ids: /^E[1-5]$/, open: embeddedRows },
  { ids: /^(P[1-69]$|E6)/, open: mongodbRows },
  { ids: /^P(7|10)$/, open: topicRows },
  { ids: /^D(1|3b?)$/, open: doorRows },
];

/**
 * `npm run bench [-- --row P3]`: prints rows as ratios measured side by side and keeps them in docs/performance.md; rows not run stay as they are.
 * `--profile <folder>` writes a CPU profile of each side instead and says what a round took of the processor.
 */
const { values } = parseArgs({ options: { row: { type: 'string' }, profile: { type: 'string' } } });
const circumstances = () => `${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
process.stdout.write(`Node ${process.version}, ${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}\n`);

async function measure(row: Row): Promise<void> {
  const measured = line(row, await compare(row.ours, row.theirs), circumstances());
  process.stdout.write(`${measured}\n`);
  keep(measured);
}

async function profile({ id, ours, theirs }: Row, folder: string): Promise<void> {
  for (const [side, work] of Object.entries({ ours, theirs })) {
    const took = await profiled(work, join(folder, `${id}-${side}.cpuprofile`));
    process.stdout.write(`${id} ${side}: ${took.toFixed(0)} ms of the processor\n`);
  }
}

let ran = 0;
for (const { ids, open } of families) {
  if (values.row !== undefined && !ids.test(values.row)) continue;
  const { rows, close } = await open();
  try {
    for (const row of rows.filter(({ id }) => values.row === undefined || id === values.row)) {
      ran++;
      if (values.profile === undefined) await measure(row);
      else await profile(row, values.profile);
    }
  } finally {
    await close();
  }
}
if (ran === 0) throw new Error(`There is no row ${String(values.row)}`);
