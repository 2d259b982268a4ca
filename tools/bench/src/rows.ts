import type { Ratio, Variant } from './measure.ts';

interface Named {
  readonly id: string;
  readonly what: string;
  readonly against: string;
}

/** One row of the performance catalogue: ours against a yardstick, as a ratio. */
export interface Row extends Named {
  /** The ratio to reach, or to stay below when both sides are times. */
  readonly reach: number;
  /** Both sides are times in milliseconds instead of operations per second. */
  readonly times?: boolean;
  readonly ours: Variant;
  readonly theirs: Variant;
}

/** What is found out rather than compared; noise does not change it. */
export interface Finding extends Named {
  readonly reach: string;
  find(): Promise<{ readonly ours: string; readonly theirs: string; readonly reached: boolean }>;
}

/** A row whose yardstick cannot be had here. */
export interface Unmeasured extends Named {
  readonly reach: number | string;
  readonly why: string;
}

/** Rows that share what they run on. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly findings?: readonly Finding[];
  readonly missing?: readonly Unmeasured[];
  close(): Promise<void>;
}

/** A noisy row neither passes nor fails. */
export function verdict({ reach, times = false }: Row, { median, noisy }: Ratio): string {
  if (noisy) return 'noisy';
  return (times ? median <= reach : median >= reach) ? 'reached' : 'short';
}

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

export function line(row: Row, { ours, theirs, median, lowest, highest, ...rest }: Ratio, circumstances: string): string {
  const unit = row.times === true ? ' ms' : '/s';
  const ratio = `${median.toFixed(2)} [${lowest.toFixed(2)}-${highest.toFixed(2)}]`;
  const reach = `${row.times === true ? '<= ' : ''}${row.reach}`;
  const said = verdict(row, { ours, theirs, median, lowest, highest, ...rest });
  return `| ${row.id} | ${row.what} | ${row.against} | ${figure(ours)}${unit} | ${figure(theirs)}${unit} | ${ratio} | ${reach} | ${said} | ${circumstances} |`;
}

export function foundLine({ id, what, against, reach }: Finding, found: Awaited<ReturnType<Finding['find']>>, circumstances: string): string {
  return `| ${id} | ${what} | ${against} | ${found.ours} | ${found.theirs} | | ${reach} | ${found.reached ? 'reached' : 'short'} | ${circumstances} |`;
}

export const missingLine = ({ id, what, against, reach, why }: Unmeasured, circumstances: string): string =>
  `| ${id} | ${what} | ${against} | | ${why} | | ${reach} | not measured | ${circumstances} |`;
