import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cityRows } from './city-rows.ts';
import { doorRows } from './door-rows.ts';
import { FellBehind } from './delays.ts';
import { embeddedRows } from './embedded-rows.ts';
import { latencyRows } from './latency-rows.ts';
import { compare } from './measure.ts';
import { mongodbRows } from './mongodb-rows.ts';
import { profiled } from './profile.ts';
import { keep } from './report.ts';
import { foundLine, line, missingLine, type Row, type Rows } from './rows.ts';
import { peerRows } from './peer-rows.ts';
import { signInRows } from './sign-in-rows.ts';
import { sqlitePeerRows } from './sqlite-peer-rows.ts';
import { topicRows } from './topic-rows.ts';

/** Rows that run on the same servers, by what their ids look like. */
const families: readonly { readonly ids: RegExp; readonly open: () => Promise<Rows>; readonly onlyAsked?: true }[] = [
  { ids: /^E(1b?|[2457])$/, open: embeddedRows },
  { ids: /^E3[bc]?$/, open: sqlitePeerRows },
  { ids: /^(P[12369]$|E6)/, open: mongodbRows },
  { ids: /^P(4[b-f]?|5)$/, open: peerRows },
  { ids: /^P(7|10)$/, open: topicRows },
  { ids: /^P(8[bcd]?|11b?)$/, open: latencyRows },
  { ids: /^D(1|3b?)$/, open: doorRows },
  { ids: /^S1$/, open: signInRows, onlyAsked: true },
  { ids: /^C(1|2|3b?|4b?|6|8b?|9|11)$/, open: () => cityRows(values.size, values.data), onlyAsked: true },
];

/**
 * `npm run bench [-- --row P3]`: prints rows as ratios measured side by side and keeps them in docs/performance.md; rows not run stay as they are.
 * The rows of a whole city take long and are run only when asked for; `--size small` runs them on less than `full`,
 * `--data <folder>` on a city that is there already.
 * `--profile <folder>` writes a CPU profile of each side instead and says what a round took of the processor.
 */
const { values } = parseArgs({
  options: { row: { type: 'string' }, profile: { type: 'string' }, size: { type: 'string', default: 'full' }, data: { type: 'string' } },
});
const circumstances = () => `${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1) ?? '?'}`;
process.stdout.write(`Node ${process.version}, ${String(cpus().length)} x ${cpus()[0]?.model ?? 'unknown'}\n`);

const show = (text: string) => {
  process.stdout.write(`${text}\n`);
  keep(text);
};

async function profile({ id, ours, theirs }: Row, folder: string): Promise<void> {
  for (const [side, work] of Object.entries({ ours, theirs })) {
    const took = await profiled(work, join(folder, `${id}-${side}.cpuprofile`));
    process.stdout.write(`${id} ${side}: ${took.toFixed(0)} ms of the processor\n`);
  }
}

async function measured(row: Row): Promise<string> {
  try {
    return line(row, await compare(row.ours, row.theirs), circumstances());
  } catch (error) {
    if (error instanceof FellBehind) return missingLine({ ...row, why: error.message }, circumstances());
    throw error;
  }
}

/** `P4` means `P4b` as well. */
const asked = ({ id }: { readonly id: string }) => values.row === undefined || id === values.row || id.replace(/[a-z]$/, '') === values.row;

/** Answers how many rows there were. */
async function runAll({ rows, findings = [], missing = [] }: Rows): Promise<number> {
  for (const row of rows.filter(asked)) {
    if (values.profile === undefined) show(await measured(row));
    else await profile(row, values.profile);
  }
  for (const finding of findings.filter(asked)) show(foundLine(finding, await finding.find(), circumstances()));
  for (const row of missing.filter(asked)) show(missingLine(row, circumstances()));
  return [...rows, ...findings, ...missing].filter(asked).length;
}

let ran = 0;
for (const { ids, open, onlyAsked = false } of families) {
  if (values.row === undefined ? onlyAsked : !ids.test(values.row)) continue;
  const opened = await open();
  try {
    ran += await runAll(opened);
  } finally {
    await opened.close();
  }
}
if (ran === 0) throw new Error(`There is no row ${String(values.row)}`);
