import { startStack, type Stack } from '@zhitong/stack';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { writeResults } from '../../dev/results.js';
import { nameOf, type Row } from './row.ts';
import { replayed } from './regressions.ts';
import { runRow, type RowResult } from './run-row.ts';
import { rows } from './rows/index.ts';

const usage = `usage: npm run chaos -- --quick | --minutes <n> [--group R1|R2|R3|R4]   [--row REL-01,REL-12] [--runtime embedded|distributed] [--seed <n>]
  --quick    every row once, with the seeds that have failed before, durations a tenth of the real ones
  --minutes  the rows again and again with new seeds and real durations`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    group: { type: 'string' },
    row: { type: 'string' },
    runtime: { type: 'string' },
    seed: { type: 'string' },
  },
});
// Replicas end with this process; servers notice by themselves.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const minutes = Number(values.minutes ?? 0);
const wanted = rows.filter(
  ({ id, group, runtime }) =>
    (values.group ?? group) === group && (values.row === undefined || values.row.split(',').includes(id)) && (values.runtime ?? runtime) === runtime,
);
if (values.quick === minutes > 0 || wanted.length === 0) {
  process.stderr.write(`${usage}\n`);
  process.exit(64);
}
const seed = Number(values.seed ?? randomInt(1, 2 ** 31));
const factor = values.quick ? 10 : 1;
const until = performance.now() + minutes * 60_000;
process.stdout.write(`seed ${String(seed)}\n`);

const [calm, alone] = [wanted.filter(({ stopsServers }) => stopsServers !== true), wanted.filter(({ stopsServers }) => stopsServers === true)];
const stackFor = (some: readonly Row[]) => (some.some(({ runtime }) => runtime === 'distributed') ? startStack({ own: true, brief: values.quick }) : undefined);
const [stack, fragile] = [await stackFor(calm), await stackFor(alone)];
const results: RowResult[] = [];

/** Takes one row after the other, for as long as there is one and, after the first round, time. */
async function draw(from: IterableIterator<Row>, round: number, servers: Stack | undefined): Promise<void> {
  for (const row of from) {
    if (round > 0 && performance.now() > until) return;
    for (const rowSeed of [seed + round, ...(values.quick ? replayed(row) : [])]) {
      const result = await runRow(row, { seed: rowSeed, factor, stack: servers });
      process.stdout.write(`${result.passed ? 'ok  ' : 'FAIL'} ${nameOf(row)}: ${result.sentence}\n`);
      results.push(result);
    }
  }
}

for (let round = 0; round === 0 || performance.now() < until; round++) {
  const shared = calm.values();
  await Promise.all([draw(shared, round, stack), draw(shared, round, stack), draw(alone.values(), round, fragile)]);
}
await Promise.all([stack?.stop(), fragile?.stop()]);
writeResults(
  'chaos',
  results.map(({ row, passed, sentence }) => ({ title: nameOf(row), passed, ...(passed ? {} : { why: sentence }) })),
);
const failed = results.filter(({ passed }) => !passed);
if (failed.length > 0)
  process.stdout.write(
    `again: npm run chaos -- ${values.quick ? '--quick' : `--minutes ${String(minutes)}`} --row ${failed[0]?.row.id ?? ''} --seed ${String(failed[0]?.seed ?? seed)}\n`,
  );
process.stdout.write(`${String(results.length - failed.length)} passed, ${String(failed.length)} failed, 0 skipped\n`);
process.exit(failed.length > 0 ? 1 : 0);
